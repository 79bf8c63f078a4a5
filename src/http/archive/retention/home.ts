import type { Context } from 'hono'
import { scopeOf } from '#domain/access/scope.ts'
import type { ForecastId } from '#domain/archive/retention/rule-request.ts'
import { retentionPage } from '#views/archive/retention/home-page.tsx'
import type { Deps, ForHat } from '../../../deps.ts'
import { countIncidents } from '../../../store/archive/care-board.ts'
import { listCustody, listDue } from '../../../store/archive/custody/transfers.ts'
import { askStanding, findStanding } from '../../../store/archive/retention/forecasts.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'

/** GET /instansi/penyusutan: how things stand; counted anew by a job, once a day at most. */
export function getRetention(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const { hat } = c.var
    const { agency } = hat
    if (!agency) return c.notFound()
    const now = deps.clock()
    await askStanding(deps.sql, { id: deps.vault.newId() as ForecastId, agency, now })
    const received = await listCustody(deps.sql, hat, 'received', now)
    const due = await listDue(deps.sql, hat, now)
    const page = retentionPage({
      frame: frameOf(deps, c.var),
      standing: await findStanding(deps.sql, agency),
      custody: { received: received.length, due: due.length },
      incidents: await countIncidents(deps.sql, scopeOf(hat), now),
    })
    return respond(c, page)
  }
}
