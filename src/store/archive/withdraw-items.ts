import type { AgencyId } from '#domain/agency.ts'
import type { ArchiveActor } from '#domain/archive/archive-event.ts'
import type { BatchId } from '#domain/archive/destruction/batch.ts'
import type { HoldId } from '#domain/archive/hold.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { TransactionSql } from '../database.ts'
import { lockBatch } from './destruction/batches.ts'
import { withdrawFrom } from './destruction/withdraw.ts'

export type Withdrawal =
  | { because: 'hold'; hold: HoldId; actor: ArchiveActor; at: Date }
  | { because: 'noLongerOver'; actor: ArchiveActor; at: Date }

/**
 * T20: out of whatever batches they are in, before their keys are touched. Behind the gate, closed or
 * passed, since batches are locked before records everywhere else. Answers those that are too late.
 */
export async function withdrawItems(
  tx: TransactionSql,
  records: readonly RecordId[],
  withdrawal: Withdrawal,
): Promise<RecordId[]> {
  const rows = await tx<{ id: BatchId; agency: AgencyId; records: RecordId[] }[]>`
    select b.id, b.agency, array_agg(i.record) as records
    from archive.batch_items i join archive.batches b on b.id = i.batch
    where i.record = any(${[...records]}::uuid[]) and i.state <> 'over'
    group by b.id, b.agency order by b.id`
  const tooLate: RecordId[] = []
  for (const { id, agency, records: listed } of rows) {
    const batch = await lockBatch(tx, { agency, id })
    if (batch)
      tooLate.push(...(await withdrawFrom(tx, batch, listed, toWithdrawing(withdrawal))).tooLate)
  }
  return tooLate
}

function toWithdrawing(withdrawal: Withdrawal) {
  const { actor, at } = withdrawal
  if (withdrawal.because !== 'hold') return { because: withdrawal.because, actor, at }
  return { because: 'held', actor, at, more: { hold: withdrawal.hold } } as const
}
