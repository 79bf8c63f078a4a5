import type { Brand } from '../brand.ts'
import { after, latest } from '../instant.ts'
import type { PersonId } from '../person.ts'

export type ResetId = Brand<string, 'ResetId'>

/**
 * A forgotten password on its way in one browser. A number that nobody has is named like any other:
 * such a reset has no person, and its codes nobody knows (R-EN-01). `done` is kept only to answer a
 * second click.
 */
export type Reset = NamedReset | AskedReset | EmailProvenReset | ReadyReset | DoneReset

export type NamedReset = Flow & { state: 'named'; person: PersonId | undefined }
/** An address was typed; `code` may have been mailed to it, or to nobody. */
export type AskedReset = Flow & { state: 'asked'; person: PersonId | undefined; code: AskedCode }
/** `tries`: codes of the second factor that were looked at in this reset. */
export type EmailProvenReset = Flow & { state: 'emailProven'; person: PersonId; tries: number }
export type ReadyReset = Flow & { state: 'ready'; person: PersonId; proof: ResetProof }
export type DoneReset = Flow & { state: 'done'; person: PersonId; mfa: MfaLeft }

export type AskedCode = { tries: number; expiresAt: Date }

/**
 * What was proven beside the mailbox: nothing, a factor in use, a device older than a freeze, or what
 * BKPSDM has made sure of.
 */
export type ResetProof = 'mailbox' | 'factor' | 'oldDevice' | 'agencyCode'

/** What the next sign-in asks for: a first activation, another one, or a code as before. */
export type MfaLeft = 'none' | 'reactivation' | 'kept'

type Flow = { id: ResetId; expiresAt: Date }

/** The page on which a reset goes on; its other pages lead there. */
export type ResetPlace = 'email' | 'code' | 'device' | 'newPassword' | 'signIn'

const SECONDS = 30 * 60
const PROVEN_SECONDS = 10 * 60

export function nameReset(id: ResetId, person: PersonId | undefined, now: Date): NamedReset {
  return { id, person, state: 'named', expiresAt: after(now, SECONDS) }
}

export function placeOfReset({ state }: Reset): ResetPlace {
  switch (state) {
    case 'named':
      return 'email'
    case 'asked':
      return 'code'
    case 'emailProven':
      return 'device'
    case 'ready':
      return 'newPassword'
    case 'done':
      return 'signIn'
  }
}

/** Whether an address may be typed, for the first code or another one. */
export function mayAsk(reset: Reset): reset is NamedReset | AskedReset {
  return reset.state === 'named' || reset.state === 'asked'
}

/** Whoever has a code that is still good is not sent away before it is over. */
export function outlasting({ expiresAt }: Flow, code: AskedCode): Date {
  return latest(expiresAt, code.expiresAt)
}

/** Between two proofs there is as much time as between the factors of a sign-in (4.3). */
export function untilNextProof(now: Date): Date {
  return after(now, PROVEN_SECONDS)
}
