import type { Scope } from '#domain/access/scope.ts'
import type { AgencyCare, StoreCare } from '#domain/archive/copy-coverage.ts'
import type { BoardReach } from '#domain/boards/reach.ts'
import type { Sql, TransactionSql } from '../database.ts'
import { inScope } from '../scope.ts'

/** `countedAt`: when the last walk ended; undefined before the first one has. */
export type CareBoard = {
  countedAt: Date | undefined
  incidents: number
  stores: StoreCare[]
  /** Of these, what lies there of certificates and papers of destructions. */
  papers: StoreCare[]
  agencies: AgencyCare[]
}

/** Of whatever agencies the reach has: all of them, or one. */
export function readCareBoard(sql: Sql, reach: Scope | BoardReach, now: Date): Promise<CareBoard> {
  return inScope(sql, reach, now, async (tx) => {
    const [walk] = await tx<{ shown: number; countedAt: Date | null }[]>`
      select no - 1 as shown, counted_at from archive.care_walk`
    const shown = walk?.shown ?? 0
    return {
      countedAt: walk?.countedAt ?? undefined,
      incidents: await countOpen(tx),
      stores: await listStores(tx, shown, ['records', 'papers']),
      papers: await listStores(tx, shown, ['papers']),
      agencies: await listAgencies(tx, shown),
    }
  })
}

/** Of whatever agencies the reach has. */
export function countIncidents(sql: Sql, reach: Scope | BoardReach, now: Date): Promise<number> {
  return inScope(sql, reach, now, countOpen)
}

async function countOpen(tx: TransactionSql): Promise<number> {
  const [open] = await tx<{ incidents: number }[]>`
    select count(*)::int as incidents from ${openIncidents(tx)} i`
  return open?.incidents ?? 0
}

async function listStores(
  tx: TransactionSql,
  shown: number,
  what: readonly ('records' | 'papers')[],
): Promise<StoreCare[]> {
  return await tx<StoreCare[]>`
    select s.store, ${sums(tx)} from archive.care_sums s
    where s.walk = ${shown} and s.what = any(${[...what]}::text[])
    group by s.store order by s.store desc`
}

async function listAgencies(tx: TransactionSql, shown: number): Promise<AgencyCare[]> {
  return await tx<AgencyCare[]>`
    select a.id, a.name, ${sums(tx)},
      (select count(*)::int from ${openIncidents(tx)} i where i.agency = a.id) as incidents
    from archive.care_sums s join agencies a on a.id = s.agency where s.walk = ${shown}
    group by a.id, a.name`
}

/** Of files of people, each once whatever is lost of it, and of papers of destructions. */
function openIncidents(tx: TransactionSql) {
  return tx`(
    select distinct agency, version from archive.incidents where over_at is null
    union all select agency, file from archive.paper_incidents where over_at is null)`
}

/** Sums of int8 are numeric, which no number of copies needs. */
function sums(tx: TransactionSql) {
  return tx`
    sum(s.copies)::bigint as copies, sum(s.bytes)::bigint as bytes, sum(s.covered)::bigint as covered,
    sum(s.damaged)::bigint as damaged, sum(s.missing)::bigint as missing,
    sum(s.unchecked)::bigint as unchecked, sum(s.lacking)::bigint as lacking`
}
