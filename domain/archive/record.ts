import type { AgencyId } from '../agency.ts'
import type { Brand } from '../brand.ts'
import type { PersonId } from '../person.ts'
import { isUuid } from '../uuid.ts'

export type RecordId = Brand<string, 'RecordId'>

export function parseRecordId(text: string): RecordId | undefined {
  return isUuid(text) ? (text as RecordId) : undefined
}

/** Where a record is in its life (archive.md 2), whatever becomes of its versions. */
export const STAGES = [
  'draft',
  'active',
  'inactive',
  'retentionEnded',
  'underAppraisal',
  'proposedForDestruction',
  'waitingPeriod',
  'destroying',
  'destroyed',
  'permanent',
  'transferred',
] as const

export type Stage = (typeof STAGES)[number]

/** One document of one person. `slot`: its place among those of its type ('' where there is one). */
export type ArchiveRecord = {
  id: RecordId
  person: PersonId
  agency: AgencyId
  type: string
  slot: string
  stage: Stage
  since: Date
}

/** A new version may come as long as nobody has begun to end the record's life (T1). */
export function takesVersions(stage: Stage): boolean {
  return stage === 'draft' || stage === 'active' || stage === 'inactive'
}
