import { no, ok, type Result } from '../result.ts'
import type { ArchiveEvent } from './archive-event.ts'
import { type Judge, type JudgingRefused, judgeable, type Waiting } from './judge-version.ts'
import type { Metadata, MetadataProblems } from './metadata.ts'
import type { SupersededVersion, VerifiedVersion } from './version.ts'
import { versionEvent } from './version-event.ts'

/** `copies`: how many of the file were read whole and found right. */
export type Verifying = {
  by: Judge
  now: Date
  metadata: Result<Metadata, MetadataProblems>
  copies: { healthy: number; needed: number }
}

/** `superseded`: the version that this one takes the place of; `activated`: the record's first. */
export type Verification = {
  version: VerifiedVersion
  superseded: SupersededVersion | undefined
  activated: boolean
  metadata: Metadata
  events: readonly ArchiveEvent[]
}

export type VerificationRefused =
  | JudgingRefused
  | { kind: 'malwareFound' }
  | { kind: 'metadataWrong'; problems: MetadataProblems }
  | { kind: 'tooFewCopies'; healthy: number; needed: number }

/** T6, with T9 and T11 in its wake. */
export function verifyVersion(
  waiting: Waiting,
  { by, now, metadata, copies }: Verifying,
): Result<Verification, VerificationRefused> {
  const judged = judgeable(waiting, by, now)
  if (!judged.ok) return judged
  if (judged.value.scan === 'scanFound') return no({ kind: 'malwareFound' })
  if (!metadata.ok) return no({ kind: 'metadataWrong', problems: metadata.problem })
  if (copies.healthy < copies.needed) return no({ kind: 'tooFewCopies', ...copies })
  const verified = { by: by.person, as: by.mandate.id, at: now }
  const version: VerifiedVersion = { ...judged.value, status: 'verified', verified, since: now }
  const superseded = waiting.current && supersede(waiting.current, now)
  const activated = waiting.record.stage === 'draft'
  const actor = { person: by.person, hat: by.mandate.id }
  const events = [
    versionEvent('recordVerified', version, actor, now),
    ...(superseded ? [versionEvent('versionSuperseded', superseded, 'system', now)] : []),
    ...(activated ? [versionEvent('recordActivated', version, 'system', now)] : []),
  ]
  return ok({ version, superseded, activated, metadata: metadata.value, events })
}

/** T9: kept until its record goes. */
function supersede(current: VerifiedVersion, now: Date): SupersededVersion {
  return { ...current, status: 'superseded', since: now, supersededAt: now }
}
