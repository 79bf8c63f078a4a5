import type { Hat } from '#domain/access/hat.ts'
import { scopeOf } from '#domain/access/scope.ts'
import type { Batch, BatchId, BatchState } from '#domain/archive/destruction/batch.ts'
import type { KeptPaper } from '#domain/archive/destruction/paper.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql, TransactionSql } from '../../database.ts'
import { inScope } from '../../scope.ts'
import { type BatchKey, readBatch } from './batches.ts'
import { countUnrecorded } from './intents.ts'
import { type Counts, countItems } from './items.ts'
import { listPapers } from './papers.ts'
import { findHindrances } from './start.ts'

export type ListedBatch = { id: BatchId; state: BatchState; since: Date; number: string }

export const BATCHES_ON_A_PAGE = 30

/** Of the agency of the hat, newest first, after the one that the page before ended with. */
export function listBatches(
  sql: Sql,
  hat: Hat,
  after: BatchId | undefined,
  now: Date,
): Promise<ListedBatch[]> {
  return inScope(
    sql,
    scopeOf(hat),
    now,
    (tx) => tx<ListedBatch[]>`
      select b.id, b.state, b.since, p.number
      from archive.batches b join archive.papers p on p.batch = b.id and p.kind = 'proposalList'
      where b.agency = ${hat.agency ?? null}
        and (${after ?? null}::uuid is null
          or (b.drawn_up_at, b.id) < (select a.drawn_up_at, a.id from archive.batches a where a.id = ${after ?? null}))
      order by b.drawn_up_at desc, b.id desc limit ${BATCHES_ON_A_PAGE + 1}`,
  )
}

export type Named = { name: string; nip: string }

/** A batch with all that its page says of it. */
export type FoundBatch = ReadBatch & {
  openObjections: number
  openRequests: number
  /** The record whose objection has waited longest. */
  objected: RecordId | undefined
  unchecked: number
  unrecorded: number
}

type ReadBatch = {
  batch: Batch
  names: ReadonlyMap<PersonId, Named>
  papers: readonly KeptPaper[]
  counts: Counts
  failing: number
  isSubject: boolean
}

/** Within the agency of the hat; `viewer`: who looks, for nobody judges a list with a record of theirs. */
export async function findBatch(
  sql: Sql,
  hat: Hat,
  { id, viewer }: { id: BatchId; viewer: PersonId },
  now: Date,
): Promise<FoundBatch | undefined> {
  const { agency } = hat
  if (!agency) return undefined
  const found = await inScope(sql, scopeOf(hat), now, (tx) =>
    readWhole(tx, { agency, id }, viewer, namesIn),
  )
  return found && withHindrances(sql, found, now)
}

type NamesOf = (
  tx: TransactionSql,
  batch: BatchId,
  people: readonly PersonId[],
) => Promise<Map<PersonId, Named>>

/** Under whatever role reads it; `namesOf`: how that one learns what people are called. */
export async function readWhole(
  tx: TransactionSql,
  key: BatchKey,
  viewer: PersonId,
  namesOf: NamesOf,
): Promise<ReadBatch | undefined> {
  const { id } = key
  const batch = await readBatch(tx, key)
  if (!batch) return undefined
  const people = batch.parties.map(({ person }) => person)
  const names = await namesOf(tx, id, people)
  return { batch, names, papers: await listPapers(tx, id), ...(await standingOf(tx, id, viewer)) }
}

/** Copies and the log are nothing that an office reads; the batch was found for who asks. */
export async function withHindrances<Found extends ReadBatch>(
  sql: Sql,
  found: Found,
  now: Date,
): Promise<Found & FoundBatch> {
  const { id } = found.batch
  const unrecorded = await countUnrecorded(sql, id)
  return { ...found, ...(await findHindrances(sql, id, now)), unrecorded }
}

async function standingOf(tx: TransactionSql, id: BatchId, viewer: PersonId) {
  const [row] = await tx<{ failing: number; isSubject: boolean }[]>`
    select (select count(*) from archive.batch_items
        where batch = ${id} and state <> 'over' and problem is not null) as failing,
      exists (select from archive.batch_items where batch = ${id} and subject = ${viewer}) as is_subject`
  const { failing = 0, isSubject = false } = row ?? {}
  return { counts: await countItems(tx, id), failing, isSubject }
}

/** What those are called who sit in a batch or have a record in it. */
export async function namesIn(
  tx: TransactionSql,
  batch: BatchId,
  people: readonly PersonId[],
): Promise<Map<PersonId, Named>> {
  const rows = await tx<(Named & { person: PersonId })[]>`
    select person, name, coalesce(nip, '') as nip
    from archive.named_in_batch(${batch}, ${[...people]}::uuid[])`
  return new Map(rows.map(({ person, name, nip }) => [person, { name, nip }]))
}
