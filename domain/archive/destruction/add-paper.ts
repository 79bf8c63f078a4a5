import { no, ok, type Result } from '../../result.ts'
import {
  type Acting,
  type Batch,
  type BatchState,
  isOnPanel,
  isProven,
  wearsHatOfSeat,
} from './batch.ts'
import { PAPERS_OF_PANEL, type PaperKind } from './paper.ts'

export type PaperRefused = { kind: 'notItsTime' } | { kind: 'notYours' } | { kind: 'proofDue' }

/** Put down, or corrected, as long as the step that needs it is not over. */
export function addPaper<B extends Batch>(
  batch: B,
  paper: PaperKind,
  { by, now }: { by: Acting; now: Date },
): Result<B, PaperRefused> {
  const may = mayAddPaper(batch, paper, by)
  if (!may.ok) return may
  if (!isProven(by, now)) return no({ kind: 'proofDue' })
  const papers = batch.papers.includes(paper) ? batch.papers : [...batch.papers, paper]
  return ok({ ...batch, papers })
}

/** Asked before a file is taken too, which nobody keeps who may not. */
export function mayAddPaper(
  batch: Batch,
  paper: PaperKind,
  by: Pick<Acting, 'person' | 'role'>,
): Result<true, PaperRefused> {
  if (batch.state !== stateOfPaper(paper)) return no({ kind: 'notItsTime' })
  const isApprover = by.role === 'approver' && batch.state === 'proposed'
  const isOfPanel = isOnPanel(batch, by.person) && wearsHatOfSeat(batch, by)
  return isOfPanel || isApprover ? ok(true) : no({ kind: 'notYours' })
}

export function stateOfPaper(kind: PaperKind): BatchState {
  if (PAPERS_OF_PANEL.includes(kind)) return 'appraising'
  return kind === 'certificate' ? 'waiting' : 'proposed'
}
