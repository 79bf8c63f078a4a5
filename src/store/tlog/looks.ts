import type { Difference } from '#domain/tlog/difference.ts'
import type { LastLooks } from '#domain/tlog/night.ts'
import type { Hash } from '#domain/tlog/tree.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'

/** What a look goes through, in this order; records on their own where all are looked at. */
export type LookStep = 'leaves' | 'untold' | 'accountUntold' | 'records' | 'over'

/** `fromIndex`: the first leaf that it reads; up to the signed size, if anything is signed. */
export type Look = {
  id: number
  isFull: boolean
  begunAt: Date
  fromIndex: number
  signed: { size: number; root: Hash } | undefined
  step: LookStep
  place: string
}

/** More are counted, and not kept: where everything differs, a list of it helps nobody. */
const KEPT = 200

/** The one of its kind that was broken off; a look that is begun is gone on with. */
export async function findOpenLook(sql: Sql, isFull: boolean): Promise<Look | undefined> {
  const [row] = await sql<LookRow[]>`
    select ${columns(sql)} from archive.log_looks
    where over_at is null and is_full = ${isFull}`
  return row && toLook(row)
}

/** Up to where everything was looked at that was signed, and when that began. */
export async function findLastLook(sql: Sql): Promise<Look | undefined> {
  const [row] = await sql<LookRow[]>`
    select ${columns(sql)} from archive.log_looks
    where over_at is not null and size is not null order by size desc, id desc limit 1`
  return row && toLook(row)
}

/** When the newest of them began, over or not. */
export async function findLastLooks(sql: Sql): Promise<LastLooks> {
  const [row] = await sql<{ any: Date | null; full: Date | null }[]>`
    select max(begun_at) as any, max(begun_at) filter (where is_full) as full from archive.log_looks`
  return { any: row?.any ?? undefined, full: row?.full ?? undefined }
}

type NewLook = Pick<Look, 'isFull' | 'begunAt' | 'fromIndex' | 'signed'>

export async function beginLook(sql: Sql, look: NewLook): Promise<Look> {
  const { isFull, begunAt, fromIndex, signed } = look
  const [row] = await sql<LookRow[]>`
    insert into archive.log_looks (is_full, begun_at, from_index, size, root, step, place)
    values (${isFull}, ${begunAt}, ${fromIndex}, ${signed?.size ?? null}, ${signed ? Buffer.from(signed.root) : null},
      'leaves', ${String(fromIndex)})
    returning ${columns(sql)}`
  if (!row) throw new Error('a look that was just begun is not there')
  return toLook(row)
}

/** What was found up to a place, and the place, at once: whoever goes on later finds none of it twice. */
export function keepPlace(
  sql: Sql,
  { id }: Look,
  { step, place }: Pick<Look, 'step' | 'place'>,
  { found, now }: { found: readonly Difference[]; now: Date },
): Promise<void> {
  return inTransaction(sql, async (tx) => {
    const [before] = await tx<{ found: number }[]>`
      update archive.log_looks
      set step = ${step}, place = ${place}, over_at = ${step === 'over' ? now : null}, found = found + ${found.length}
      where id = ${id} returning found - ${found.length} as found`
    await addDifferences(tx, id, found, before?.found ?? 0)
  })
}

async function addDifferences(
  tx: TransactionSql,
  look: number,
  found: readonly Difference[],
  before: number,
): Promise<void> {
  for (const [at, difference] of found.slice(0, Math.max(0, KEPT - before)).entries())
    await tx`
      insert into archive.log_differences (look, n, body)
      values (${look}, ${before + at + 1}, ${tx.json(difference)})`
}

export async function listDifferences(sql: Sql, look: number): Promise<Difference[]> {
  const rows = await sql<{ body: Difference }[]>`
    select body from archive.log_differences where look = ${look} order by n`
  return rows.map(({ body }) => body)
}

function columns(sql: Sql) {
  return sql`id, is_full, begun_at, from_index, size, root, step, place`
}

type LookRow = Omit<Look, 'signed'> & { size: number | null; root: Buffer | null }

function toLook({ size, root, ...row }: LookRow): Look {
  return { ...row, signed: size === null || root === null ? undefined : { size, root } }
}
