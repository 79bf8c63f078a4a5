import type { AgencyId } from '#domain/agency.ts'
import type { ArchiveActor } from '#domain/archive/archive-event.ts'
import type { BatchId } from '#domain/archive/destruction/batch.ts'
import type { HoldId } from '#domain/archive/hold.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { PersonId } from '#domain/person.ts'
import type { TransactionSql } from '../database.ts'
import { lockBatch } from './destruction/batches.ts'
import { moveOne, withdrawFrom } from './destruction/withdraw.ts'

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
  await takeStrays(tx, records, withdrawal)
  return tooLate
}

/** What is on that way and in no batch, which should not be, is taken from it all the more. */
async function takeStrays(
  tx: TransactionSql,
  records: readonly RecordId[],
  withdrawal: Withdrawal,
): Promise<void> {
  const { because, actor, at, more } = { more: {}, ...toWithdrawing(withdrawal) }
  const strays = await tx<{ record: RecordId; person: PersonId }[]>`
    select r.id as record, r.person from archive.records r
    where r.id = any(${[...records]}::uuid[])
      and r.stage in ('underAppraisal', 'proposedForDestruction', 'waitingPeriod', 'destroying')
      and not exists (select from archive.batch_items i where i.record = r.id and i.state <> 'over')
      and not exists (select from archive.versions v where v.record = r.id and v.key_gone_at is not null
        and v.status not in ('withdrawn', 'rejectedBySystem'))`
  for (const stray of strays)
    await moveOne(tx, {
      ...stray,
      to: 'inactive',
      name: 'itemWithdrawn',
      actor,
      at,
      body: { because, ...more },
    })
}

function toWithdrawing(withdrawal: Withdrawal) {
  const { actor, at } = withdrawal
  if (withdrawal.because !== 'hold') return { because: withdrawal.because, actor, at }
  return { because: 'held', actor, at, more: { hold: withdrawal.hold } } as const
}
