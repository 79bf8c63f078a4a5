import { isInForce, type Mandate } from '../access/mandate.ts'
import type { PersonId } from '../person.ts'
import { no, ok, type Result } from '../result.ts'
import {
  type Claim,
  type ClaimedByOther,
  claimOfOther,
  type NotWaiting,
  notWaiting,
} from './claim-version.ts'
import { type OwnPart, ownPartIn } from './own-part.ts'
import { type ArchiveRecord, type Stage, takesVersions } from './record.ts'
import type { AwaitingVersion, VerifiedVersion, Version } from './version.ts'

/** A verifier and the mandate they act under. */
export type Judge = { person: PersonId; mandate: Pick<Mandate, 'id' | 'from' | 'until'> }

/** A version with the record it is of, the one in force there, and who has it before them. */
export type Waiting = {
  version: Version
  record: ArchiveRecord
  current: VerifiedVersion | undefined
  claim: Claim | undefined
}

export type JudgingRefused =
  | NotWaiting
  | OwnPart
  | { kind: 'mandateOver'; since: Date }
  | ClaimedByOther
  | { kind: 'recordClosed'; stage: Stage }

/** What T6 and T7 ask alike: it waits, for a verifier in office who has no part in it. */
export function judgeable(
  { version, record, claim }: Waiting,
  by: Judge,
  now: Date,
): Result<AwaitingVersion, JudgingRefused> {
  if (version.status !== 'awaitingVerification') return no(notWaiting(version.status))
  const { person, mandate } = by
  if (!isInForce(mandate, now)) return no({ kind: 'mandateOver', since: mandate.until })
  if (!takesVersions(record.stage)) return no({ kind: 'recordClosed', stage: record.stage })
  const refused = ownPartIn(version, person) ?? claimOfOther(claim, person, now)
  return refused ? no(refused) : ok(version)
}
