import type { Brand } from '../../brand.ts'
import type { PersonId } from '../../person.ts'
import { isUuid } from '../../uuid.ts'
import type { RecordId } from '../record.ts'
import type { VersionId } from '../version.ts'

export type ShareId = Brand<string, 'ShareId'>

export function parseShareId(text: string): ShareId | undefined {
  return isUuid(text) ? (text as ShareId) : undefined
}

/** A link by which somebody outside may read one version; whoever has it needs no account. */
export type Share = OpenShare | EndedShare

export type OpenShare = Shared & { state: 'open' }
export type EndedShare = Shared & { state: 'ended'; because: ShareEnding; endedAt: Date }

/** To whom and for what, until when and how often. */
export type ShareTerms = {
  recipient: string
  purpose: string
  until: Date
  usesAllowed: number
}

/** `wrongPins`: undefined where none is asked for. */
type Shared = ShareTerms & {
  id: ShareId
  person: PersonId
  record: RecordId
  version: VersionId
  madeAt: Date
  uses: number
  wrongPins: number | undefined
}

/**
 * Why it ended before its time: by its person, with the verification (T10), with the record (T21), with
 * the account that made it, after too many wrong PINs, or because nobody knows whether it had ended when a
 * database was restored.
 */
export type ShareEnding = 'person' | 'revoked' | 'destruction' | 'account' | 'wrongPins' | 'restore'

export type ShareStanding =
  | { kind: 'open' }
  | { kind: 'expired'; at: Date }
  | { kind: 'usedUp' }
  | { kind: 'ended'; because: ShareEnding; at: Date }

/** Whether it can be opened now; what was opened before it was used up may be read on. */
export function standingOf(share: Share, now: Date): ShareStanding {
  if (share.state === 'ended') return { kind: 'ended', because: share.because, at: share.endedAt }
  if (now >= share.until) return { kind: 'expired', at: share.until }
  return share.uses >= share.usesAllowed ? { kind: 'usedUp' } : { kind: 'open' }
}
