import type { AgencyId } from '#domain/agency.ts'
import type { Acting, Batch, BatchId } from '#domain/archive/destruction/batch.ts'
import {
  type Answering,
  type AnswerRefused,
  answerObjection as decideAnswer,
  objectTo as decideObjecting,
  type ObjectingRefused,
  type Objection,
} from '#domain/archive/destruction/objection.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { Reason } from '#domain/desk/reason.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { filled, inTransaction, type Sql, type TransactionSql } from '../../database.ts'
import type { OfficeAct } from '../../worn-hat.ts'
import { passGate } from '../gate.ts'
import { inBatch, lockBatch, type NoBatch } from './batches.ts'
import { isSubjectOf, lockItem } from './items.ts'
import { withdrawFrom } from './withdraw.ts'

/** The person's own record, in whatever batch it is. */
export function objectTo(
  sql: Sql,
  { record, person, reason }: { record: RecordId; person: PersonId; reason: Reason },
  now: Date,
): Promise<Result<Objection, ObjectingRefused | { kind: 'noSuchItem' }>> {
  return inTransaction(sql, async (tx) => {
    await passGate(tx)
    const key = await findListing(tx, record, person)
    const batch = key && (await lockBatch(tx, key))
    const item = batch && (await lockItem(tx, batch.id, record))
    if (!batch || !item) return no({ kind: 'noSuchItem' })
    const has = (await findObjection(tx, batch.id, record)) !== undefined
    const filed = decideObjecting(batch, item, { by: person, reason, has, now })
    if (!filed.ok) return filed
    await tx`
      insert into archive.objections (batch, record, person, reason, filed_at)
      values (${batch.id}, ${record}, ${person}, ${reason}, ${now})`
    return filed
  })
}

/** What nobody answered yet in lists of the agency; `batch`: where it has waited longest. */
export async function findWaiting(
  sql: Sql,
  agency: AgencyId,
): Promise<{ count: number; batch: BatchId } | undefined> {
  const [row] = await sql<{ count: number; batch: BatchId }[]>`
    select count(*) over ()::int as count, o.batch
    from archive.objections o join archive.batches b on b.id = o.batch
    where b.agency = ${agency} and b.state <> 'closed' and o.accepted is null order by o.filed_at limit 1`
  return row
}

export type AnsweringRefused = AnswerRefused | { kind: 'noSuchItem' }

/** T20: what is accepted leaves the list with the answer. */
export function answerObjection(
  sql: Sql,
  act: OfficeAct,
  {
    batch,
    record,
    ...answer
  }: { batch: BatchId; record: RecordId } & Pick<Answering, 'accepted' | 'because'>,
): Promise<Result<Objection, AnsweringRefused | NoBatch>> {
  const now = act.event.at
  return inBatch<Objection, AnsweringRefused>(sql, act, batch, async (tx, found, by) => {
    const item = await lockItem(tx, batch, record)
    const objection = await findObjection(tx, batch, record)
    if (!item || !objection) return no({ kind: 'noSuchItem' })
    const isSubject = await isSubjectOf(tx, found, by.person)
    const answered = decideAnswer(found, objection, { ...answer, by, isSubject, now })
    if (!answered.ok) return answered
    await keepAnswer(tx, found, answered.value, by, now)
    return ok(answered.value)
  })
}

async function keepAnswer(
  tx: TransactionSql,
  batch: Batch,
  objection: Objection,
  { person, hat }: Acting,
  now: Date,
): Promise<void> {
  if (objection.state === 'open') return
  const { record, accepted, because } = objection
  await tx`
    update archive.objections
    set accepted = ${accepted}, because = ${because}, answered_by = ${person}, answered_as = ${hat},
      answered_at = ${now}
    where batch = ${batch.id} and record = ${record}`
  if (!accepted) return
  const actor = { person, hat }
  await withdrawFrom(tx, batch, [record], { because: 'objectionAccepted', actor, at: now })
}

/** The batch that has it now; only for whose record it is. */
async function findListing(tx: TransactionSql, record: RecordId, person: PersonId) {
  const [row] = await tx<{ id: BatchId; agency: AgencyId }[]>`
    select b.id, b.agency from archive.batch_items i join archive.batches b on b.id = i.batch
    where i.record = ${record} and i.subject = ${person} and i.state <> 'over'`
  return row
}

export async function findObjection(
  sql: Sql | TransactionSql,
  batch: BatchId,
  record: RecordId,
): Promise<Objection | undefined> {
  const [row] = await sql<ObjectionRow[]>`
    select record, person, reason, filed_at, accepted, because, answered_by
    from archive.objections where batch = ${batch} and record = ${record}`
  return row && toObjection(row)
}

type ObjectionRow = {
  record: RecordId
  person: PersonId
  reason: Reason
  filedAt: Date
  accepted: boolean | null
  because: Reason | null
  answeredBy: PersonId | null
}

function toObjection(row: ObjectionRow): Objection {
  const { record, person, reason, filedAt: at, accepted } = row
  const filed = { record, person, reason, at }
  if (accepted === null) return { ...filed, state: 'open' }
  const answer = { because: filled(row.because), by: filled(row.answeredBy) }
  return { ...filed, state: 'answered', accepted, ...answer }
}
