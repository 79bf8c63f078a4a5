import type { Context } from 'hono'
import type { CertifiedRecord } from '#domain/archive/destruction/certificate.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { certificatePage } from '#views/archive/destruction/certificate-page.tsx'
import type { Deps, ForHat } from '../../../deps.ts'
import { readCertificate, readCertified } from '../../../store/archive/destruction/certificate.ts'
import {
  type CertificateFile,
  certificateContext,
  findCertificateFile,
} from '../../../store/archive/destruction/certificate-files.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'
import { batchOf } from './found-batch.ts'

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
    const page = certificatePage({
      frame: frameOf(deps, c.var),
      batch: id,
      certificate,
      records: records.slice(0, ON_THE_PAGE),
      hasMore: records.length > ON_THE_PAGE,
      hasFile: (await findCertificateFile(deps.sql, id)) !== undefined,
      names: await typeNames(deps),
    })
    return respond(c, page)
  }
}

/** GET /instansi/pemusnahan/:id/berita-acara.pdf: as it lies sealed in whichever store has it. */
export function getCertificateFile(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const found = await batchOf(deps, c)
    const file = found && (await findCertificateFile(deps.sql, found.batch.id))
    const opened = file && (await openFile(deps, file))
    if (!opened) return c.notFound()
    c.header('Content-Type', 'application/pdf')
    c.header('Content-Length', String(opened.bytes))
    c.header('Content-Disposition', 'attachment; filename="berita-acara-pemusnahan.pdf"')
    return c.body(ReadableStream.from(opened.content))
  }
}

async function openFile({ keyring, blobs }: Deps, { id, copies }: CertificateFile) {
  const key = await keyring.openVersionKey(keyring.sql, id as string as VersionId)
  if (!key) return undefined
  const context = certificateContext(id)
  for (const { store, object } of copies) {
    const place = blobs.named(store)
    const opened = place && (await blobs.openFrom(place, { object, key, context }))
    if (opened) return opened
  }
  return undefined
}
