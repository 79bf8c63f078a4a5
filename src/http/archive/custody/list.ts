import type { Context } from 'hono'
import { custodyListPage } from '#views/archive/custody/custody-list-page.tsx'
import type { Deps, ForHat } from '../../../deps.ts'
import { listCustody, listDue } from '../../../store/archive/custody/transfers.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'

/** GET /instansi/penyusutan/serah-terima */
export function getCustodyList(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const { hat } = c.var
    const [sql, now] = [deps.sql, deps.clock()]
    const page = custodyListPage({
      frame: frameOf(deps, c.var),
      due: await listDue(sql, hat, now),
      received: await listCustody(sql, hat, 'received', now),
      given: await listCustody(sql, hat, 'given', now),
      over: await listCustody(sql, hat, 'over', now),
    })
    return respond(c, page)
  }
}
