import type { AgencyId } from '../../agency.ts'
import type { PersonId } from '../../person.ts'
import { no, ok, type Result } from '../../result.ts'
import type { RecordId, Stage } from '../record.ts'
import type { LastDisposition, RetentionApproval } from '../retention/rule.ts'
import type { Acting } from './batch.ts'
import type { Item } from './item.ts'

/** A record that might go on the list. */
export type Candidate = {
  record: RecordId
  subject: PersonId
  agency: AgencyId
  stage: Stage
  held: boolean
  /** Another list has it and is not over. */
  listed: boolean
  disposition: LastDisposition | 'undecided'
  approval: RetentionApproval
}

export type ProposalRefused =
  | { kind: 'notArchivist' }
  | { kind: 'elsewhere' }
  | { kind: 'notEnded' }
  | { kind: 'held' }
  | { kind: 'alreadyListed' }
  | { kind: 'notForDestruction' }
  | { kind: 'ownRecord' }

/** T16: the archivist who draws up the list proposes it, and none of their own (I4). */
export function proposeRecord(
  candidate: Candidate,
  by: Pick<Acting, 'person' | 'role'> & { agency: AgencyId | undefined },
): Result<Item, ProposalRefused> {
  const { record, subject, approval, disposition } = candidate
  if (by.role !== 'archivist') return no({ kind: 'notArchivist' })
  if (candidate.agency !== by.agency) return no({ kind: 'elsewhere' })
  // Before what a silent hold would tell its subject.
  if (subject === by.person) return no({ kind: 'ownRecord' })
  if (candidate.listed) return no({ kind: 'alreadyListed' })
  if (candidate.stage !== 'retentionEnded') return no({ kind: 'notEnded' })
  if (candidate.held) return no({ kind: 'held' })
  if (disposition !== 'destroy' && disposition !== 'reappraise')
    return no({ kind: 'notForDestruction' })
  return ok({ record, subject, approval, state: 'unappraised' })
}
