import type { Context } from 'hono'
import { type CertifiedRecord, listCodeOf } from '#domain/archive/destruction/certificate.ts'
import { certificatePage } from '#views/archive/destruction/certificate-page.tsx'
import type { Deps, ForHat } from '../../../deps.ts'
import {
  certificateContext,
  findBatchFile,
} from '../../../store/archive/destruction/batch-files.ts'
import { readCertificate, readCertified } from '../../../store/archive/destruction/certificate.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { markOf } from '../mark.ts'
import { noFile, sendParts } from '../send-file.ts'
import { typeNames } from '../type-names.ts'
import { batchOf } from './found-batch.ts'
import { openBatchFile } from './paper.ts'

const ON_THE_PAGE = 50

/** GET /instansi/pemusnahan/:id/berita-acara */
export function getCertificate(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const found = await batchOf(deps, c)
    const { first, others } = deps.blobs
    const stores = [first, ...others]
    const certificate = found && (await readCertificate(deps.sql, found.batch, stores))
    if (!certificate) return c.notFound()
    const { id } = found.batch
    const records: CertifiedRecord[] = []
    for await (const record of readCertified(deps.sql, id)) {
      records.push(record)
      if (records.length > ON_THE_PAGE) break
    }
    const code = listCodeOf(certificate)
    const page = certificatePage({
      frame: frameOf(deps, c.var),
      batch: id,
      certificate,
      records: records.slice(0, ON_THE_PAGE),
      hasMore: records.length > ON_THE_PAGE,
      hasFile: (await findBatchFile(deps.sql, id, 'certificate')) !== undefined,
      names: await typeNames(deps),
      mark: code && markOf(deps, code),
    })
    return respond(c, page)
  }
}

/** GET /instansi/pemusnahan/:id/berita-acara.pdf: as it lies sealed in whichever store has it. */
export function getCertificateFile(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const found = await batchOf(deps, c)
    const file = found && (await findBatchFile(deps.sql, found.batch.id, 'certificate'))
    if (!file) return c.notFound()
    const opened = await openBatchFile(deps, file, certificateContext(file.id))
    if (!opened) return noFile(c)
    const name = 'berita-acara-pemusnahan.pdf'
    return sendParts(c, opened, { id: file.id, name, type: 'application/pdf' })
  }
}
