import type { Context } from 'hono'
import { parseBatchId } from '#domain/archive/destruction/batch.ts'
import { auditedBatches } from '#views/archive/destruction/batch-side.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import { inAuditedBatch } from '../../../store/archive/destruction/audited.ts'
import type { BatchKey } from '../../../store/archive/destruction/batches.ts'
import { auditorOf } from '../../audit/auditor.ts'
import { showCertificate } from './certificate.ts'
import { paperIn, sendBatchFile } from './paper.ts'

/** GET /nasional/pemusnahan/:id/surat/:paper: the bytes that its agency gets. */
export function getAuditedPaper(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const paper = paperIn(c)
    const key = paper && (await keyOf(deps, c, paper))
    return key ? sendBatchFile(deps, c, key.id, paper) : c.notFound()
  }
}

/** GET /nasional/pemusnahan/:id/berita-acara */
export function getAuditedCertificate(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const key = await keyOf(deps, c, 'certificate')
    return key ? showCertificate(deps, c, key, auditedBatches) : c.notFound()
  }
}

/** GET /nasional/pemusnahan/:id/berita-acara.pdf */
export function getAuditedCertificateFile(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const key = await keyOf(deps, c, 'certificateFile')
    return key ? sendBatchFile(deps, c, key.id, 'certificate') : c.notFound()
  }
}

/** Of whatever agency; that it was asked for is kept. */
async function keyOf(deps: Deps, c: Context<ForHat>, part: string): Promise<BatchKey | undefined> {
  const id = parseBatchId(c.req.param('id') ?? '')
  const look = id && { id, part }
  return look && inAuditedBatch(deps.sql, auditorOf(c, deps), look, async (_, key) => key)
}
