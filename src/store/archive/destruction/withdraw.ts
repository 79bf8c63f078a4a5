import type { ArchiveActor, ArchiveEvent } from '#domain/archive/archive-event.ts'
import type { Batch, BatchId, ClosedBatch } from '#domain/archive/destruction/batch.ts'
import { closeBatch } from '#domain/archive/destruction/close-batch.ts'
import type { Item, Withdrawal } from '#domain/archive/destruction/item.ts'
import { shortened } from '#domain/archive/destruction/manifest.ts'
import { withdrawItem } from '#domain/archive/destruction/withdraw-item.ts'
import type { RecordId, Stage } from '#domain/archive/record.ts'
import type { TransactionSql } from '../../database.ts'
import { addArchiveEvent } from '../events.ts'
import { countItems, lockItem } from './items.ts'
import { drawManifest } from './manifests.ts'

/** `more`: ids that the event names beside the batch, such as the hold's. */
export type Withdrawing = {
  because: Withdrawal
  actor: ArchiveActor
  at: Date
  more?: ArchiveEvent['body']
}

/**
 * T20, of a batch that is locked: those whose keys are not gone leave it, the list is shorter, and a
 * list of which nothing is left is over. Answers the records for which it comes too late.
 */
export async function withdrawFrom<B extends Batch>(
  tx: TransactionSql,
  batch: B,
  records: readonly RecordId[],
  { because, actor, at, more = {} }: Withdrawing,
): Promise<{ batch: B | Batch; tooLate: RecordId[] }> {
  const tooLate: RecordId[] = []
  let taken = 0
  for (const record of [...records].sort()) {
    const item = await lockItem(tx, batch.id, record)
    const withdrawn = item && withdrawItem(item)
    if (withdrawn?.ok === false && withdrawn.problem.kind === 'tooLate') tooLate.push(record)
    if (!withdrawn?.ok) continue
    taken += 1
    await leave(tx, batch.id, withdrawn.value, { because, reason: undefined, at })
    const body = { batch: batch.id, because, ...more }
    const { subject } = withdrawn.value
    await moveOne(tx, {
      record,
      person: subject,
      to: 'inactive',
      name: 'itemWithdrawn',
      actor,
      at,
      body,
    })
  }
  if (taken === 0) return { batch, tooLate }
  const drawn = await drawManifest(tx, batch, shortened, at)
  return { batch: await closeIfEmpty(tx, drawn, at), tooLate }
}

/** The item is over; with why it was taken, or with the reason that the panel gave. */
export async function leave(
  tx: TransactionSql,
  batch: BatchId,
  item: Item,
  why: { because: Withdrawal | undefined; reason: string | undefined; at: Date },
): Promise<void> {
  const outcome = item.state === 'over' ? item.outcome : null
  await tx`
    update archive.batch_items
    set state = ${item.state}, outcome = ${outcome}, because = ${why.because ?? null},
      reason = ${why.reason ?? null}, over_at = ${why.at}
    where batch = ${batch} and record = ${item.record}`
}

/** One record, locked with its item, comes into a stage with its event. */
export async function moveOne(
  tx: TransactionSql,
  { to, ...event }: ArchiveEvent & { record: RecordId; to: Stage },
): Promise<void> {
  await tx`
    update archive.records set stage = ${to}, stage_since = ${event.at} where id = ${event.record}`
  await addArchiveEvent(tx, event)
}

/** A list from which everything was taken before its destruction began is over at once. */
export async function closeIfEmpty(tx: TransactionSql, batch: Batch, at: Date): Promise<Batch> {
  if (batch.state === 'destroying') return batch
  const { open, destroyed } = await countItems(tx, batch.id)
  const closed = closeBatch(batch, { open, destroyed, rotation: undefined }, at)
  if (!closed.ok) return batch
  await keepClosed(tx, closed.value)
  await addClosing(tx, batch.id, { destroyed }, at)
  return closed.value
}

export async function addClosing(
  tx: TransactionSql,
  batch: BatchId,
  body: ArchiveEvent['body'],
  at: Date,
): Promise<void> {
  await addArchiveEvent(tx, {
    name: 'batchClosed',
    record: undefined,
    person: undefined,
    actor: 'system',
    at,
    body: { batch, ...body },
  })
}

export async function keepClosed(
  tx: TransactionSql,
  { id, state, since }: ClosedBatch,
): Promise<void> {
  await tx`
    update archive.batches set state = ${state}, since = ${since}, closed_at = ${since} where id = ${id}`
}
