import type { Context } from 'hono'
import { BATCH_STATES, parseBatchId } from '#domain/archive/destruction/batch.ts'
import { procedureOf } from '#domain/archive/destruction/procedure.ts'
import { oneLine } from '#domain/one-line.ts'
import { auditedBatchPage } from '#views/archive/destruction/audited-batch-page.tsx'
import { auditedBatchesPage } from '#views/archive/destruction/audited-batches-page.tsx'
import { auditedBatches } from '#views/archive/destruction/batch-side.ts'
import { BATCH_STATE_NAMES } from '#views/path-queries.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import { findAuditedBatch, listAuditedBatches } from '../../../store/archive/destruction/audited.ts'
import { BATCHES_ON_A_PAGE } from '../../../store/archive/destruction/reading.ts'
import { findAgencyOf } from '../../../store/audit-reader.ts'
import { auditorOf } from '../../audit/auditor.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { factsOf } from './batch.ts'
import { numberOf } from './found-batch.ts'

/** GET /nasional/pemusnahan: lists of all agencies, or of the one that was typed. */
export function getAuditedBatches(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const agency = oneLine(c.req.query('instansi') ?? '')
    const state = BATCH_STATES.find((one) => BATCH_STATE_NAMES[one] === c.req.query('keadaan'))
    const after = parseBatchId(c.req.query('setelah') ?? '')
    const sought = agency === '' ? undefined : await findAgencyOf(deps.sql, agency)
    const isKnown = agency === '' || sought !== undefined
    const asked = { agency: sought, state, after }
    const found = isKnown ? await listAuditedBatches(deps.sql, auditorOf(c, deps), asked) : []
    const batches = found.slice(0, BATCHES_ON_A_PAGE)
    const last = found.length > BATCHES_ON_A_PAGE ? batches.at(-1) : undefined
    const page = auditedBatchesPage({
      frame: frameOf(deps, c.var),
      asked: { agency, state },
      isKnown,
      batches,
      more: last && paths.auditedBatchesOf({ agency, state, after: last.id }),
      isFirst: after === undefined,
    })
    return respond(c, page)
  }
}

/** GET /nasional/pemusnahan/:id */
export function getAuditedBatch(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const id = parseBatchId(c.req.param('id') ?? '')
    const found = id && (await findAuditedBatch(deps.sql, auditorOf(c, deps), id))
    if (!found) return c.notFound()
    const page = auditedBatchPage({
      ...found,
      frame: frameOf(deps, c.var),
      side: auditedBatches,
      number: numberOf(found),
      steps: procedureOf(found.batch, { ...factsOf(found), now: deps.clock() }),
    })
    return respond(c, page)
  }
}
