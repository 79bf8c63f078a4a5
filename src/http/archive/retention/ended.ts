import type { Context } from 'hono'
import type { UnitId } from '#domain/agency.ts'
import { parseRecordId } from '#domain/archive/record.ts'
import { heldTold } from '#domain/archive/told-in-office.ts'
import { isUuid } from '#domain/uuid.ts'
import { endedPage } from '#views/archive/retention/ended-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import { ENDED_ON_A_PAGE, listEnded } from '../../../store/archive/ended-records.ts'
import { listUnits } from '../../../store/roles.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'

/** GET /instansi/penyusutan/berakhir: page by page, of the whole agency or of a unit. */
export function getEnded(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const { hat } = c.var
    if (!hat.agency) return c.notFound()
    const now = deps.clock()
    const asked = c.req.query('unit') ?? ''
    const unit = isUuid(asked) ? (asked as UnitId) : undefined
    const after = parseRecordId(c.req.query('setelah') ?? '')
    const found = await listEnded(deps.sql, hat, { unit, after }, now)
    const viewer = c.var.current.person.id
    const records = found.slice(0, ENDED_ON_A_PAGE).map((record) => heldTold(record, viewer))
    const last = found.length > ENDED_ON_A_PAGE ? records.at(-1) : undefined
    const page = endedPage({
      frame: frameOf(deps, c.var),
      records,
      names: await typeNames(deps),
      units: await listUnits(deps.sql, hat, hat.agency, now),
      unit: unit ?? '',
      more: last && paths.retentionEndedIn(unit ?? '', last.id),
      isFirst: after === undefined,
    })
    return respond(c, page)
  }
}
