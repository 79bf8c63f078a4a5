import type { Context } from 'hono'
import type { BatchId } from '#domain/archive/destruction/batch.ts'
import { readPaper } from '#domain/archive/destruction/paper.ts'
import type { CivilDate } from '#domain/civil-date.ts'
import { civilDateText, dayOf, parseCivilDate } from '#domain/zone-day.ts'
import type { BatchProblem } from '#views/archive/destruction/act-words.ts'
import { proposalsPage, type TypedProposal } from '#views/archive/destruction/proposals-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../../deps.ts'
import { type Choice, proposeRecords } from '../../../store/archive/destruction/propose.ts'
import {
  listProposable,
  PROPOSED_ON_A_PAGE,
} from '../../../store/archive/destruction/reading-items.ts'
import { field, readForm } from '../../form.ts'
import { asHat, officeAct } from '../../office.ts'
import { leaveFor, refuseForm, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'

/** GET /instansi/pemusnahan/usulan: what is over, by type and until when. */
export function getProposals(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const { jenis = '', hingga = '' } = c.req.query()
    const typed = { ...EMPTY, jenis, hingga: hingga || civilDateText(today(deps)) }
    return respond(c, await page(deps, c, typed))
  }
}

/** POST of the same address: draws up the list. */
export function postProposals(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const typed = await readTyped(c)
    const paper = readPaper('proposalList', typed, today(deps))
    if (!paper.ok) return refuse(deps, c, typed, { kind: paper.problem })
    const id = deps.vault.newId() as BatchId
    const drawing = { id, choice: choiceOf(deps, typed), paper: paper.value }
    const drawn = await proposeRecords(deps.sql, officeAct(deps, acting), drawing)
    if (drawn.ok) return leaveFor(c, paths.batchAfter(id, 'disusun'))
    return refuse(deps, c, typed, drawn.problem)
  }
}

export function proposalsAgain(deps: Deps) {
  return async (acting: Context<ForActing>, problem: BatchProblem) => {
    const c = asHat(acting)
    return refuse(deps, c, await readTyped(c), problem)
  }
}

const EMPTY: TypedProposal = { jenis: '', hingga: '', number: '', dated: '', issuer: '' }

async function readTyped(c: Context<ForHat>): Promise<TypedProposal> {
  const form = await readForm(c, {
    type: field(60),
    until: field(20),
    number: field(200),
    dated: field(20),
    issuer: field(400),
  })
  const { type: jenis, until: hingga, ...paper } = form
  return { jenis, hingga, ...paper }
}

/** What is over has ended before today; whatever is no day is taken for today. */
function choiceOf(deps: Deps, { jenis, hingga }: TypedProposal): Choice {
  return { type: jenis === '' ? undefined : jenis, until: parseCivilDate(hingga) ?? today(deps) }
}

function today({ clock }: Pick<Deps, 'clock'>): CivilDate {
  return dayOf(clock(), 'WIB')
}

async function refuse(
  deps: Deps,
  c: Context<ForHat>,
  typed: TypedProposal,
  problem: BatchProblem,
): Promise<Response> {
  const { kind } = problem
  return refuseForm(c, await page(deps, c, typed, problem), { kind }, deps.clock())
}

async function page(deps: Deps, c: Context<ForHat>, typed: TypedProposal, problem?: BatchProblem) {
  const asked = { choice: choiceOf(deps, typed), by: c.var.current.person.id }
  const records = await listProposable(deps.sql, c.var.hat, asked, deps.clock())
  return proposalsPage({
    frame: frameOf(deps, c.var),
    records: records.slice(0, PROPOSED_ON_A_PAGE),
    hasMore: records.length > PROPOSED_ON_A_PAGE,
    names: await typeNames(deps),
    typed,
    problem,
  })
}
