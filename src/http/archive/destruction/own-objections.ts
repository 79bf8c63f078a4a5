import type { Context } from 'hono'
import { parseReason } from '#domain/desk/reason.ts'
import type { BatchProblem } from '#views/archive/destruction/act-words.ts'
import { ownObjectionPage, ownProposedPage } from '#views/archive/destruction/own-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForPerson } from '../../../deps.ts'
import { objectTo } from '../../../store/archive/destruction/objections.ts'
import {
  listProposedOf,
  type ProposedRecord,
} from '../../../store/archive/destruction/proposed-of.ts'
import { field, readForm } from '../../form.ts'
import { leaveFor, refuseForm, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'

/** GET /arsip/keberatan: what of one's own is to be destroyed. */
export function getOwnObjections(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const page = ownProposedPage({
      frame: frameOf(deps, c.var),
      records: await listProposedOf(deps.sql, c.var.current.person.id, deps.clock()),
      names: await typeNames(deps),
      isFiled: c.req.query('hasil') === 'diajukan',
    })
    return respond(c, page)
  }
}

/** GET /arsip/keberatan/:id: one about which there is nothing to say leads to the list. */
export function getOwnObjection(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const record = await recordOf(deps, c)
    if (!record?.mayObject) return leaveFor(c, paths.ownObjections)
    return respond(c, await page(deps, c, { record, typed: '' }))
  }
}

/** POST of the same address */
export function postOwnObjection(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const record = await recordOf(deps, c)
    if (!record) return c.notFound()
    const { reason: typed } = await readForm(c, { reason: field(4000) })
    const reason = parseReason(typed)
    if (!reason.ok) return refuse(deps, c, { record, typed, problem: reason.problem })
    const objection = {
      record: record.record,
      person: c.var.current.person.id,
      reason: reason.value,
    }
    const filed = await objectTo(deps.sql, objection, deps.clock())
    if (filed.ok) return leaveFor(c, paths.ownObjectionsDone)
    if (filed.problem.kind === 'noSuchItem') return c.notFound()
    return refuse(deps, c, { record, typed, problem: filed.problem })
  }
}

export function ownObjectionAgain(deps: Deps) {
  return async (c: Context<ForPerson>, problem: BatchProblem) => {
    const record = await recordOf(deps, c)
    if (!record) return c.notFound()
    const { reason } = await readForm(c, { reason: field(4000) })
    return refuse(deps, c, { record, typed: reason, problem })
  }
}

/** One of one's own, or none. */
async function recordOf(deps: Deps, c: Context<ForPerson>): Promise<ProposedRecord | undefined> {
  const own = await listProposedOf(deps.sql, c.var.current.person.id, deps.clock())
  return own.find(({ record }) => record === c.req.param('id'))
}

type Shown = { record: ProposedRecord; typed: string; problem?: BatchProblem }

async function refuse(deps: Deps, c: Context<ForPerson>, shown: Shown & { problem: BatchProblem }) {
  const { kind } = shown.problem
  return refuseForm(c, await page(deps, c, shown), { kind }, deps.clock())
}

async function page(deps: Deps, c: Context<ForPerson>, { record, typed, problem }: Shown) {
  const names = await typeNames(deps)
  return ownObjectionPage({ frame: frameOf(deps, c.var), record, names, typed, problem })
}
