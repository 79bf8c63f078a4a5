import type { Context } from 'hono'
import { parseRuleRequestId, RULE_REQUEST_STATES } from '#domain/archive/retention/rule-request.ts'
import { auditedRulePage } from '#views/archive/retention/audited-rule-page.tsx'
import { auditedRulesPage } from '#views/archive/retention/audited-rules-page.tsx'
import { RULE_STATE_NAMES } from '#views/path-queries.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import { findAuditedRule, listAuditedRules } from '../../../store/archive/retention/audited.ts'
import { askedList } from '../../audit/asked-list.ts'
import { auditorOf } from '../../audit/auditor.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'

/** GET /nasional/aturan-retensi: what was asked of the rules of all agencies. */
export function getAuditedRules(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const listed = await askedList(deps, c, { stateOf, list: listAuditedRules })
    return respond(c, auditedRulesPage({ frame: frameOf(deps, c.var), listed }))
  }
}

function stateOf(name: string) {
  return RULE_REQUEST_STATES.find((one) => RULE_STATE_NAMES[one] === name)
}

/** GET /nasional/aturan-retensi/:id */
export function getAuditedRule(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const id = parseRuleRequestId(c.req.param('id') ?? '')
    const request = id && (await findAuditedRule(deps.sql, auditorOf(c, deps), id))
    if (!request) return c.notFound()
    const names = await typeNames(deps)
    return respond(c, auditedRulePage({ frame: frameOf(deps, c.var), request, names }))
  }
}
