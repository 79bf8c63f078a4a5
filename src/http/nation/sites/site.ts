import type { Context } from 'hono'
import { sitePage } from '#views/nation/sites/site-page.tsx'
import type { Deps, ForHat } from '../../../deps.ts'
import { findSite, listSiteHistory } from '../../../store/embed/site-list.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { doneOf } from './sites.ts'

/** GET /nasional/situs/:key: in force, or not any more. */
export function getSite(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const site = await findSite(deps.sql, c.req.param('key') ?? '')
    if (!site) return c.notFound()
    const history = await listSiteHistory(deps.sql, site.key)
    const page = sitePage({ frame: frameOf(deps, c.var), site, history, done: doneOf(c) })
    return respond(c, page)
  }
}
