import { inTransaction, type Sql, type TransactionSql } from '../database.ts'
import { changePeople } from './change-people.ts'
import { applyHistoryBlocks } from './history.ts'
import { type Blocks, judged } from './judged.ts'
import { addPeople } from './new-people.ts'
import type { Counts } from './report.ts'
import type { Run } from './runs.ts'

const ROWS = 10_000

/** Cuts what lies in the staging table into batches; a run that has them goes on with them. */
export async function cutIntoBatches(sql: Sql, { id, source }: Run): Promise<void> {
  const table = source === 'history' ? 'import_history' : 'import_people'
  await sql`
    with size as (
      select greatest(pg_relation_size(${table}::regclass) / current_setting('block_size')::bigint, 1) as blocks,
        greatest((select count(*) from ${sql(table)}) / ${ROWS}, 1) as batches
    )
    insert into import_batches (run, from_block, to_block)
    select ${id}, start, least(start + step, blocks)
    from size, lateral (select ceil(blocks::numeric / batches)::bigint as step) s,
      generate_series(0, blocks - 1, step) as start
    where not exists (select from import_batches where run = ${id})`
}

/** Whether there was a batch left. Whatever is killed meanwhile, a batch is done whole or not at all. */
export function applyNextBatch(sql: Sql, run: Run, now: Date): Promise<Counts | undefined> {
  return inTransaction(sql, async (tx) => {
    const [batch] = await tx<{ fromBlock: number; toBlock: number }[]>`
      select from_block, to_block from import_batches
      where run = ${run.id} and done_at is null
      order by from_block limit 1 for update skip locked`
    if (!batch) return undefined
    const counts = await applyBlocks(tx, run, { from: batch.fromBlock, to: batch.toBlock }, now)
    await tx`
      update import_batches set done_at = ${now}, done = ${tx.json(counts)}
      where run = ${run.id} and from_block = ${batch.fromBlock}`
    return counts
  })
}

/** What batches of this and of earlier starts did. */
export async function countsOf(sql: Sql, { id }: Run): Promise<Counts> {
  const [row] = await sql<Counts[]>`
    select coalesce(sum((done ->> 'new')::int), 0)::bigint as new,
      coalesce(sum((done ->> 'changed')::int), 0)::bigint as changed,
      coalesce(sum((done ->> 'unchanged')::int), 0)::bigint as unchanged,
      coalesce(sum((done ->> 'refused')::int), 0)::bigint as refused
    from import_batches where run = ${id}`
  return row ?? { new: 0, changed: 0, unchanged: 0, refused: 0 }
}

/**
 * The records are judged anew, against what is there by now; those that change somebody once more,
 * under the lock of the accounts they change.
 */
async function applyBlocks(
  tx: TransactionSql,
  run: Run,
  blocks: Blocks,
  now: Date,
): Promise<Counts> {
  await useIndexes(tx)
  if (run.source === 'history') return applyHistoryBlocks(tx, run, blocks, now)
  await judgeInto(tx, run, blocks)
  if (await lockChanged(tx)) {
    await tx`drop table import_batch`
    await judgeInto(tx, run, blocks)
  }
  const [counts] = await tx<Counts[]>`
    select count(*) filter (where refused is null and is_new) as new,
      count(*) filter (where refused is null and cardinality(changes) > 0) as changed,
      count(*) filter (where refused is null and cardinality(changes) = 0) as unchanged,
      count(*) filter (where refused is not null) as refused
    from import_batch`
  if (!counts) throw new Error('a count counted nothing')
  if (counts.new > 0) await addPeople(tx, run, now)
  if (counts.changed > 0) await changePeople(tx, run, now)
  return counts
}

/** Plans made while the tables were empty would read them from end to end once they are full. */
async function useIndexes(tx: TransactionSql): Promise<void> {
  await tx`
    select set_config(name, 'off', true)
    from unnest(array['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin']) as name`
}

async function judgeInto(tx: TransactionSql, { source }: Run, blocks: Blocks): Promise<void> {
  await tx`create temp table import_batch on commit drop as ${judged(tx, source, blocks)}`
}

/** In one order, as everywhere. */
async function lockChanged(tx: TransactionSql): Promise<boolean> {
  const locked = await tx`
    select from accounts
    where person in (select person from import_batch where refused is null and cardinality(changes) > 0)
    order by person for update`
  return locked.count > 0
}
