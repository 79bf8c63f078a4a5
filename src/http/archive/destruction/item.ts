import type { Context } from 'hono'
import { mayAppraise } from '#domain/archive/destruction/acts.ts'
import type { Verdict } from '#domain/archive/destruction/appraise-item.ts'
import { mayAnswer } from '#domain/archive/destruction/objection.ts'
import { parseRecordId } from '#domain/archive/record.ts'
import { withdrawalTold } from '#domain/archive/told-in-office.ts'
import { parseReason } from '#domain/desk/reason.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { parseCivilDate } from '#domain/zone-day.ts'
import type { BatchProblem } from '#views/archive/destruction/act-words.ts'
import { itemPage, type TypedVerdict } from '#views/archive/destruction/item-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../../deps.ts'
import { appraiseItem } from '../../../store/archive/destruction/appraise.ts'
import { findExceptions } from '../../../store/archive/destruction/exceptions.ts'
import type { FoundBatch } from '../../../store/archive/destruction/reading.ts'
import { type FoundItem, findItem } from '../../../store/archive/destruction/reading-items.ts'
import { findRule } from '../../../store/archive/retention/rules.ts'
import { field, readForm } from '../../form.ts'
import { asHat, officeAct } from '../../office.ts'
import { leaveFor, refuseForm, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'
import { batchOf, viewerOf } from './found-batch.ts'

export type ShownItem = { batch: FoundBatch; item: FoundItem }

/** GET /instansi/pemusnahan/:id/arsip/:record: one record, to be looked at and judged. */
export function getBatchItem(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const shown = await itemOf(deps, c)
    return shown ? respond(c, await page(deps, c, shown, EMPTY)) : c.notFound()
  }
}

/** POST of the same address: what the panel finds of it. */
export function postBatchItem(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const shown = await itemOf(deps, c)
    if (!shown) return c.notFound()
    const typed = await readTyped(c)
    const verdict = readVerdict(typed)
    if (!verdict.ok) return refuseItem(deps, c, { shown, typed, problem: verdict.problem })
    const { id } = shown.batch.batch
    const applies = appliesIn(typed)
    const { record } = shown.item.item
    const judged = { batch: id, record, verdict: verdict.value, applies }
    const done = await appraiseItem(deps.sql, officeAct(deps, acting), judged)
    if (done.ok) return leaveFor(c, paths.batchItems(id))
    const { problem } = done
    if (problem.kind === 'noSuchBatch' || problem.kind === 'noSuchItem') return c.notFound()
    return refuseItem(deps, c, { shown, typed, problem })
  }
}

export function batchItemAgain(deps: Deps) {
  return async (acting: Context<ForActing>, problem: BatchProblem) => {
    const c = asHat(acting)
    const shown = await itemOf(deps, c)
    if (!shown) return c.notFound()
    return refuseItem(deps, c, { shown, typed: await readTyped(c), problem })
  }
}

const EMPTY: TypedVerdict = { verdict: '', exception: '', until: '', reason: '' }

/** Within the agency of the hat. */
export async function itemOf(deps: Deps, c: Context<ForHat>): Promise<ShownItem | undefined> {
  const record = parseRecordId(c.req.param('record') ?? '')
  const batch = record && (await batchOf(deps, c))
  const key = batch && { batch: batch.batch.id, record }
  const item = key && (await findItem(deps.sql, c.var.hat, key, deps.clock()))
  return item && { batch, item: withdrawalTold(item, c.var.current.person.id) }
}

export function readTyped(c: Context<ForHat>): Promise<TypedVerdict> {
  return readForm(c, {
    verdict: field(20),
    exception: field(20),
    until: field(20),
    reason: field(4000),
  })
}

/** Undefined until somebody chose. */
function appliesIn({ exception }: TypedVerdict): boolean | undefined {
  if (exception === 'applies') return true
  return exception === 'appliesNot' ? false : undefined
}

function readVerdict(typed: TypedVerdict): Result<Verdict, BatchProblem> {
  if (typed.verdict === 'destroy') return ok({ kind: 'destroy' })
  if (typed.verdict !== 'permanent' && typed.verdict !== 'extend') return no({ kind: 'noVerdict' })
  const until = parseCivilDate(typed.until)
  if (typed.verdict === 'extend' && !until) return no({ kind: 'noEnd' })
  const reason = parseReason(typed.reason)
  if (!reason.ok) return reason
  return ok(
    until && typed.verdict === 'extend'
      ? { kind: 'extend', reason: reason.value, until }
      : { kind: 'permanent', reason: reason.value },
  )
}

type Refused = { shown: ShownItem; typed: TypedVerdict; problem: BatchProblem }

/** With the record as it is by now. */
export async function refuseItem(
  deps: Deps,
  c: Context<ForHat>,
  { shown, typed, problem }: Refused,
): Promise<Response> {
  const { kind } = problem
  const now = (await itemOf(deps, c)) ?? shown
  return refuseForm(c, await page(deps, c, now, typed, problem), { kind }, deps.clock())
}

async function page(
  deps: Deps,
  c: Context<ForHat>,
  shown: ShownItem,
  typed: TypedVerdict,
  problem?: BatchProblem,
) {
  const { batch, item } = shown
  const { retention } = item
  const { agency } = batch.batch
  const { record } = item.item
  const rule = retention && 'rule' in retention ? { agency, ...retention.rule } : undefined
  return itemPage({
    frame: frameOf(deps, c.var),
    batch: batch.batch.id,
    shown: item,
    source: rule && (await findRule(deps.sql, rule)),
    exceptions: (await findExceptions(deps.sql, [record], deps.clock())).get(record) ?? [],
    names: await typeNames(deps),
    may: whatTheyMay(c.var, shown),
    typed,
    problem,
  })
}

function whatTheyMay(looking: ForHat['Variables'], { batch, item }: ShownItem) {
  if (batch.isSubject || item.item.state === 'over') return 'look'
  const viewer = viewerOf(looking, batch)
  if (item.objection?.state === 'open' && mayAnswer(batch.batch, viewer)) return 'answer'
  return mayAppraise(batch.batch, viewer) ? 'appraise' : 'look'
}
