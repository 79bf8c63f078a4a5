import type { Context } from 'hono'
import { mayAppraise } from '#domain/archive/destruction/acts.ts'
import { appraisedHow } from '#domain/archive/destruction/appraise-item.ts'
import { parseRecordId, type RecordId } from '#domain/archive/record.ts'
import { withdrawalTold } from '#domain/archive/told-in-office.ts'
import type { BatchProblem } from '#views/archive/destruction/act-words.ts'
import { agencyBatches } from '#views/archive/destruction/batch-side.ts'
import { itemsPage } from '#views/archive/destruction/items-page.tsx'
import { type Mark, type Marks, markName } from '#views/archive/destruction/items-part.tsx'
import { ALL_TICKED } from '#views/path-queries.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../../deps.ts'
import { appraiseToDestroy } from '../../../store/archive/destruction/appraise.ts'
import { findExceptions } from '../../../store/archive/destruction/exceptions.ts'
import type { FoundBatch } from '../../../store/archive/destruction/reading.ts'
import {
  ITEMS_ON_A_PAGE,
  type ListedItem,
  listItems,
} from '../../../store/archive/destruction/reading-items.ts'
import { readBody } from '../../form.ts'
import { asHat, officeAct } from '../../office.ts'
import { leaveFor, refuseForm, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'
import { batchOf, numberOf, viewerOf } from './found-batch.ts'

/** GET /instansi/pemusnahan/:id/arsip; the panel ticks there what may go. */
export function getBatchItems(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const listed = await listedIn(deps, c)
    if (!listed) return c.notFound()
    const isTicked = c.req.query('tandai') === ALL_TICKED
    return respond(c, await page(deps, c, listed, () => isTicked))
  }
}

/** POST of the same address: all that are ticked may go, and the next page comes. */
export function postBatchItems(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const listed = await listedIn(deps, c)
    if (!listed) return c.notFound()
    const { id } = listed.batch.batch
    const isTicked = await readTicks(c)
    const records = listed.items.map(({ item }) => item.record).filter(isTicked)
    if (records.length === 0) return refuse(deps, c, { kind: 'noneTicked' })
    const done = await appraiseToDestroy(deps.sql, officeAct(deps, acting), { batch: id, records })
    if (done.ok)
      return leaveFor(c, listed.last ? paths.batchItems(id, listed.last) : paths.batch(id))
    const { problem } = done
    if (problem.kind === 'noSuchBatch' || problem.kind === 'noSuchItem') return c.notFound()
    return refuse(deps, c, problem)
  }
}

export function batchItemsAgain(deps: Deps) {
  return (acting: Context<ForActing>, problem: BatchProblem) => refuse(deps, asHat(acting), problem)
}

/** `last`: what the next page comes after, if there is one. */
type Listed = {
  batch: FoundBatch
  items: readonly ListedItem[]
  after: RecordId | undefined
  last: RecordId | undefined
}

async function listedIn(deps: Deps, c: Context<ForHat>): Promise<Listed | undefined> {
  const batch = await batchOf(deps, c)
  if (!batch) return undefined
  const after = parseRecordId(c.req.query('setelah') ?? '')
  const asked = { batch: batch.batch.id, after }
  const found = await listItems(deps.sql, c.var.hat, asked, deps.clock())
  const viewer = c.var.current.person.id
  const items = found.slice(0, ITEMS_ON_A_PAGE).map((item) => withdrawalTold(item, viewer))
  const last = found.length > ITEMS_ON_A_PAGE ? items.at(-1)?.item.record : undefined
  return { batch, items, after, last }
}

type IsTicked = (record: RecordId) => boolean

async function readTicks(c: Context<ForHat>): Promise<IsTicked> {
  const body = await readBody(c)
  return (record) => body[markName(record)] === 'ya'
}

/** With the records as they are by now, and what was ticked. */
async function refuse(deps: Deps, c: Context<ForHat>, problem: BatchProblem) {
  const listed = await listedIn(deps, c)
  if (!listed) return c.notFound()
  const again = await page(deps, c, listed, await readTicks(c), problem)
  return refuseForm(c, again, { kind: problem.kind }, deps.clock())
}

async function page(
  deps: Deps,
  c: Context<ForHat>,
  { batch, items, after, last }: Listed,
  isTicked: IsTicked,
  problem?: BatchProblem,
) {
  const { id } = batch.batch
  return itemsPage({
    frame: frameOf(deps, c.var),
    side: agencyBatches,
    batch: id,
    number: numberOf(batch),
    items,
    names: await typeNames(deps),
    more: last && paths.batchItems(id, last),
    first: after && paths.batchItems(id),
    appraising: mayAppraise(batch.batch, viewerOf(c.var, batch))
      ? { marks: await marksOf(deps, items, isTicked), after }
      : undefined,
    problem,
  })
}

/** Of those that nobody has appraised yet. */
async function marksOf(
  deps: Deps,
  items: readonly ListedItem[],
  isTicked: IsTicked,
): Promise<Marks> {
  const records = items.map(({ item }) => item.record)
  const excepted = await findExceptions(deps.sql, records, deps.clock())
  const marks = items.flatMap(({ item }): [RecordId, Mark][] => {
    const { record } = item
    const how = appraisedHow(item, excepted.get(record) ?? [])
    if (how === 'among') return [[record, isTicked(record) ? 'ticked' : 'free']]
    return how ? [[record, how]] : []
  })
  return new Map(marks)
}
