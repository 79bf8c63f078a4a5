import type { Context } from 'hono'
import { nationPage } from '#views/nation/nation-page.tsx'
import type { Deps, ForHat } from '../../deps.ts'
import { countIncidents } from '../../store/archive/care-board.ts'
import { countTypeRequests } from '../../store/archive/type-requests.ts'
import { countSiteRequests } from '../../store/embed/site-list.ts'
import { findNationWaits } from '../../store/nation.ts'
import { respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'

/** GET /nasional */
export function getNation(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const found = await findNationWaits(deps.sql, c.var.hat, deps.clock())
    const siteRequests = await countSiteRequests(deps.sql)
    const typeRequests = await countTypeRequests(deps.sql)
    const incidents = await countIncidents(deps.sql, { reach: 'nation' }, deps.clock())
    const waits = { ...found, siteRequests, typeRequests, incidents }
    return respond(c, nationPage({ frame: frameOf(deps, c.var), waits }))
  }
}
