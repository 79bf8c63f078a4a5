import type { Context } from 'hono'
import { parseForecastId, type RuleRequestId } from '#domain/archive/retention/rule-request.ts'
import { ruleForecastPage } from '#views/archive/retention/forecast-page.tsx'
import type { ProposeProblem } from '#views/archive/retention/retention-page-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../../deps.ts'
import {
  type FoundForecast,
  findForecast,
  type WhatIf,
} from '../../../store/archive/retention/forecasts.ts'
import { addRuleRequest } from '../../../store/archive/retention/rule-requests.ts'
import { asHat, officeAct } from '../../office.ts'
import { leaveFor, refuseForm, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'

/** GET /instansi/penyusutan/perkiraan/:id: how far it is counted, then what it would do. */
export function getForecast(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const forecast = await forecastOf(deps, c)
    return forecast ? respond(c, await page(deps, c, forecast)) : c.notFound()
  }
}

/** POST of the same address: asks for exactly these terms. */
export function postForecast(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const forecast = await forecastOf(deps, c)
    if (!forecast) return c.notFound()
    const asked = { id: deps.vault.newId() as RuleRequestId, forecast: forecast.id }
    const added = await addRuleRequest(deps.sql, officeAct(deps, acting), asked)
    if (added.ok) return leaveFor(c, paths.retentionRulesAfter('diusulkan'))
    return refuse(deps, c, forecast, { ...added.problem } as ProposeProblem)
  }
}

export function forecastAgain(deps: Deps) {
  return async (acting: Context<ForActing>, problem: ProposeProblem) => {
    const c = asHat(acting)
    const forecast = await forecastOf(deps, c)
    return forecast ? refuse(deps, c, forecast, problem) : c.notFound()
  }
}

type OfRule = FoundForecast & { whatIf: WhatIf }

/** Of a change, in the agency of the hat. */
async function forecastOf(deps: Deps, c: Context<ForHat>): Promise<OfRule | undefined> {
  const id = parseForecastId(c.req.param('id') ?? '')
  const { agency } = c.var.hat
  const found = id && agency && (await findForecast(deps.sql, { agency, id }))
  return found?.whatIf ? { ...found, whatIf: found.whatIf } : undefined
}

async function refuse(deps: Deps, c: Context<ForHat>, forecast: OfRule, problem: ProposeProblem) {
  const shown = await page(deps, c, forecast, problem)
  return refuseForm(c, shown, { kind: problem.kind }, deps.clock())
}

async function page(deps: Deps, c: Context<ForHat>, found: OfRule, problem?: ProposeProblem) {
  return ruleForecastPage({
    frame: frameOf(deps, c.var),
    id: found.id,
    terms: found.whatIf.terms,
    forecast: found.forecast,
    isDone: found.doneAt !== undefined,
    names: await typeNames(deps),
    problem,
  })
}
