import type { Context } from 'hono'
import { parseReason } from '#domain/desk/reason.ts'
import type { BatchProblem } from '#views/archive/destruction/act-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../../deps.ts'
import { answerObjection } from '../../../store/archive/destruction/objections.ts'
import { asHat, officeAct } from '../../office.ts'
import { leaveFor } from '../../respond.ts'
import { itemOf, readTyped, refuseItem } from './item.ts'

/** GET /instansi/pemusnahan/:id/keberatan/:record: on the page of the record. */
export function getBatchObjection(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const shown = await itemOf(deps, c)
    if (!shown) return c.notFound()
    return leaveFor(c, paths.batchItem(shown.batch.batch.id, shown.item.item.record))
  }
}

/** POST of the same address: accepted, or not, and why. */
export function postBatchObjection(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const shown = await itemOf(deps, c)
    if (!shown) return c.notFound()
    const typed = await readTyped(c)
    const because = parseReason(typed.reason)
    if (typed.verdict !== 'accept' && typed.verdict !== 'decline')
      return refuseItem(deps, c, { shown, typed, problem: { kind: 'noVerdict' } })
    if (!because.ok) return refuseItem(deps, c, { shown, typed, problem: because.problem })
    const { id } = shown.batch.batch
    const { record } = shown.item.item
    const answer = { accepted: typed.verdict === 'accept', because: because.value }
    const act = officeAct(deps, acting)
    const done = await answerObjection(deps.sql, act, { batch: id, record, ...answer })
    if (done.ok) return leaveFor(c, paths.batchItem(id, record))
    const { problem } = done
    if (problem.kind === 'noSuchBatch' || problem.kind === 'noSuchItem') return c.notFound()
    return refuseItem(deps, c, { shown, typed, problem })
  }
}

export function batchObjectionAgain(deps: Deps) {
  return async (acting: Context<ForActing>, problem: BatchProblem) => {
    const c = asHat(acting)
    const shown = await itemOf(deps, c)
    if (!shown) return c.notFound()
    return refuseItem(deps, c, { shown, typed: await readTyped(c), problem })
  }
}
