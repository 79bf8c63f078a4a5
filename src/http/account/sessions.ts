import type { Context } from 'hono'
import { sessionsPage } from '#views/account/sessions-page.tsx'
import type { SessionDone } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForPerson, ForProven } from '../../deps.ts'
import { endAllOtherSessions, endOwnSession, listOwnSessions } from '../../store/own-sessions.ts'
import type { SessionHandle } from '../../store/sessions.ts'
import { leaveFor, respond, seeOther } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { ownAct } from './own-act.ts'

const DONE: readonly SessionDone[] = ['diakhiri', 'lainnya-diakhiri']

/** GET /akun/sesi */
export function getSessions(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const { person, handle } = c.var.current
    const sessions = await listOwnSessions(deps.sql, person.id, deps.clock())
    const page = sessionsPage({
      frame: frameOf(deps, c.var),
      sessions: sessions.map((one) => ({ ...one, isThis: one.handle === handle })),
      done: DONE.find((one) => one === c.req.query('hasil')),
    })
    return respond(c, page)
  }
}

/** POST /akun/sesi/:id/pengakhiran (R-SE-05); one's own ends by Keluar. */
export function postSessionEnd(deps: Deps) {
  return async (c: Context<ForProven>) => {
    const handle = await namedSession(deps, c)
    if (!handle) return c.notFound()
    if (handle === c.var.current.handle) return leaveFor(c, paths.signOut)
    const ended = await endOwnSession(deps.sql, ownAct(deps, c), handle)
    return leaveFor(c, ended.ok ? paths.sessionsAfter('diakhiri') : paths.sessions)
  }
}

/** GET of the same address: where a reload after it asks, and the way back from a step-up. */
export function getSessionEnd(deps: Deps) {
  return async (c: Context<ForProven>) =>
    (await namedSession(deps, c)) ? seeOther(c, paths.sessions) : c.notFound()
}

/** POST /akun/sesi/pengakhiran */
export function postOtherSessionsEnd(deps: Deps) {
  return async (c: Context<ForProven>) => {
    const ended = await endAllOtherSessions(deps.sql, ownAct(deps, c))
    return leaveFor(c, ended.ok ? paths.sessionsAfter('lainnya-diakhiri') : paths.sessions)
  }
}

export function getOtherSessionsEnd() {
  return (c: Context<ForProven>) => seeOther(c, paths.sessions)
}

/** The open session that the address names, among the person's own. */
async function namedSession(
  { sql, clock }: Deps,
  c: Context<ForProven>,
): Promise<SessionHandle | undefined> {
  const sessions = await listOwnSessions(sql, c.var.current.person.id, clock())
  return sessions.find(({ handle }) => handle === c.req.param('id'))?.handle
}
