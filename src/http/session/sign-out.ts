import type { Context } from 'hono'
import { paths } from '#views/paths.ts'
import { signedOutPage, signOutPage } from '#views/sign-out-page.tsx'
import type { Deps, ForAnyone, ForPerson } from '../../deps.ts'
import { inTransaction } from '../../store/database.ts'
import { addEvent } from '../../store/events.ts'
import { endSession, findSession } from '../../store/sessions.ts'
import { readCookie, takeCookie } from '../cookies.ts'
import { leaveFor, respond } from '../respond.ts'
import { originOf } from '../visit.ts'
import { frameOf } from './frame.ts'

/** GET /keluar: asks, or says that nobody is signed in here (any more). */
export function getSignOut(deps: Deps) {
  return async (c: Context<ForAnyone>) => {
    const { sql, vault, site, clock } = deps
    const sid = readCookie(c, site, 'sid')
    const now = clock()
    const current = sid && (await findSession(sql, vault.tokenHash(sid), { now, touch: false }))
    if (!sid || !current) return respond(c, signedOutPage())
    return respond(c, signOutPage({ frame: frameOf(deps, { current, sid }) }))
  }
}

/** POST /keluar */
export function postSignOut(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const { id, person } = c.var.current
    const at = deps.clock()
    await inTransaction(deps.sql, async (tx) => {
      await endSession(tx, id)
      const happening = { kind: 'signedOut' } as const
      await addEvent(tx, {
        ...originOf(c.var.visit),
        at,
        person: person.id,
        actor: person.id,
        happening,
      })
    })
    takeCookie(c, deps.site, 'sid')
    // Not "cookies": that would forget the known browser (R-SE-04).
    c.header('Clear-Site-Data', '"cache","storage"')
    return leaveFor(c, paths.signOut)
  }
}
