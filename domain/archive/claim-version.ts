import { after } from '../instant.ts'
import type { PersonId } from '../person.ts'
import { no, ok, type Result } from '../result.ts'
import { type OwnPart, ownPartIn } from './own-part.ts'
import type { Version, VersionId, VersionStatus } from './version.ts'

/** A verifier has it before them, so that no other is given it until then. */
export type Claim = { version: VersionId; by: PersonId; until: Date }

export type NotWaiting = {
  kind: 'notWaiting'
  status: Exclude<VersionStatus, 'awaitingVerification'>
}

export type ClaimRefused = NotWaiting | OwnPart | ClaimedByOther

export type ClaimedByOther = { kind: 'claimedByOther'; until: Date }

const SECONDS = 15 * 60

/** Taken, or prolonged by the one who has it; one that ran out is anybody's. */
export function claimVersion(
  version: Version,
  held: Claim | undefined,
  by: PersonId,
  now: Date,
): Result<Claim, ClaimRefused> {
  if (version.status !== 'awaitingVerification') return no(notWaiting(version.status))
  const refused = ownPartIn(version, by) ?? claimOfOther(held, by, now)
  return refused ? no(refused) : ok({ version: version.id, by, until: after(now, SECONDS) })
}

/** What stands against judging a version that somebody else has before them. */
export function claimOfOther(
  held: Claim | undefined,
  by: PersonId,
  now: Date,
): ClaimedByOther | undefined {
  const isTaken = held !== undefined && held.by !== by && now < held.until
  return isTaken ? { kind: 'claimedByOther', until: held.until } : undefined
}

export function notWaiting(status: NotWaiting['status']): NotWaiting {
  return { kind: 'notWaiting', status }
}
