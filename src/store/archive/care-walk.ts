import { nextWalkAt } from '#domain/archive/care-walk.ts'
import { coveredSince } from '#domain/archive/copy-health.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'
import type { CopyKind } from './copies.ts'

/** Where the walk through all versions stands. */
export type Walk = { no: number; after: string }

/** What a store has to have and has not. */
export type Lacking = { version: VersionId; kind: CopyKind; page: number; store: string }

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'
const KEPT = ['awaitingVerification', 'returned', 'verified', 'superseded']

/** The walk under way, or a new one where that is due. */
export function currentWalk(sql: Sql, now: Date): Promise<Walk | undefined> {
  return inTransaction(sql, async (tx) => {
    const [walk] = await tx<(Walk & { begunAt: Date | null; overAt: Date | null })[]>`
      select no, after, begun_at, over_at from archive.care_walk for update`
    if (!walk) throw new Error('there is no walk')
    const { no, after, begunAt, overAt } = walk
    if (begunAt && !overAt) return { no, after }
    if (begunAt && overAt && nextWalkAt({ begunAt, overAt }) > now) return undefined
    await tx`
      update archive.care_walk set begun_at = ${now}, over_at = null, after = ${BEFORE_ALL}`
    return { no, after: BEFORE_ALL }
  })
}

/** The last version of the next piece; undefined behind the end. */
export async function nextPiece(
  sql: Sql,
  { after }: Walk,
  atMost: number,
): Promise<string | undefined> {
  const [piece] = await sql<{ last: string | null }[]>`
    select max(id::text) as last from (
      select id from archive.versions where id > ${after} order by id limit ${atMost}) p`
  return piece?.last ?? undefined
}

export async function listLacking(
  sql: Sql,
  { after }: Walk,
  last: string,
  stores: readonly string[],
): Promise<Lacking[]> {
  return await sql<Lacking[]>`
    select distinct c.version, c.kind, c.page, s.store
    from archive.versions v
    join archive.copies c on c.version = v.id
    cross join unnest(${[...stores]}::text[]) as s (store)
    where v.id > ${after} and v.id <= ${last} and v.key_gone_at is null and v.status = any(${KEPT})
      and not exists (
        select from archive.copies o
        where o.version = c.version and o.kind = c.kind and o.page = c.page and o.store = s.store)`
}

/** Sums the piece up and goes on behind it; false where another process was there first. */
export function passPiece(
  sql: Sql,
  { no, after }: Walk,
  last: string,
  stores: readonly string[],
  now: Date,
): Promise<boolean> {
  return inTransaction(sql, async (tx) => {
    const passed = await tx`
      update archive.care_walk set after = ${last} where no = ${no} and after = ${after}`
    if (passed.count === 0) return false
    await addSums(tx, { no, after }, last, stores, now)
    return true
  })
}

/** Its numbers are shown from here on, with those of the papers of destructions, of which there are few. */
export function endWalk(
  sql: Sql,
  { no, after }: Walk,
  stores: readonly string[],
  now: Date,
): Promise<void> {
  return inTransaction(sql, async (tx) => {
    const ended = await tx`
      update archive.care_walk set no = no + 1, over_at = ${now}, counted_at = ${now}
      where no = ${no} and after = ${after} and over_at is null`
    if (ended.count === 0) return
    await addPaperSums(tx, no, stores, now)
    await tx`delete from archive.care_sums where walk < ${no}`
  })
}

async function addPaperSums(
  tx: TransactionSql,
  no: number,
  stores: readonly string[],
  now: Date,
): Promise<void> {
  await tx`
    insert into archive.care_sums (walk, what, agency, store, copies, bytes, covered, damaged, missing, unchecked,
      lacking)
    select ${no}, 'papers', b.agency, n.store, ${counted(tx, now)}, count(*) filter (where c.object is null)
    from archive.batch_files f join archive.batches b on b.id = f.batch
    cross join unnest(${[...stores]}::text[]) as n (store)
    left join archive.batch_file_copies c on c.file = f.id and c.store = n.store
    group by b.agency, n.store`
}

/** For a statement that has copies as c. */
function counted(tx: TransactionSql, now: Date) {
  return tx`
    count(c.object), coalesce(sum(c.bytes), 0),
    count(*) filter (where c.health = 'healthy' and c.last_result = 'ok' and c.checked_at > ${coveredSince(now)}),
    count(*) filter (where c.health = 'damaged'), count(*) filter (where c.health = 'missing'),
    count(*) filter (where c.health = 'unchecked')`
}

/** A store that lacks a copy has a row too. */
async function addSums(
  tx: TransactionSql,
  { no, after }: Walk,
  last: string,
  stores: readonly string[],
  now: Date,
): Promise<void> {
  await tx`
    with parts as (
      select distinct v.id, v.agency, c.kind, c.page, v.status = any(${KEPT}) as wanted
      from archive.versions v join archive.copies c on c.version = v.id
      where v.id > ${after} and v.id <= ${last} and v.key_gone_at is null
    )
    insert into archive.care_sums as s (walk, agency, store, copies, bytes, covered, damaged, missing,
      unchecked, lacking)
    select ${no}, p.agency, n.store, ${counted(tx, now)}, count(*) filter (where c.object is null and p.wanted)
    from parts p cross join unnest(${[...stores]}::text[]) as n (store)
    left join archive.copies c
      on c.version = p.id and c.kind = p.kind and c.page = p.page and c.store = n.store
    group by p.agency, n.store
    on conflict (walk, agency, store, what) do update
    set copies = s.copies + excluded.copies, bytes = s.bytes + excluded.bytes,
      covered = s.covered + excluded.covered, damaged = s.damaged + excluded.damaged,
      missing = s.missing + excluded.missing, unchecked = s.unchecked + excluded.unchecked,
      lacking = s.lacking + excluded.lacking`
}
