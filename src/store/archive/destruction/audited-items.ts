import type { AgencyId } from '#domain/agency.ts'
import type { BatchId } from '#domain/archive/destruction/batch.ts'
import type { DestructionStep } from '#domain/archive/destruction/destroy-item.ts'
import type { AuditedChoice, Item, Withdrawal } from '#domain/archive/destruction/item.ts'
import type { Objection } from '#domain/archive/destruction/objection.ts'
import type { KeptPaper } from '#domain/archive/destruction/paper.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { RetentionReason } from '#domain/archive/retention/reason.ts'
import { TOLD } from '#domain/archive/told-event.ts'
import { eventsTold, withdrawalTold } from '#domain/archive/told-in-office.ts'
import type { Auditor } from '../../auditor.ts'
import type { Sql, TransactionSql } from '../../database.ts'
import { type AuditedEvent, listAuditedEvents } from '../audited-events.ts'
import { inAuditedBatch } from './audited.ts'
import { leafOf } from './intents.ts'
import { type ItemRow, itemColumns, toItem } from './items.ts'
import { findObjection } from './objections.ts'
import { listPapers } from './papers.ts'
import { ITEMS_ON_A_PAGE } from './reading-items.ts'

/** One line of a list for whoever may not know whose it is, nor what stood in it. */
export type AuditedItem = {
  item: Item
  lastFour: string
  type: string
  year: number
  endsOn: string
  because: Withdrawal | undefined
  reason: string | undefined
  failing: boolean
  failures: number
  objects: boolean
  /** Where the log has that it would be destroyed, and that it was. */
  leaves: { intent: number | undefined; outcome: number | undefined }
}

type AuditedRow = ItemRow & {
  lastFour: string
  type: string
  year: number
  endsOn: string | null
  because: Withdrawal | null
  reason: string | null
  failing: boolean
  failures: number
  objects: boolean
  intent: number | null
  outcomeLeaf: number | null
}

type Asked = { batch: BatchId; only: AuditedChoice | undefined; after: RecordId | undefined }

/** In the order of their ids, one more than a page takes. */
export function listAuditedItems(
  sql: Sql,
  auditor: Auditor,
  { batch, only, after }: Asked,
): Promise<{ papers: KeptPaper[]; items: AuditedItem[] } | undefined> {
  const look = { id: batch, part: only ?? 'items', after }
  return inAuditedBatch(sql, auditor, look, async (tx) => {
    const rows = await tx<AuditedRow[]>`
      select ${auditedColumns(tx)} ${auditedFrom(tx)}
      where i.batch = ${batch} ${only ? CHOSEN[only](tx) : tx``}
        ${after ? tx`and i.record > ${after}` : tx``}
      order by i.record limit ${ITEMS_ON_A_PAGE + 1}`
    return {
      papers: await listPapers(tx, batch),
      items: rows.map((row) => toAudited(row, auditor)),
    }
  })
}

const CHOSEN: Record<AuditedChoice, (tx: TransactionSql) => ReturnType<TransactionSql>> = {
  left: (tx) => tx`and i.state = 'over' and i.outcome <> 'destroyed'`,
  failed: (tx) => tx`and i.failures > 0`,
  objected: (tx) => tx`and exists (
    select from archive.objections o where o.batch = i.batch and o.record = i.record)`,
}

type AuditedRecord = AuditedItem & {
  agency: AgencyId
  retention: RetentionReason | undefined
  exceptionApplies: boolean | undefined
  appraised: { by: string; at: Date } | undefined
  objection: Objection | undefined
  answered: { by: string; at: Date } | undefined
  steps: readonly { step: DestructionStep; at: Date }[]
  /** What happened to it in this list. */
  events: readonly AuditedEvent<(typeof TOLD)[number]>[]
}

export function findAuditedItem(
  sql: Sql,
  auditor: Auditor,
  { batch, record }: { batch: BatchId; record: RecordId },
): Promise<AuditedRecord | undefined> {
  return inAuditedBatch(sql, auditor, { id: batch, part: 'item', record }, async (tx, key) => {
    const [row] = await tx<FullRow[]>`
      select ${auditedColumns(tx)}, r.retention_reason as retention, i.exception_applies, i.appraised_at,
        (select name from people where id = i.appraised_by) as appraiser, o.answered_at, a.name as answerer
      ${auditedFrom(tx)}
      left join archive.objections o on o.batch = i.batch and o.record = i.record
      left join people a on a.id = o.answered_by
      where i.batch = ${batch} and i.record = ${record}`
    if (!row) return undefined
    const objection = await findObjection(tx, batch, record)
    const steps = await tx<AuditedRecord['steps']>`
      select step, at from archive.destruction_steps
      where batch = ${batch} and record = ${record} order by at`
    const events = await listAuditedEvents(tx, {
      names: TOLD,
      where: tx`e.record = ${record} and e.body ->> 'batch' = ${batch}`,
    })
    const told = eventsTold(events, row, auditor.person)
    return { ...toFull(row, auditor), agency: key.agency, objection, steps, events: told }
  })
}

type FullRow = AuditedRow & {
  retention: RetentionReason | null
  exceptionApplies: boolean | null
  appraisedAt: Date | null
  appraiser: string | null
  answeredAt: Date | null
  answerer: string | null
}

function toFull(row: FullRow, auditor: Auditor) {
  const { retention, exceptionApplies, appraisedAt, appraiser, answeredAt, answerer } = row
  return {
    ...toAudited(row, auditor),
    retention: retention ?? undefined,
    exceptionApplies: exceptionApplies ?? undefined,
    appraised: appraisedAt && appraiser ? { by: appraiser, at: appraisedAt } : undefined,
    answered: answeredAt && answerer ? { by: answerer, at: answeredAt } : undefined,
  }
}

function auditedColumns(tx: TransactionSql) {
  return tx`${itemColumns(tx)}, r.type, i.year, r.retention_end::text as ends_on, i.because, i.reason, i.failures,
    i.state <> 'over' and i.problem is not null as failing, coalesce(right(p.number, 4), '') as last_four,
    exists (select from archive.objections o
      where o.batch = i.batch and o.record = i.record and o.accepted is null) as objects,
    ${leafOf(tx, 'destructionStarted')} as intent, ${leafOf(tx, 'recordDestroyed')} as outcome_leaf`
}

function auditedFrom(tx: TransactionSql) {
  return tx`
    from archive.batch_items i
    join archive.records r on r.id = i.record
    join people p on p.id = i.subject`
}

function toAudited(row: AuditedRow, auditor: Auditor): AuditedItem {
  const { lastFour, type, year, failing, failures, objects } = row
  const audited = {
    ...{ item: toItem(row), lastFour, type, year, failing, failures, objects },
    endsOn: row.endsOn ?? '',
    because: row.because ?? undefined,
    reason: row.reason ?? undefined,
    leaves: { intent: row.intent ?? undefined, outcome: row.outcomeLeaf ?? undefined },
  }
  return withdrawalTold(audited, auditor.person)
}
