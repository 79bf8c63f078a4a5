import type { AgencyId } from '#domain/agency.ts'
import type { BatchId, BatchState } from '#domain/archive/destruction/batch.ts'
import type { Certificate, CertificateLog } from '#domain/archive/destruction/certificate.ts'
import type { Course, ObjectionCounts } from '#domain/archive/destruction/course.ts'
import { leftTold } from '#domain/archive/told-in-office.ts'
import type { PersonId } from '#domain/person.ts'
import {
  AUDITED_ON_A_PAGE,
  type Auditor,
  asAuditor,
  keepAsked,
  type ListAsked,
  within,
} from '../../auditor.ts'
import { filled, type Sql, type TransactionSql } from '../../database.ts'
import type { BatchKey } from './batches.ts'
import { findInLog, listLeft } from './certificate.ts'
import { type FoundBatch, readWhole, withHindrances } from './reading.ts'

type AuditedLine = {
  id: BatchId
  state: BatchState
  since: Date
  number: string
  agency: string
}

/** Of all agencies, newest first, one more than a page takes. */
export function listAuditedBatches(
  sql: Sql,
  auditor: Auditor,
  asked: ListAsked<BatchState>,
): Promise<AuditedLine[]> {
  const { agency, state, after } = asked
  return asAuditor(sql, async (tx) => {
    await keepAsked(tx, auditor, { of: 'destructions', ...asked })
    return await tx<AuditedLine[]>`
      select b.id, b.state, b.since, p.number, a.name as agency
      from archive.batches b
      join archive.papers p on p.batch = b.id and p.kind = 'proposalList'
      join agencies a on a.id = b.agency
      where true
        ${agency ? tx`and b.agency = ${agency}` : tx``} ${state ? tx`and b.state = ${state}` : tx``}
        ${within(tx, tx`b.drawn_up_at`, asked, auditor)}
        ${after ? tx`and (b.drawn_up_at, b.id) < (select a.drawn_up_at, a.id from archive.batches a where a.id = ${after})` : tx``}
      order by b.drawn_up_at desc, b.id desc limit ${AUDITED_ON_A_PAGE + 1}`
  })
}

/** What of a list is looked at: a page of it, one record of it, or one of its papers. */
type BatchPart = { part: string; record?: string | undefined; after?: string | undefined }

/** Of whatever agency, once it was kept that this auditor looked at that part of it. */
export function inAuditedBatch<Answer>(
  sql: Sql,
  auditor: Auditor,
  { id, ...part }: BatchPart & { id: BatchId },
  work: (tx: TransactionSql, key: BatchKey) => Promise<Answer>,
): Promise<Answer | undefined> {
  return asAuditor(sql, async (tx) => {
    const [found] = await tx<{ agency: AgencyId }[]>`
      select agency from archive.batches where id = ${id}`
    if (!found) return undefined
    await keepAsked(tx, auditor, { of: 'destruction', batch: id, ...part })
    return work(tx, { agency: found.agency, id })
  })
}

/** A list with all that was done with it. */
type AuditedBatch = FoundBatch & {
  course: Course
  left: Certificate['left']
  objections: ObjectionCounts
  /** How many records a step of the execution ever failed on. */
  everFailed: number
  log: CertificateLog | undefined
}

export async function findAuditedBatch(
  sql: Sql,
  auditor: Auditor,
  id: BatchId,
): Promise<AuditedBatch | undefined> {
  const { person, at } = auditor
  const found = await inAuditedBatch(sql, auditor, { id, part: 'standing' }, async (tx, key) => {
    const read = filled((await readWhole(tx, key, person, namesOf)) ?? null)
    const sums = await sumsOf(tx, id)
    const left = leftTold(await listLeft(tx, id), read.isSubject)
    return { ...read, ...sums, course: await courseOf(tx, id), left }
  })
  return found && { ...(await withHindrances(sql, found, at)), log: await findInLog(sql, id) }
}

async function namesOf(tx: TransactionSql, _: BatchId, people: readonly PersonId[]) {
  const rows = await tx<{ id: PersonId; name: string; nip: string }[]>`
    select id, name, coalesce(number, '') as nip from people where id = any(${[...people]}::uuid[])`
  return new Map(rows.map(({ id, ...named }) => [id, named]))
}

async function courseOf(tx: TransactionSql, id: BatchId): Promise<Course> {
  const [row] = await tx<Course[]>`
    select g.name as agency_name, b.drawn_up_at, b.approved_at, b.wait_until, b.started_at, b.closed_at,
      b.root_from, b.root_to
    from archive.batches b join agencies g on g.id = b.agency where b.id = ${id}`
  return filled(row ?? null)
}

async function sumsOf(
  tx: TransactionSql,
  id: BatchId,
): Promise<Pick<AuditedBatch, 'objections' | 'everFailed'>> {
  const [row] = await tx<(ObjectionCounts & { everFailed: number })[]>`
    select count(*) as filed, count(*) filter (where accepted) as accepted,
      count(*) filter (where not accepted) as declined,
      (select count(*) from archive.batch_items where batch = ${id} and failures > 0) as ever_failed
    from archive.objections where batch = ${id}`
  const { everFailed, ...objections } = filled(row ?? null)
  return { objections, everFailed }
}
