import type { Context } from 'hono'
import { isHeld } from '#domain/account/hold.ts'
import { askExport, type ExportId } from '#domain/archive/export/archive-export.ts'
import { ExportState, exportPage, isUnderWay } from '#views/archive/export/export-page.tsx'
import { EXPORT, type ExportProblem } from '#views/archive/export/export-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForAnyone, ForPerson, ForProven } from '../../../deps.ts'
import { listLeftOut } from '../../../store/archive/exports/exportable.ts'
import { addExport, findNewestExport } from '../../../store/archive/exports/own-exports.ts'
import { ownAct } from '../../account/own-act.ts'
import { tooOften } from '../../account/own-allowance.ts'
import { leaveFor, refuseForm, respond, seeOther } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { asPolling } from '../../session/polling.ts'

/** GET /arsip/unduhan */
export function getArchiveExport(deps: Deps) {
  return async (c: Context<ForPerson>) => respond(c, exportPage(await stateOf(deps, c)))
}

/** POST of the same address: a job makes it. */
export function postArchiveExport(deps: Deps) {
  return async (c: Context<ForProven>) => {
    const wait = await tooOften(deps, c.var)
    if (wait) return again(deps, c, wait)
    const id = deps.vault.newId() as ExportId
    const asked = await addExport(deps.sql, ownAct(deps, c), id, askExport)
    if (asked.ok || asked.problem.kind === 'noLonger') return seeOther(c, paths.archiveExport)
    return again(deps, c, asked.problem)
  }
}

export function archiveExportAgain(deps: Deps) {
  return (c: Context<ForProven>) => again(deps, c, { kind: 'stale' })
}

/** GET …/kemajuan: asked by the page itself; once it is made, that leads to the page. */
export function getArchiveExportProgress(deps: Deps) {
  return async (context: Context<ForAnyone>) => {
    const c = await asPolling(deps, context)
    if (!c) return context.notFound()
    const state = await stateOf(deps, c)
    if (!isUnderWay(state.newest)) return leaveFor(c, paths.archiveExport)
    return respond(c, { title: EXPORT.title, main: ExportState(state) })
  }
}

async function again(deps: Deps, c: Context<ForProven>, problem: ExportProblem) {
  const state = await stateOf(deps, c as unknown as Context<ForPerson>)
  return refuseForm(c, exportPage({ ...state, problem }), problem, deps.clock())
}

async function stateOf(deps: Deps, c: Context<ForPerson>) {
  const { person, hold } = c.var.current
  return {
    frame: frameOf(deps, c.var),
    newest: await findNewestExport(deps.sql, person.id),
    leftOut: await listLeftOut(deps.sql, person.id),
    hold: isHeld(hold, deps.clock()) ? hold : undefined,
  }
}
