import type { Context } from 'hono'
import { scopeOf } from '#domain/access/scope.ts'
import { parseReason } from '#domain/desk/reason.ts'
import { isUuid } from '#domain/uuid.ts'
import { objectionPage, objectionsPage } from '#views/archive/objections-page.tsx'
import { ANSWER_FIELD, type AnswerProblem } from '#views/archive/objections-words.ts'
import { notFoundPage } from '#views/failure-pages.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForActing, ForHat } from '../../deps.ts'
import {
  answerObjection,
  findObjection,
  type ListedObjection,
  listObjections,
  type ObjectionId,
} from '../../store/archive/objections.ts'
import { inScope } from '../../store/scope.ts'
import { field, readForm } from '../form.ts'
import { asHat, officeAct } from '../office.ts'
import { leaveFor, refuse, refuseForm, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'

const LISTED = 50

/** GET /instansi/keberatan-akses */
export function getObjections(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const { hat } = c.var
    const shown = await inScope(deps.sql, scopeOf(hat), deps.clock(), async (tx) => ({
      open: await listObjections(tx, 'open', LISTED),
      answered: await listObjections(tx, 'answered', LISTED),
    }))
    const done = c.req.query('hasil') === 'terjawab'
    return respond(c, objectionsPage({ frame: frameOf(deps, c.var), ...shown, done }))
  }
}

/** GET /instansi/keberatan-akses/:id */
export function getObjectionOf(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const objection = await find(deps, c)
    if (!objection) return noObjection(c)
    const frame = frameOf(deps, c.var)
    return respond(c, objectionPage({ frame, objection, answer: '', problem: undefined }))
  }
}

/** POST of the same address: why it was read, as its person reads it. */
export function postObjectionOf(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const id = idOf(c)
    if (!id) return noObjection(c)
    const answer = parseReason(await readAnswer(c))
    if (!answer.ok) return refuseAnswer(deps, c, answer.problem)
    const act = officeAct(deps, acting)
    const answered = await answerObjection(deps.sql, act, { id, answer: answer.value })
    if (answered.ok) return leaveFor(c, paths.accessObjectionsAnswered)
    const { problem } = answered
    if (problem.kind === 'noSuchObjection') return noObjection(c)
    if (problem.kind === 'noLonger') return leaveFor(c, paths.hatsFor(c.req.path))
    return refuseAnswer(deps, c, problem)
  }
}

export function objectionAgain(deps: Deps) {
  return (c: Context<ForActing>, problem: AnswerProblem) => refuseAnswer(deps, asHat(c), problem)
}

async function refuseAnswer(deps: Deps, c: Context<ForHat>, problem: AnswerProblem) {
  const objection = await find(deps, c)
  if (!objection) return noObjection(c)
  const shown = { frame: frameOf(deps, c.var), objection, answer: await readAnswer(c) }
  return refuseForm(c, objectionPage({ ...shown, problem }), problem, deps.clock())
}

async function readAnswer(c: Context<ForHat>): Promise<string> {
  return (await readForm(c, { [ANSWER_FIELD]: field(5000) }))[ANSWER_FIELD] ?? ''
}

async function find(
  { sql, clock }: Deps,
  c: Context<ForHat>,
): Promise<ListedObjection | undefined> {
  const id = idOf(c)
  return id && inScope(sql, scopeOf(c.var.hat), clock(), (tx) => findObjection(tx, id))
}

function idOf(c: Context<ForHat>): ObjectionId | undefined {
  const id = c.req.param('id') ?? ''
  return isUuid(id) ? (id as ObjectionId) : undefined
}

function noObjection(c: Context<ForHat>) {
  return refuse(c, notFoundPage(), { kind: 'noSuchObjection', status: 404 })
}
