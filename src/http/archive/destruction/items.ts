import type { Context } from 'hono'
import { parseRecordId } from '#domain/archive/record.ts'
import { agencyBatches } from '#views/archive/destruction/batch-side.ts'
import { itemsPage } from '#views/archive/destruction/items-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import { ITEMS_ON_A_PAGE, listItems } from '../../../store/archive/destruction/reading-items.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'
import { batchOf, numberOf } from './found-batch.ts'

/** GET /instansi/pemusnahan/:id/arsip */
export function getBatchItems(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const batch = await batchOf(deps, c)
    if (!batch) return c.notFound()
    const { id } = batch.batch
    const after = parseRecordId(c.req.query('setelah') ?? '')
    const found = await listItems(deps.sql, c.var.hat, { batch: id, after }, deps.clock())
    const items = found.slice(0, ITEMS_ON_A_PAGE)
    const last = found.length > ITEMS_ON_A_PAGE ? items.at(-1) : undefined
    const page = itemsPage({
      frame: frameOf(deps, c.var),
      side: agencyBatches,
      batch: id,
      number: numberOf(batch),
      items,
      names: await typeNames(deps),
      more: last && paths.batchItems(id, last.item.record),
      first: after && paths.batchItems(id),
    })
    return respond(c, page)
  }
}
