import type { Context } from 'hono'
import type { SessionClock } from '#views/page.tsx'
import { paths } from '#views/paths.ts'
import { sessionClockPage } from '#views/session/session-clock.tsx'
import { sessionOverPage } from '#views/session/session-over-page.tsx'
import type { Deps, ForAnyone, ForPerson } from '../../deps.ts'
import { findSession } from '../../store/sessions.ts'
import { readCookie } from '../cookies.ts'
import { respond, seeOther } from '../respond.ts'
import { frameOf } from './frame.ts'

/**
 * GET /sesi/peringatan: asked by the page itself when it is time to warn; no activity (R-SE-03). A
 * session that is over is told in its place, for to lead away would lose what was typed.
 */
export function getSessionClock(deps: Deps) {
  return async (c: Context<ForAnyone>) => {
    const { sql, vault, site, clock } = deps
    const sid = readCookie(c, site, 'sid')
    const now = clock()
    const current = sid && (await findSession(sql, vault.tokenHash(sid), { now, touch: false }))
    if (!sid || !current) return respond(c, sessionClockPage(over(now)))
    return respond(c, sessionClockPage(frameOf(deps, { current, sid }).clock))
  }
}

function over(now: Date): SessionClock {
  return { now, warnsAt: now, endsAt: now, canExtend: false, zone: 'WIB', csrf: '', state: 'over' }
}

/** POST /sesi/perpanjangan: the audience `person` has put off the idle end already. */
export function postSessionExtension(deps: Deps) {
  return (c: Context<ForPerson>) => {
    const isPart = c.req.header('HX-Request-Type') === 'partial'
    if (!isPart) return seeOther(c, paths.home)
    return respond(c, sessionClockPage({ ...frameOf(deps, c.var).clock, extended: true }))
  }
}

/** GET of the same address: where a reload after it asks. */
export function getSessionExtension() {
  return (c: Context<ForPerson>) => seeOther(c, paths.home)
}

/** GET /sesi/berakhir */
export function getSessionOver() {
  return (c: Context<ForAnyone>) => respond(c, sessionOverPage())
}
