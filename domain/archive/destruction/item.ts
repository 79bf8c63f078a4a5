import type { PersonId } from '../../person.ts'
import type { RecordId } from '../record.ts'
import type { RetentionApproval } from '../retention/rule.ts'

/** How a record left the list. */
export type Outcome = 'destroyed' | 'withdrawn' | 'permanent' | 'extended'

/** Why a record was taken from the list (T20). */
export type Withdrawal = 'held' | 'objectionAccepted' | 'noLongerOver'

/** A record of a batch; `keysGone`: nothing brings it back from then on. */
export type Item = Listed &
  (
    | { state: 'unappraised' }
    | { state: 'toDestroy' }
    | { state: 'keysGone' }
    | { state: 'over'; outcome: Outcome }
  )

type Listed = {
  record: RecordId
  subject: PersonId
  /** Who has to agree that it goes. */
  approval: RetentionApproval
}

export function isOpen({ state }: Item): boolean {
  return state !== 'over'
}

/** Of a long list, what an auditor looks for first. */
export const AUDITED_CHOICES = ['left', 'objected', 'failed'] as const
export type AuditedChoice = (typeof AUDITED_CHOICES)[number]
