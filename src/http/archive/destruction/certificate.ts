import type { Context } from 'hono'
import { type CertifiedRecord, listCodeOf } from '#domain/archive/destruction/certificate.ts'
import { agencyBatches, type BatchSide } from '#views/archive/destruction/batch-side.ts'
import { certificatePage } from '#views/archive/destruction/certificate-page.tsx'
import type { Deps, ForHat } from '../../../deps.ts'
import { findBatchFile } from '../../../store/archive/destruction/batch-files.ts'
import type { BatchKey } from '../../../store/archive/destruction/batches.ts'
import { readCertificate, readCertified } from '../../../store/archive/destruction/certificate.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { markOf } from '../mark.ts'
import { typeNames } from '../type-names.ts'
import { batchOf } from './found-batch.ts'
import { sendBatchFile } from './paper.ts'

const ON_THE_PAGE = 50

/** GET /instansi/pemusnahan/:id/berita-acara */
export function getCertificate(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const found = await batchOf(deps, c)
    return found ? showCertificate(deps, c, found.batch, agencyBatches) : c.notFound()
  }
}

/** Of a list that was found for whoever asks. */
export async function showCertificate(
  deps: Deps,
  c: Context<ForHat>,
  key: BatchKey,
  side: BatchSide,
): Promise<Response> {
  const { first, others } = deps.blobs
  const certificate = await readCertificate(deps.sql, key, [first, ...others])
  if (!certificate) return c.notFound()
  const records = await firstRecords(deps, key)
  const code = listCodeOf(certificate)
  const page = certificatePage({
    frame: frameOf(deps, c.var),
    side,
    batch: key.id,
    certificate,
    records: records.slice(0, ON_THE_PAGE),
    hasMore: records.length > ON_THE_PAGE,
    hasFile: (await findBatchFile(deps.sql, key.id, 'certificate')) !== undefined,
    names: await typeNames(deps),
    mark: code && markOf(deps, code),
  })
  return respond(c, page)
}

/** One more than the page has room for. */
async function firstRecords({ sql }: Deps, { id }: BatchKey): Promise<CertifiedRecord[]> {
  const records: CertifiedRecord[] = []
  for await (const record of readCertified(sql, id)) {
    records.push(record)
    if (records.length > ON_THE_PAGE) break
  }
  return records
}

/** GET /instansi/pemusnahan/:id/berita-acara.pdf */
export function getCertificateFile(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const found = await batchOf(deps, c)
    return found ? sendBatchFile(deps, c, found.batch.id, 'certificate') : c.notFound()
  }
}
