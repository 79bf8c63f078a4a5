import { canExtend, endsAt, warnsAt } from '#domain/session/session.ts'
import type { Frame, SessionClock } from '#views/page.tsx'
import type { Deps, ForPerson } from '../../deps.ts'

type Variables = Pick<ForPerson['Variables'], 'current' | 'sid'>

/** What surrounds every page of a person: name, way out, and when the session ends. */
export function frameOf({ vault, clock }: Deps, { current, sid }: Variables): Frame {
  const csrf = vault.csrfToken(sid)
  return { name: current.person.name, csrf, clock: clockOf(current, csrf, clock()) }
}

function clockOf({ session, person }: Variables['current'], csrf: string, now: Date): SessionClock {
  return {
    now,
    warnsAt: warnsAt(session),
    endsAt: endsAt(session),
    canExtend: canExtend(session, now),
    zone: person.agency.zone,
    csrf,
    state: now < warnsAt(session) ? 'running' : 'warning',
  }
}
