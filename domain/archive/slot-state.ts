import type { Stage } from './record.ts'
import type { ReturnCode, VersionStatus } from './version.ts'

/** So many before a file are counted, and one more: beyond it a number tells nobody anything. */
export const AHEAD_COUNTED = 200

/** What became of an expected document. `ahead`: how many wait before it. */
export type SlotState =
  | { kind: 'present' | 'missing' }
  | { kind: 'processing'; since: Date }
  | { kind: 'awaitingVerification'; since: Date; ahead: number | undefined }
  | { kind: 'returned'; codes: readonly ReturnCode[]; note: string }

/** A record in a slot, as far as its slot is concerned. */
export type SlotRecord = { stage: Stage; versions: readonly SlotVersion[] }

export type SlotVersion = {
  status: VersionStatus
  since: Date
  submittedAt: Date | undefined
  ahead: number | undefined
  returned: { codes: readonly ReturnCode[]; note: string } | undefined
}

/**
 * What is farthest on its way counts. A document that was destroyed by the schedule is expected no
 * more: undefined.
 */
export function slotStateOf(records: readonly SlotRecord[]): SlotState | undefined {
  const living = records.filter(({ stage }) => stage !== 'destroyed')
  if (records.length > 0 && living.length === 0) return undefined
  const versions = living.flatMap((record) => record.versions)
  const of = (status: VersionStatus) => versions.findLast((one) => one.status === status)
  if (of('verified')) return { kind: 'present' }
  const waiting = of('awaitingVerification')
  if (waiting)
    return {
      kind: 'awaitingVerification',
      since: waiting.submittedAt ?? waiting.since,
      ahead: waiting.ahead,
    }
  const inQuarantine = of('quarantined')
  if (inQuarantine) return { kind: 'processing', since: inQuarantine.since }
  const returned = of('returned')
  if (returned?.returned) return { kind: 'returned', ...returned.returned }
  return { kind: 'missing' }
}
