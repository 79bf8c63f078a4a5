import type { Difference } from '#domain/tlog/difference.ts'
import type { Sql } from '../database.ts'
import { listDifferences } from './looks.ts'

/** A look that is over, and where it found contradictions, the first of them. */
export type OverLook = {
  isFull: boolean
  begunAt: Date
  overAt: Date
  size: number | null
  found: number
  differences: Difference[]
}

/** The last of its kind that is over. */
export async function findNewestOver(
  sql: Sql,
  isFull: boolean,
): Promise<(Pick<OverLook, 'isFull' | 'size' | 'found'> & { id: number }) | undefined> {
  const [row] = await sql<(Pick<OverLook, 'isFull' | 'size' | 'found'> & { id: number })[]>`
    select id, is_full, size, found from archive.log_looks
    where over_at is not null and is_full = ${isFull} order by id desc limit 1`
  return row
}

/** `note`: the newest checkpoint; `looks`: the last that is over of each kind, the newer first. */
export type LogBoard = {
  note: { text: string; at: Date } | undefined
  looks: OverLook[]
}

export async function readLogBoard(sql: Sql): Promise<LogBoard> {
  const [note] = await sql<{ text: string; at: Date }[]>`
    select note as text, at from archive.log_checkpoints order by size desc limit 1`
  const rows = await sql<(Omit<OverLook, 'differences'> & { id: number })[]>`
    select id, is_full, begun_at, over_at, size, found from (
      select distinct on (is_full) * from archive.log_looks where over_at is not null
      order by is_full, id desc) last
    order by id desc`
  const looks: OverLook[] = []
  for (const { id, ...look } of rows)
    looks.push({ ...look, differences: look.found > 0 ? await listDifferences(sql, id) : [] })
  return { note, looks }
}
