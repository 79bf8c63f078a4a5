import type { Context } from 'hono'
import { type BatchAct, freeSeats } from '#domain/archive/destruction/acts.ts'
import { stateOfPaper } from '#domain/archive/destruction/add-paper.ts'
import type { Batch } from '#domain/archive/destruction/batch.ts'
import { PAPER_KINDS, type PaperKind } from '#domain/archive/destruction/paper.ts'
import { WITNESSES } from '#domain/archive/destruction/seat.ts'
import { isThere } from '#domain/archive/destruction/start-destruction.ts'
import { civilDateText } from '#domain/zone-day.ts'
import { batchActPage, type TypedAct } from '#views/archive/destruction/act-page.tsx'
import { ACT_PLACES, DONE_AFTER } from '#views/archive/destruction/act-places.ts'
import type { BatchProblem } from '#views/archive/destruction/act-words.ts'
import type { BatchActPath } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../../deps.ts'
import type { FoundBatch } from '../../../store/archive/destruction/reading.ts'
import { field, readForm } from '../../form.ts'
import { asHat, officeAct } from '../../office.ts'
import { fileOf } from '../../open-upload.ts'
import { leaveFor, refuseForm, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { perform } from './acts.ts'
import { batchOf, numberOf, viewerOf } from './found-batch.ts'

/** GET /instansi/pemusnahan/:id/kursi and the like: asks first. */
export function getBatchAct(place: BatchActPath) {
  return (deps: Deps) => async (c: Context<ForHat>) => {
    const found = await batchOf(deps, c)
    if (!found) return c.notFound()
    return respond(c, page(deps, c, { found, place, typed: typedBefore(c, found) }))
  }
}

/** POST of the same address */
export function postBatchAct(place: BatchActPath) {
  return (deps: Deps) => async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const found = await batchOf(deps, c)
    if (!found) return c.notFound()
    const form = await readAct(c)
    const act = actAt(place)
    const { batch } = found
    const asked = { id: batch.id, batch, form, role: c.var.hat.role, file: fileOf(c) }
    const done = await perform(deps, act, officeAct(deps, acting), asked)
    if (done.ok) return leaveFor(c, paths.batchAfter(batch.id, DONE_AFTER[act]))
    if (done.problem.kind === 'noSuchBatch') return c.notFound()
    return refuse(deps, c, { found, place, typed: form, problem: done.problem })
  }
}

export function batchActAgain(place: BatchActPath) {
  return (deps: Deps) => async (acting: Context<ForActing>, problem: BatchProblem) => {
    const c = asHat(acting)
    const found = await batchOf(deps, c)
    if (!found) return c.notFound()
    return refuse(deps, c, { found, place, typed: await readAct(c), problem })
  }
}

const EMPTY: TypedAct = { seat: '', paper: '', number: '', dated: '', issuer: '' }

/** A paper that only lacks its file need not be typed again. */
function typedBefore(c: Context<ForHat>, { papers }: FoundBatch): TypedAct {
  const paper = papers.find(({ kind }) => kind === c.req.query('surat'))
  if (!paper) return EMPTY
  const { kind, number, dated, issuer } = paper
  return { ...EMPTY, paper: kind, number, dated: civilDateText(dated), issuer }
}

function actAt(place: BatchActPath): BatchAct {
  const acts = Object.keys(ACT_PLACES) as BatchAct[]
  return acts.find((act) => ACT_PLACES[act] === place) ?? 'addPaper'
}

function readAct(c: Context<ForHat>) {
  return readForm(c, {
    seat: field(20),
    paper: field(20),
    number: field(200),
    dated: field(20),
    issuer: field(400),
    seen: field(64),
  })
}

type Shown = { found: FoundBatch; place: BatchActPath; typed: TypedAct; problem?: BatchProblem }

/** With the list as it is by now. */
async function refuse(
  deps: Deps,
  c: Context<ForHat>,
  shown: Shown & { problem: BatchProblem },
): Promise<Response> {
  const found = (await batchOf(deps, c)) ?? shown.found
  const { kind } = shown.problem
  return refuseForm(c, page(deps, c, { ...shown, found }), { kind }, deps.clock())
}

function page(deps: Deps, c: Context<ForHat>, { found, place, typed, problem }: Shown) {
  const { batch, counts } = found
  return batchActPage({
    frame: frameOf(deps, c.var),
    act: actAt(place),
    batch: { id: batch.id, sha256: batch.manifest.sha256 },
    number: numberOf(found),
    counts,
    seats: freeSeats(batch, viewerOf(c.var, found)),
    papers: papersNow(batch),
    witnesses: WITNESSES.map((seat) => ({
      seat,
      isThere: isThere(batch, seat, () => true, deps.clock()),
    })),
    typed,
    problem,
  })
}

/** Those not put down yet come first. */
function papersNow({ state, papers }: Batch): PaperKind[] {
  const now = PAPER_KINDS.filter((kind) => stateOfPaper(kind) === state)
  return [
    ...now.filter((kind) => !papers.includes(kind)),
    ...now.filter((kind) => papers.includes(kind)),
  ]
}
