import type { Context } from 'hono'
import { parseRuleId, type RetentionRule, type RuleId } from '#domain/archive/retention/rule.ts'
import type { ForecastId } from '#domain/archive/retention/rule-request.ts'
import type { TermsFormProblem } from '#views/archive/retention/retention-page-words.ts'
import { ruleFormPage, type TypedRule } from '#views/archive/retention/rule-form-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import { askForecast, type WhatIf } from '../../../store/archive/retention/forecasts.ts'
import { findNewestRule } from '../../../store/archive/retention/rules.ts'
import { leaveFor, refuseForm, respond } from '../../respond.ts'
import type { AgainProblem } from '../../route.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'
import { NEW_RULE, readTerms, readTyped, toTyped } from './typed-rule.ts'

/** GET /instansi/penyusutan/aturan/baru */
export function getNewRule(deps: Deps) {
  return async (c: Context<ForHat>) =>
    respond(c, await page(deps, c, { rule: undefined, typed: NEW_RULE }))
}

/** POST of the same address: counts what it would do; nothing changes. */
export function postNewRule(deps: Deps) {
  return async (c: Context<ForHat>) => foresee(deps, c, undefined)
}

export function newRuleAgain(deps: Deps) {
  return async (c: Context<ForHat>, _: AgainProblem) =>
    refuse(deps, c, { rule: undefined, typed: await readTyped(c), problem: { kind: 'stale' } })
}

/** GET /instansi/penyusutan/aturan/:id: the rule as it stands, to be changed. */
export function getRuleChange(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const rule = await ruleOf(deps, c)
    if (!rule) return c.notFound()
    return respond(c, await page(deps, c, { rule, typed: toTyped(rule) }))
  }
}

/** POST of the same address */
export function postRuleChange(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const rule = await ruleOf(deps, c)
    return rule ? foresee(deps, c, rule) : c.notFound()
  }
}

export function ruleChangeAgain(deps: Deps) {
  return async (c: Context<ForHat>, _: AgainProblem) => {
    const rule = await ruleOf(deps, c)
    if (!rule) return c.notFound()
    return refuse(deps, c, { rule, typed: await readTyped(c), problem: { kind: 'stale' } })
  }
}

async function foresee(deps: Deps, c: Context<ForHat>, rule: RetentionRule | undefined) {
  const { agency } = c.var.hat
  if (!agency) return c.notFound()
  const typed = await readTyped(c)
  const terms = readTerms(typed)
  if (!terms.ok)
    return refuse(deps, c, { rule, typed, problem: { kind: 'terms', problem: terms.problem } })
  const id = deps.vault.newId() as ForecastId
  const whatIf: WhatIf = {
    rule: rule?.id ?? (deps.vault.newId() as RuleId),
    base: rule?.version ?? 0,
    terms: terms.value,
  }
  const by = c.var.current.person.id
  await askForecast(deps.sql, { id, agency, whatIf, by, now: deps.clock() })
  return leaveFor(c, paths.retentionForecast(id))
}

/** Of the agency of the hat; another's is none. */
async function ruleOf(deps: Deps, c: Context<ForHat>): Promise<RetentionRule | undefined> {
  const id = parseRuleId(c.req.param('id') ?? '')
  const { agency } = c.var.hat
  return id && agency && findNewestRule(deps.sql, { agency, id })
}

type Shown = { rule: RetentionRule | undefined; typed: TypedRule; problem?: TermsFormProblem }

async function refuse(
  deps: Deps,
  c: Context<ForHat>,
  shown: Shown & { problem: TermsFormProblem },
) {
  const { kind } = shown.problem
  return refuseForm(c, await page(deps, c, shown), { kind }, deps.clock())
}

async function page(deps: Deps, c: Context<ForHat>, { rule, typed, problem }: Shown) {
  return ruleFormPage({
    frame: frameOf(deps, c.var),
    place: rule ? paths.retentionRule(rule.id) : paths.newRetentionRule,
    isNew: !rule,
    names: await typeNames(deps),
    typed,
    problem,
  })
}
