import type { Brand } from '../brand.ts'
import type { Reason } from '../desk/reason.ts'
import { after } from '../instant.ts'
import type { PersonId } from '../person.ts'
import { no, ok, type Result } from '../result.ts'
import type { ArchiveActor, ArchiveEvent } from './archive-event.ts'
import { type OwnPart, ownPartIn } from './own-part.ts'
import { type ArchiveRecord, type Stage, takesVersions } from './record.ts'
import type { AwaitingVersion, VerifiedVersion, Version, VersionId } from './version.ts'
import { versionEvent } from './version-event.ts'

export type RevocationId = Brand<string, 'RevocationId'>

type Officer = Exclude<ArchiveActor, 'system'>

/** One verifier says that a verification was wrong; it stands until another says so too (T10). */
export type Revocation = OpenRevocation | DecidedRevocation

export type OpenRevocation = Asked & { state: 'open' }
export type DecidedRevocation = Asked & {
  state: 'revoked' | 'declined' | 'withdrawn'
  decidedBy: Officer
  decidedAt: Date
}

type Asked = {
  id: RevocationId
  version: VersionId
  reason: Reason
  askedBy: Officer
  askedAt: Date
  expiresAt: Date
}

export type AskRefused = OwnPart | NotVerified | { kind: 'alreadyAsked' }

type NotVerified = { kind: 'notVerified'; status: Version['status'] } | RecordClosed

type RecordClosed = { kind: 'recordClosed'; stage: Stage }

export type RevocationRefused =
  | OwnPart
  | NotVerified
  | { kind: 'over' }
  | { kind: 'ownRequest' }
  | { kind: 'notYours' }

/** Time for a colleague who is not there today. */
const SECONDS = 7 * 24 * 3600

export type Asking = Pick<Asked, 'id' | 'reason' | 'askedBy'> & { now: Date }

export function askRevocation(
  { version, record }: Revoked,
  open: Revocation | undefined,
  { now, ...asked }: Asking,
): Result<OpenRevocation, AskRefused> {
  const refused = revocable(version, record, asked.askedBy.person)
  if (!refused.ok) return refused
  if (open && isOpen(open, now)) return no({ kind: 'alreadyAsked' })
  const term = { askedAt: now, expiresAt: after(now, SECONDS) }
  return ok({ ...asked, ...term, version: version.id, state: 'open' })
}

export type Revoked = { version: Version; record: ArchiveRecord }

type Deciding = { decision: DecidedRevocation['state']; by: Officer; now: Date }

/** `version`: as it is from now on, where the verification was revoked. */
export type RevocationDecision = {
  revocation: DecidedRevocation
  version: AwaitingVersion | undefined
  events: readonly ArchiveEvent[]
}

/** Two persons agree, whatever hats they wear; nothing that it had superseded comes back. */
export function decideRevocation(
  { version, record }: Revoked,
  revocation: Revocation,
  { decision, by, now }: Deciding,
): Result<RevocationDecision, RevocationRefused> {
  if (!isOpen(revocation, now)) return no({ kind: 'over' })
  const isOwn = revocation.askedBy.person === by.person
  if (decision === 'withdrawn' && !isOwn) return no({ kind: 'notYours' })
  if (decision !== 'withdrawn' && isOwn) return no({ kind: 'ownRequest' })
  const refused = ownPartIn(version, by.person)
  if (refused) return no(refused)
  const decided = { ...revocation, state: decision, decidedBy: by, decidedAt: now }
  if (decision !== 'revoked') return ok({ revocation: decided, version: undefined, events: [] })
  const stands = revocable(version, record, by.person)
  if (!stands.ok) return stands
  const { verified: _, ...checked } = stands.value
  const awaiting: AwaitingVersion = { ...checked, status: 'awaitingVerification', since: now }
  const told = { request: revocation.id, asked: revocation.askedBy.person }
  const events = [versionEvent('verificationRevoked', awaiting, by, now, told)]
  return ok({ revocation: decided, version: awaiting, events })
}

export function isOpen(revocation: Revocation, now: Date): revocation is OpenRevocation {
  return revocation.state === 'open' && now < revocation.expiresAt
}

/** What is under way to its end goes on: an appraisal does not lose its version. */
function revocable(
  version: Version,
  { stage }: ArchiveRecord,
  by: PersonId,
): Result<VerifiedVersion, OwnPart | NotVerified> {
  if (version.status !== 'verified') return no({ kind: 'notVerified', status: version.status })
  if (!takesVersions(stage)) return no({ kind: 'recordClosed', stage })
  const refused = ownPartIn(version, by)
  return refused ? no(refused) : ok(version)
}
