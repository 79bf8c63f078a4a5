import type { Context } from 'hono'
import { oneLine } from '#domain/one-line.ts'
import { agenciesPage } from '#views/nation/agencies-page.tsx'
import type { AgencyDone } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat } from '../../deps.ts'
import { AGENCIES_PER_PAGE, type AgencyFilter, listAgencies } from '../../store/nation.ts'
import { respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'

const DONE: readonly AgencyDone[] = ['ditambah', 'diubah']

/** GET /nasional/instansi */
export function getAgencies(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const filter = filterOf(c)
    const found = await listAgencies(deps.sql, c.var.hat, filter, deps.clock())
    const page = agenciesPage({
      frame: frameOf(deps, c.var),
      agencies: found.slice(0, AGENCIES_PER_PAGE),
      filter,
      more: found.length > AGENCIES_PER_PAGE ? pageAfter(filter) : undefined,
      isFirst: filter.page === 1,
      done: DONE.find((one) => one === c.req.query('hasil')),
    })
    return respond(c, page)
  }
}

function filterOf(c: Context<ForHat>): AgencyFilter {
  const { cari, keadaan, hal } = c.req.query()
  return {
    sought: oneLine(cari ?? ''),
    withoutAdmin: keadaan === 'tanpa-admin',
    page: /^[1-9]\d{0,3}$/.test(hal ?? '') ? Number(hal) : 1,
  }
}

function pageAfter({ sought, withoutAdmin, page }: AgencyFilter): string {
  const keadaan = withoutAdmin ? 'tanpa-admin' : ''
  const query = new URLSearchParams({ cari: sought, keadaan, hal: String(page + 1) })
  return `${paths.agencies}?${query}`
}
