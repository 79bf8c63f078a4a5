import type { Hat } from '#domain/access/hat.ts'
import { scopeOf } from '#domain/access/scope.ts'
import type { BatchId } from '#domain/archive/destruction/batch.ts'
import type { Item, Withdrawal } from '#domain/archive/destruction/item.ts'
import type { Objection } from '#domain/archive/destruction/objection.ts'
import type { ProposalRefused } from '#domain/archive/destruction/propose-record.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { RetentionReason } from '#domain/archive/retention/reason.ts'
import type { VersionId, VersionStatus } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql, TransactionSql } from '../../database.ts'
import { inScope } from '../../scope.ts'
import type { StepProblem } from './claims.ts'
import { type ItemRow, itemColumns, toItem } from './items.ts'
import { findObjection } from './objections.ts'
import { type CandidateRow, type Choice, candidates, judgeCandidates } from './propose.ts'
import { type Named, namesIn } from './reading.ts'

/** One line of a list as people read it. */
export type ListedItem = {
  item: Item
  whose: Named
  type: string
  slot: string
  endsOn: string
  because: Withdrawal | undefined
  reason: string | undefined
  failing: boolean
  objects: boolean
}

export const ITEMS_ON_A_PAGE = 50

type ListedRow = ItemRow & {
  type: string
  slot: string
  endsOn: string | null
  because: Withdrawal | null
  reason: string | null
  problem: StepProblem | null
  objects: boolean
  exceptionApplies: boolean | null
}

/** In the order of their ids, after the one that the page before ended with. */
export function listItems(
  sql: Sql,
  hat: Hat,
  { batch, after }: { batch: BatchId; after: RecordId | undefined },
  now: Date,
): Promise<ListedItem[]> {
  return inScope(sql, scopeOf(hat), now, async (tx) => {
    const rows = await tx<ListedRow[]>`
      ${listed(tx, batch)} and (${after ?? null}::uuid is null or i.record > ${after ?? null})
      order by i.record limit ${ITEMS_ON_A_PAGE + 1}`
    return withNames(tx, batch, rows)
  })
}

/** What somebody who appraises a record, or answers an objection about it, sees of it. */
export type FoundItem = ListedItem & {
  retention: RetentionReason | undefined
  exceptionApplies: boolean | undefined
  versions: readonly FoundVersion[]
  objection: Objection | undefined
}

type FoundVersion = {
  id: VersionId
  no: number
  status: VersionStatus
  pages: number | null
  bytes: number
}

export function findItem(
  sql: Sql,
  hat: Hat,
  { batch, record }: { batch: BatchId; record: RecordId },
  now: Date,
): Promise<FoundItem | undefined> {
  return inScope(sql, scopeOf(hat), now, async (tx) => {
    const rows = await tx<(ListedRow & { retention: RetentionReason | null })[]>`
      ${listed(tx, batch)} and i.record = ${record}`
    const [named] = await withNames(tx, batch, rows)
    if (!named) return undefined
    const versions = await tx<FoundVersion[]>`
      select id, no, status, pages, bytes from archive.versions where record = ${record} order by no`
    const objection = await findObjection(tx, batch, record)
    const exceptionApplies = rows[0]?.exceptionApplies ?? undefined
    const retention = rows[0]?.retention ?? undefined
    return { ...named, retention, exceptionApplies, versions, objection }
  })
}

function listed(tx: TransactionSql, batch: BatchId) {
  return tx`
    select ${itemColumns(tx)}, r.type, r.slot, r.retention_end::text as ends_on, r.retention_reason as retention,
      i.because, i.reason, i.problem, i.exception_applies, exists (select from archive.objections o
        where o.batch = i.batch and o.record = i.record and o.accepted is null) as objects
    from archive.batch_items i join archive.records r on r.id = i.record
    where i.batch = ${batch}`
}

async function withNames(
  tx: TransactionSql,
  batch: BatchId,
  rows: readonly ListedRow[],
): Promise<ListedItem[]> {
  const names = await namesIn(
    tx,
    batch,
    rows.map(({ subject }) => subject),
  )
  return rows.map((row) => ({
    item: toItem(row),
    whose: names.get(row.subject) ?? { name: '', nip: '' },
    type: row.type,
    slot: row.slot,
    endsOn: row.endsOn ?? '',
    because: row.because ?? undefined,
    reason: row.reason ?? undefined,
    failing: row.problem !== null,
    objects: row.objects,
  }))
}

/** A record that the list would have, or why it would not. */
export type ProposableRecord = Named & {
  record: RecordId
  type: string
  slot: string
  endsOn: string
  approval: 'agency' | 'nationalArchives'
  refusal: ProposalRefused['kind'] | undefined
}

export const PROPOSED_ON_A_PAGE = 50

/** The first of those that the archivist would draw up, and how many more there are at the least. */
export function listProposable(
  sql: Sql,
  hat: Hat,
  { choice, by }: { choice: Choice; by: PersonId },
  now: Date,
): Promise<ProposableRecord[]> {
  const { agency, role } = hat
  if (!agency) return Promise.resolve([])
  return inScope(sql, scopeOf(hat), now, async (tx) => {
    const rows = await tx<CandidateRow[]>`
      ${candidates(tx, { ...choice, agency })} order by r.retention_end, r.id limit ${PROPOSED_ON_A_PAGE + 1}`
    const judged = await judgeCandidates(tx, rows, { by: { person: by, role }, agency, now })
    const names = await namesInCustody(tx, rows)
    return judged.map(({ record, subject, type, slot, endsOn, approval, proposed }) => {
      const refusal = proposed.ok ? undefined : proposed.problem.kind
      const named = names.get(subject) ?? { name: '', nip: '' }
      return { record, ...named, type, slot, endsOn, approval, refusal }
    })
  })
}

async function namesInCustody(
  tx: TransactionSql,
  rows: readonly CandidateRow[],
): Promise<Map<PersonId, Named>> {
  const people = rows.map(({ subject }) => subject)
  const named = await tx<(Named & { person: PersonId })[]>`
    select person, name, coalesce(nip, '') as nip from archive.names_in_custody(${people}::uuid[])`
  return new Map(named.map(({ person, name, nip }) => [person, { name, nip }]))
}
