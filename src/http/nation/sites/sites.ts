import type { Context } from 'hono'
import { isSiteKey } from '#domain/embed/site.ts'
import { oneLine } from '#domain/one-line.ts'
import { sitesPage } from '#views/nation/sites/sites-page.tsx'
import type { SiteDone } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import {
  type ListedSite,
  listDeclinedSites,
  listSiteRequests,
  listSites,
  SITES_PER_PAGE,
  type SiteFilter,
} from '../../../store/embed/site-list.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'

const DONE: readonly SiteDone[] = ['diusulkan', 'diterapkan', 'ditolak', 'ditarik']

/** GET /nasional/situs */
export function getSites(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const filter = filterOf(c)
    const found = await listSites(deps.sql, filter)
    const page = sitesPage({
      frame: frameOf(deps, c.var),
      sites: found.slice(0, SITES_PER_PAGE),
      waiting: await listSiteRequests(deps.sql),
      declined: await listDeclinedSites(deps.sql),
      filter,
      more: pageAfter(filter, found),
      isFirst: filter.after === undefined,
      done: doneOf(c),
    })
    return respond(c, page)
  }
}

export function doneOf(c: Context<ForHat>): SiteDone | undefined {
  return DONE.find((one) => one === c.req.query('hasil'))
}

function filterOf(c: Context<ForHat>): SiteFilter {
  const { cari, keadaan, setelah } = c.req.query()
  return {
    sought: oneLine(cari ?? ''),
    ended: keadaan === 'berakhir',
    after: setelah !== undefined && isSiteKey(setelah) ? setelah : undefined,
  }
}

function pageAfter(
  { sought, ended }: SiteFilter,
  found: readonly ListedSite[],
): string | undefined {
  const last = found[SITES_PER_PAGE - 1]
  if (!last || found.length <= SITES_PER_PAGE) return undefined
  const keadaan = ended ? 'berakhir' : ''
  return `${paths.embedSites}?${new URLSearchParams({ cari: sought, keadaan, setelah: last.key })}`
}
