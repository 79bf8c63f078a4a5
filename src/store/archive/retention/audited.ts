import type { RetentionRule, RuleId } from '#domain/archive/retention/rule.ts'
import {
  type RuleRequest,
  type RuleRequestId,
  wouldShorten,
} from '#domain/archive/retention/rule-request.ts'
import {
  AUDITED_ON_A_PAGE,
  type Auditor,
  asAuditor,
  keepAsked,
  type ListAsked,
  within,
} from '../../auditor.ts'
import type { Sql, TransactionSql } from '../../database.ts'
import { type AuditedEvent, listDecided } from '../audited-events.ts'
import { type FoundForecast, findForecast } from './forecasts.ts'
import { type RequestRow, requestColumns, toRequest } from './rule-requests.ts'
import { listRuleVersions } from './rules.ts'

/** What was asked of a rule, with the version that it would replace and the one that came of it. */
export type AuditedRule = RuleRequest & {
  agencyName: string
  askerName: string
  deciderName: string | undefined
  before: RetentionRule | undefined
  published: RetentionRule | undefined
  shortens: boolean
}

/** Of all agencies, asked last first, one more than a page takes. */
export function listAuditedRules(
  sql: Sql,
  auditor: Auditor,
  asked: ListAsked<RuleRequest['state']>,
): Promise<AuditedRule[]> {
  const { agency, state, after } = asked
  return asAuditor(sql, async (tx) => {
    await keepAsked(tx, auditor, { of: 'rules', ...asked })
    const rows = await tx<AuditedRow[]>`
      ${selectRequests(tx)} where true
        ${agency ? tx`and q.agency = ${agency}` : tx``} ${state ? tx`and q.state = ${state}` : tx``}
        ${within(tx, tx`q.asked_at`, asked, auditor)}
        ${after ? tx`and (q.asked_at, q.id) < (select a.asked_at, a.id from archive.retention_rule_requests a where a.id = ${after})` : tx``}
      order by q.asked_at desc, q.id desc limit ${AUDITED_ON_A_PAGE + 1}`
    return withRules(tx, rows)
  })
}

const RULE_EVENTS = ['retentionRulePublished', 'retentionRuleChanged'] as const

type WholeRule = AuditedRule & {
  /** What its asker saw coming. */
  foreseen: FoundForecast | undefined
  events: readonly AuditedEvent<(typeof RULE_EVENTS)[number]>[]
}

export function findAuditedRule(
  sql: Sql,
  auditor: Auditor,
  id: RuleRequestId,
): Promise<WholeRule | undefined> {
  return asAuditor(sql, async (tx) => {
    const [row] = await tx<AuditedRow[]>`${selectRequests(tx)} where q.id = ${id}`
    if (!row) return undefined
    await keepAsked(tx, auditor, { of: 'rule', request: id })
    const [request] = await withRules(tx, [row])
    const foreseen = await findForecast(tx, { agency: row.agency, id: row.forecast })
    const events = await listDecided(tx, RULE_EVENTS, row)
    return request && { ...request, foreseen, events }
  })
}

/** Each with the version before it, and after it where it was published. */
async function withRules(tx: TransactionSql, rows: readonly AuditedRow[]): Promise<AuditedRule[]> {
  const wanted = rows.flatMap(({ agency, rule: id, base }) => [
    { agency, id, version: base },
    { agency, id, version: base + 1 },
  ])
  const rules = new Map(
    (await listRuleVersions(tx, wanted)).map((one) => [keyOf(one.id, one.version), one]),
  )
  return rows.map((row) => {
    const request = toRequest(row)
    const before = rules.get(keyOf(row.rule, row.base))
    const { agencyName, askerName } = row
    return {
      ...{ ...request, agencyName, askerName, before, shortens: wouldShorten(request, before) },
      deciderName: row.deciderName ?? undefined,
      published: row.state === 'published' ? rules.get(keyOf(row.rule, row.base + 1)) : undefined,
    }
  })
}

/** An id is of one agency's rule alone. */
function keyOf(rule: RuleId, version: number): string {
  return `${rule} ${version}`
}

function selectRequests(tx: TransactionSql) {
  return tx`
    select ${requestColumns(tx)}, g.name as agency_name, asker.name as asker_name, decider.name as decider_name
    from archive.retention_rule_requests q
    join archive.retention_forecasts f on f.id = q.forecast
    join agencies g on g.id = q.agency
    join people asker on asker.id = q.asked_by
    left join people decider on decider.id = q.decided_by`
}

type AuditedRow = RequestRow & {
  agencyName: string
  askerName: string
  deciderName: string | null
}
