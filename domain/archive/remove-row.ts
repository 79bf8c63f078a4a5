import { no, ok, type Result } from '../result.ts'
import type { FoundSlot } from './completeness.ts'
import type { HistorySource } from './history.ts'
import { mayUploadFor, type Uploader, type UploadSubject } from './uploader.ts'

/** `wasVerified`, `waits`: any version in any of its places, whatever became of it since. */
export type RowRemoval = {
  source: HistorySource
  by: Uploader
  subject: UploadSubject
  wasVerified: boolean
  waits: boolean
}

export type RemoveRowRefused = {
  kind: 'noRight' | 'national' | 'byOfficer' | 'wasVerified' | 'waits'
}

/**
 * An event of a career that was added by mistake: its person takes back what they added, an officer on
 * behalf also what officers added; never what the national data says, nor what a document has proven.
 */
export function removeRow(removal: RowRemoval): Result<true, RemoveRowRefused> {
  const { source, by, subject, wasVerified, waits } = removal
  if (!mayUploadFor(by, subject)) return no({ kind: 'noRight' })
  if (source === 'national') return no({ kind: 'national' })
  if (source === 'officer' && !by.hat) return no({ kind: 'byOfficer' })
  if (wasVerified) return no({ kind: 'wasVerified' })
  return waits ? no({ kind: 'waits' }) : ok(true)
}

/** Whether a page may offer it; it is judged again under the lock. */
export function mayOfferRemoval(
  { why, state }: Pick<FoundSlot, 'why' | 'state'>,
  isOffice: boolean,
): boolean {
  if (why.kind !== 'history') return false
  const { source } = why.row
  const isTheirs = source === 'person' || (source === 'officer' && isOffice)
  return isTheirs && (state.kind === 'missing' || state.kind === 'returned')
}
