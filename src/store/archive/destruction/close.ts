import type { BatchId } from '#domain/archive/destruction/batch.ts'
import { closeBatch, type Rotation } from '#domain/archive/destruction/close-batch.ts'
import { inTransaction, type Sql } from '../../database.ts'
import { passGate } from '../gate.ts'
import { type BatchKey, lockBatch } from './batches.ts'
import { countItems } from './items.ts'
import { addClosing, keepClosed } from './withdraw.ts'

export type DoneBatch = BatchKey & { destroyed: boolean; rotation: Rotation | undefined }

/** Of those being destroyed, the ones of which nothing is left to do. */
export async function listDone(sql: Sql): Promise<DoneBatch[]> {
  const rows = await sql<
    (BatchKey & { destroyed: boolean; rootFrom: number | null; rootTo: number | null })[]
  >`
    select b.id, b.agency, b.root_from, b.root_to,
      exists (select from archive.batch_items i where i.batch = b.id and i.outcome = 'destroyed') as destroyed
    from archive.batches b
    where b.state = 'destroying'
      and not exists (select from archive.batch_items i where i.batch = b.id and i.state <> 'over')
    order by b.since`
  return rows.map(({ rootFrom: from, rootTo: to, ...batch }) => ({
    ...batch,
    rotation: from !== null && to !== null ? { from, to } : undefined,
  }))
}

/** That older dumps are of no use from now on. */
export async function keepRotation(sql: Sql, id: BatchId, { from, to }: Rotation): Promise<void> {
  await sql`
    update archive.batches set root_from = ${from}, root_to = ${to}
    where id = ${id} and root_to is null`
}

export async function closeDone(
  sql: Sql,
  { id, agency, rotation }: DoneBatch,
  now: Date,
): Promise<void> {
  await inTransaction(sql, async (tx) => {
    await passGate(tx)
    const batch = await lockBatch(tx, { id, agency })
    if (!batch) return
    const { open, destroyed } = await countItems(tx, id)
    const closed = closeBatch(batch, { open, destroyed, rotation }, now)
    if (!closed.ok) return
    await keepClosed(tx, closed.value)
    // Of the hash of what was destroyed the log's leaf is made, which anybody can ask for.
    const manifest = destroyed > 0 && { manifest: batch.manifest.sha256 }
    await addClosing(tx, id, { destroyed, ...rotation, ...manifest }, now)
  })
}
