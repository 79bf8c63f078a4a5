import type { TypeRequest, TypeRequestId } from '#domain/archive/type-request.ts'
import {
  AUDITED_ON_A_PAGE,
  type Auditor,
  asAuditor,
  keepAsked,
  type ListAsked,
  within,
} from '../auditor.ts'
import type { Sql, TransactionSql } from '../database.ts'
import { type AuditedEvent, listDecided } from './audited-events.ts'
import { type RequestRow, requestColumns, toRequest } from './type-requests.ts'

/** What was asked of a type of records, by whom, and who decided. */
export type AuditedType = TypeRequest & {
  typeName: string
  askerName: string
  deciderName: string | undefined
}

/** Asked last first, one more than a page takes; they are of the nation. */
export function listAuditedTypes(
  sql: Sql,
  auditor: Auditor,
  asked: ListAsked<TypeRequest['state']>,
): Promise<AuditedType[]> {
  const { state, after } = asked
  return asAuditor(sql, async (tx) => {
    await keepAsked(tx, auditor, { of: 'types', ...asked })
    const rows = await tx<AuditedRow[]>`
      ${selectRequests(tx)} where true
        ${state ? tx`and q.state = ${state}` : tx``} ${within(tx, tx`q.asked_at`, asked, auditor)}
        ${after ? tx`and (q.asked_at, q.id) < (select a.asked_at, a.id from archive.record_type_requests a where a.id = ${after})` : tx``}
      order by q.asked_at desc, q.id desc limit ${AUDITED_ON_A_PAGE + 1}`
    return rows.map(toAudited)
  })
}

const TYPE_EVENTS = ['recordTypeChanged'] as const

type WholeType = AuditedType & {
  events: readonly AuditedEvent<(typeof TYPE_EVENTS)[number]>[]
}

export function findAuditedType(
  sql: Sql,
  auditor: Auditor,
  id: TypeRequestId,
): Promise<WholeType | undefined> {
  return asAuditor(sql, async (tx) => {
    const [row] = await tx<AuditedRow[]>`${selectRequests(tx)} where q.id = ${id}`
    if (!row) return undefined
    await keepAsked(tx, auditor, { of: 'type', request: id })
    return { ...toAudited(row), events: await listDecided(tx, TYPE_EVENTS, row) }
  })
}

function selectRequests(tx: TransactionSql) {
  return tx`
    select ${requestColumns(tx)}, asker.name as asker_name, decider.name as decider_name
    from archive.record_type_requests q
    join people asker on asker.id = q.asked_by
    left join people decider on decider.id = q.decided_by`
}

type AuditedRow = RequestRow & { askerName: string; deciderName: string | null }

function toAudited(row: AuditedRow): AuditedType {
  const { askerName } = row
  const deciderName = row.deciderName ?? undefined
  return { ...toRequest(row), typeName: row.before.name, askerName, deciderName }
}
