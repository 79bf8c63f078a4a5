import type { Context } from 'hono'
import { parseBatchId } from '#domain/archive/destruction/batch.ts'
import { batchesPage } from '#views/archive/destruction/batches-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import { BATCHES_ON_A_PAGE, listBatches } from '../../../store/archive/destruction/reading.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'

/** GET /instansi/pemusnahan */
export function getBatches(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const { hat } = c.var
    const after = parseBatchId(c.req.query('setelah') ?? '')
    const found = await listBatches(deps.sql, hat, after, deps.clock())
    const batches = found.slice(0, BATCHES_ON_A_PAGE)
    const last = found.length > BATCHES_ON_A_PAGE ? batches.at(-1) : undefined
    const page = batchesPage({
      frame: frameOf(deps, c.var),
      batches,
      mayPropose: hat.role === 'archivist',
      more: last && paths.batchesAfter(last.id),
    })
    return respond(c, page)
  }
}
