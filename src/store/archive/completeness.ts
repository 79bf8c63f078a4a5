import { randomInt } from 'node:crypto'
import {
  type Completeness,
  completenessOf,
  type Summary,
  summaryOf,
} from '#domain/archive/completeness.ts'
import type { RecordType } from '#domain/archive/record-type.ts'
import type { PersonId, PersonKind } from '#domain/person.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'
import { type KnownCareer, listCareers } from './careers.ts'
import { listRecordTypes } from './record-types.ts'

/** Of one person as things stand, for a page about them. */
export async function findCompleteness(
  sql: Sql | TransactionSql,
  person: PersonId,
): Promise<Completeness | undefined> {
  const types = await listRecordTypes(sql)
  const [known] = await listCareers(sql, [person], true)
  return known && completenessOf(types, known.career, known.stateOf)
}

/** In the transaction of whatever changed a record, a version or the history of somebody; the last lock it takes. */
export function recomputeCompleteness(tx: TransactionSql, person: PersonId): Promise<void> {
  return recomputeCompletenessOf(tx, [person])
}

/** Two changes of one person wait for each other here, so that the later one counts both. */
export async function recomputeCompletenessOf(
  tx: TransactionSql,
  people: readonly PersonId[],
): Promise<void> {
  if (people.length === 0) return
  await tx`
    select from archive.completeness where person = any(${[...people]}::uuid[]) order by person for update`
  await keep(tx, await countAnew(tx, people))
}

/** Those whom something beside the archive changed; true while there may be more. */
export function recomputeStale(sql: Sql, atMost = 200): Promise<boolean> {
  return inTransaction(sql, async (tx) => {
    const stale = await tx<{ person: PersonId }[]>`
      select person from archive.completeness where stale
      order by person limit ${atMost} for update skip locked`
    const people = stale.map(({ person }) => person)
    if (people.length > 0) await keep(tx, await countAnew(tx, people))
    return people.length === atMost
  })
}

/** Whom a change of the types concerns, a piece at a time; true while there may be more. */
export function markPiece(sql: Sql, atMost = 5000): Promise<boolean> {
  return inTransaction(sql, async (tx) => {
    const [mark] = await tx<{ id: string; afterPerson: PersonId }[]>`
      select id, after_person from archive.completeness_marks order by id limit 1 for update skip locked`
    if (!mark) return false
    const piece = await tx<{ person: PersonId }[]>`
      select person from archive.completeness where person > ${mark.afterPerson}
      order by person limit ${atMost} for update`
    const last = piece.at(-1)?.person
    await tx`
      update archive.completeness set stale = true
      where person > ${mark.afterPerson} and person <= ${last ?? mark.afterPerson} and not stale`
    if (last && piece.length === atMost)
      await tx`
        update archive.completeness_marks set after_person = ${last} where id = ${mark.id}`
    else await tx`delete from archive.completeness_marks where id = ${mark.id}`
    return true
  })
}

/**
 * Counts those anew who lie together somewhere in the table, and mends what differs: how many do must
 * be none (archive.md 3).
 */
export function checkSome(sql: Sql): Promise<number> {
  return inTransaction(sql, async (tx) => {
    const [size] = await tx<{ blocks: number }[]>`
      select pg_relation_size('archive.completeness') / current_setting('block_size')::bigint as blocks`
    const block = randomInt(Math.max(size?.blocks ?? 1, 1))
    const kept = await tx<(Kept & { stale: boolean })[]>`
      select person, scheme, score, missing, waiting, returned, gaps from archive.completeness
      where ctid >= ${`(${block},0)`}::tid and ctid < ${`(${block + 1},0)`}::tid and not stale
      order by person for update`
    const counted = await countAnew(
      tx,
      kept.map(({ person }) => person),
    )
    // What differs is no mistake while not everybody is marked whom a change of the types concerns.
    const marks = await tx`select from archive.completeness_marks limit 1`
    if (marks.length > 0) return 0
    const before = new Map(kept.map((one) => [one.person, one]))
    const wrong = counted.filter((one) => !isSame(one, before.get(one.person)))
    await keep(tx, wrong)
    return wrong.length
  })
}

type Kept = Omit<Summary, 'score'> & {
  person: PersonId
  scheme: PersonKind
  score: number | null
}

async function countAnew(tx: TransactionSql, people: readonly PersonId[]): Promise<Kept[]> {
  const types = await listRecordTypes(tx)
  const known = await listCareers(tx, people, false)
  return known.map((one) => toKept(types, one))
}

function toKept(types: readonly RecordType[], { person, career, stateOf }: KnownCareer): Kept {
  const { score, ...summary } = summaryOf(completenessOf(types, career, stateOf))
  return { person, scheme: career.kind, score: score ?? null, ...summary }
}

async function keep(tx: TransactionSql, counted: readonly Kept[]): Promise<void> {
  await tx`
    update archive.completeness c
    set scheme = n.scheme, score = n.score, missing = n.missing, waiting = n.waiting, returned = n.returned,
      gaps = n.gaps, stale = false
    from jsonb_to_recordset(${tx.json(counted as never)})
      as n (person uuid, scheme text, score int, missing int, waiting int, returned int, gaps jsonb)
    where c.person = n.person`
}

function isSame(one: Kept, other: Kept | undefined): boolean {
  return !!other && factsOf(one) === factsOf(other)
}

function factsOf({ scheme, score, missing, waiting, returned, gaps }: Kept): string {
  const named = gaps.map(({ type, slot, reason }) => `${type}/${slot}/${reason}`)
  return JSON.stringify([scheme, score, missing, waiting, returned, named])
}
