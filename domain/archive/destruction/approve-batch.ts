import { after } from '../../instant.ts'
import { no, ok, type Result } from '../../result.ts'
import { type Acting, type Batch, type WaitingBatch, withSignature } from './batch.ts'
import { type ApprovalsDue, lackingPapers, type PapersLacking, papersOfApproval } from './paper.ts'
import { isRecommended } from './sign-manifest.ts'
import { type SeatRefused, takeSeat } from './take-seat.ts'

/** Those concerned have so many days to object; never fewer than fourteen, whatever is set. */
export const WAIT_DAYS = 30
export const LEAST_WAIT_DAYS = 14

const DAY = 24 * 3600

export type ApprovingRefused =
  | SeatRefused
  | { kind: 'listChanged' }
  | { kind: 'notSigned' }
  | { kind: 'nothingLeft' }
  | PapersLacking

export type Approving = {
  by: Acting
  seen: string
  isSubject: boolean
  open: number
  due: ApprovalsDue
  waitDays: number
  now: Date
}

/** T19: by a new person, of the list that the panel signed, with the letters that the law asks for. */
export function approveBatch(
  batch: Batch,
  { by, seen, isSubject, open, due, waitDays, now }: Approving,
): Result<WaitingBatch, ApprovingRefused> {
  const seated = takeSeat(batch, { seat: 'approver', by, isSubject, now })
  if (!seated.ok) return seated
  if (seen !== batch.manifest.sha256) return no({ kind: 'listChanged' })
  if (open === 0) return no({ kind: 'nothingLeft' })
  if (!isRecommended(batch)) return no({ kind: 'notSigned' })
  const lacking = lackingPapers(papersOfApproval(due), batch)
  if (lacking) return no(lacking)
  const waitUntil = after(now, Math.max(waitDays, LEAST_WAIT_DAYS) * DAY)
  return ok({ ...withSignature(seated.value, by, now), state: 'waiting', since: now, waitUntil })
}
