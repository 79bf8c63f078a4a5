import { after, earliest } from '../instant.ts'
import type { PersonId } from '../person.ts'

/**
 * An open session; `idleUntil` moves with every request of the person, `absoluteUntil` never.
 * `provenAt`: when a second factor was last given, first of all by the sign-in itself.
 */
export type Session = {
  person: PersonId
  startedAt: Date
  provenAt: Date
  idleSeconds: number
  idleUntil: Date
  absoluteUntil: Date
}

const MINUTE = 60
const HOUR = 3600
const WARNING = 2 * MINUTE

/** Table 4.3: half an hour idle and twelve hours in all; officers a quarter and eight. */
export function openSession(person: PersonId, isOfficer: boolean, now: Date): Session {
  const idleSeconds = isOfficer ? 15 * MINUTE : 30 * MINUTE
  const absoluteUntil = after(now, isOfficer ? 8 * HOUR : 12 * HOUR)
  const idleUntil = after(now, idleSeconds)
  return { person, startedAt: now, provenAt: now, idleSeconds, idleUntil, absoluteUntil }
}

/** For a hat that came to somebody in the middle of an employee's longer session. */
export function asShortAsAnOfficers(session: Session, now: Date): Session {
  const short = openSession(session.person, true, session.startedAt)
  const idleSeconds = Math.min(session.idleSeconds, short.idleSeconds)
  return {
    ...session,
    idleSeconds,
    idleUntil: earliest(session.idleUntil, after(now, idleSeconds)),
    absoluteUntil: earliest(session.absoluteUntil, short.absoluteUntil),
  }
}

export function isOpen({ idleUntil, absoluteUntil }: Session, now: Date): boolean {
  return now < idleUntil && now < absoluteUntil
}

/** The session after a request of the person; a page that asks by itself is no request (R-SE-03). */
export function touch<Open extends Session>(session: Open, now: Date): Open {
  return { ...session, idleUntil: after(now, session.idleSeconds) }
}

export function endsAt({ idleUntil, absoluteUntil }: Session): Date {
  return idleUntil < absoluteUntil ? idleUntil : absoluteUntil
}

/** Two minutes before the end the page says so (WCAG 2.2.1). */
export function warnsAt(session: Session): Date {
  return after(endsAt(session), -WARNING)
}

/** Only idleness can be put off, not the end of the twelve hours. */
export function canExtend(session: Session, now: Date): boolean {
  return after(now, WARNING) < session.absoluteUntil
}
