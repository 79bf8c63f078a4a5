import type { Context } from 'hono'
import { BATCH_STATES, parseBatchId } from '#domain/archive/destruction/batch.ts'
import { procedureOf } from '#domain/archive/destruction/procedure.ts'
import { auditedBatchPage } from '#views/archive/destruction/audited-batch-page.tsx'
import { auditedBatchesPage } from '#views/archive/destruction/audited-batches-page.tsx'
import { auditedBatches } from '#views/archive/destruction/batch-side.ts'
import { BATCH_STATE_NAMES } from '#views/path-queries.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import { findAuditedBatch, listAuditedBatches } from '../../../store/archive/destruction/audited.ts'
import { askedList } from '../../audit/asked-list.ts'
import { auditorOf } from '../../audit/auditor.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { factsOf } from './batch.ts'
import { numberOf } from './found-batch.ts'

/** GET /nasional/pemusnahan: lists of all agencies, or what was asked of them. */
export function getAuditedBatches(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const listed = await askedList(deps, c, { stateOf, list: listAuditedBatches })
    return respond(c, auditedBatchesPage({ frame: frameOf(deps, c.var), listed }))
  }
}

function stateOf(name: string) {
  return BATCH_STATES.find((one) => BATCH_STATE_NAMES[one] === name)
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
