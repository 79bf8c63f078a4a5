import type { Context } from 'hono'
import { isBefore } from '#domain/civil-date.ts'
import type { ExampleProblem } from '#views/archive/retention/retention-page-words.ts'
import { rulesPage } from '#views/archive/retention/rules-page.tsx'
import type { RuleDone } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../../deps.ts'
import { adoptFirstExamples, listExampleSources } from '../../../store/archive/example-rules.ts'
import { retentionDay } from '../../../store/archive/retention/recompute.ts'
import { listRules } from '../../../store/archive/retention/rules.ts'
import { field, readForm } from '../../form.ts'
import { asHat, officeAct } from '../../office.ts'
import { leaveFor, refuseForm, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'

const DONE: readonly RuleDone[] = ['contoh', 'diusulkan']

/** GET /instansi/penyusutan/aturan */
export function getRules(deps: Deps) {
  return async (c: Context<ForHat>) => respond(c, await page(deps, c))
}

/** GET of an address that only takes a form. */
export function getExamples(_: Deps) {
  return (c: Context<ForHat>) => leaveFor(c, paths.retentionRules)
}

/** POST /instansi/penyusutan/aturan/contoh: rules to correct, which end nothing. */
export function postExamples(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const { contoh } = await readForm(c, { contoh: field(20) })
    const sources = await listExampleSources(deps.sql)
    if (!sources.includes(contoh)) return refuse(deps, c, { kind: 'noSource' })
    const adopted = await adoptFirstExamples(deps.sql, contoh, officeAct(deps, acting))
    if (!adopted) return refuse(deps, c, { kind: 'noLonger' })
    return leaveFor(c, paths.retentionRulesAfter('contoh'))
  }
}

export function examplesAgain(deps: Deps) {
  return (acting: Context<ForActing>, problem: ExampleProblem) =>
    refuse(deps, asHat(acting), problem)
}

async function refuse(deps: Deps, c: Context<ForHat>, problem: ExampleProblem) {
  return refuseForm(c, await page(deps, c, problem), { kind: problem.kind }, deps.clock())
}

async function page(deps: Deps, c: Context<ForHat>, problem?: ExampleProblem) {
  const { agency } = c.var.hat
  const today = retentionDay(deps.clock())
  const rules = agency ? await listRules(deps.sql, agency) : []
  const sources = await listExampleSources(deps.sql)
  return rulesPage({
    frame: frameOf(deps, c.var),
    rules: rules.filter(({ until }) => !until || isBefore(today, until)),
    sources: sources.map((value) => ({ value, label: `Contoh ${value}` })),
    names: await typeNames(deps),
    today,
    done: DONE.find((one) => one === c.req.query('hasil')),
    problem,
  })
}
