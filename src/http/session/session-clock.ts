import type { Context } from 'hono'
import { paths } from '#views/paths.ts'
import { sessionClockPage } from '#views/session/session-clock.tsx'
import { sessionOverPage } from '#views/session/session-over-page.tsx'
import type { Deps, ForAnyone, ForPerson } from '../../deps.ts'
import { respond, seeOther } from '../respond.ts'
import { frameOf } from './frame.ts'

/** GET /sesi/peringatan: asked by the page itself when it is time to warn; no activity (R-SE-03). */
export function getSessionClock(deps: Deps) {
  return (c: Context<ForPerson>) => respond(c, sessionClockPage(frameOf(deps, c.var).clock))
}

/** POST /sesi/perpanjangan: the audience `person` has put off the idle end already. */
export function postSessionExtension(deps: Deps) {
  return (c: Context<ForPerson>) => {
    const isPart = c.req.header('HX-Request-Type') === 'partial'
    if (!isPart) return seeOther(c, paths.home)
    return respond(c, sessionClockPage(frameOf(deps, c.var).clock))
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
