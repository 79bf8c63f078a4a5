import type { Context } from 'hono'
import { accountPage } from '#views/account/account-page.tsx'
import type { Deps, ForPerson } from '../../deps.ts'
import { listAddresses } from '../../store/email-addresses.ts'
import { listOwnDevices } from '../../store/own-devices.ts'
import { listOwnSessions } from '../../store/own-sessions.ts'
import { respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'

/** GET /akun */
export function getAccount(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const { person, recovery } = c.var.current
    const devices = await listOwnDevices(deps.sql, person.id)
    const sessions = await listOwnSessions(deps.sql, person.id, deps.clock())
    const page = accountPage({
      frame: frameOf(deps, c.var),
      person,
      addresses: await listAddresses(deps.sql, person.id),
      devices: devices.length,
      recovery,
      sessions: sessions.length,
      done: c.req.query('hasil') === 'password' ? 'password' : undefined,
    })
    return respond(c, page)
  }
}
