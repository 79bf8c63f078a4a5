import type { Context } from 'hono'
import { parseBatchId } from '#domain/archive/destruction/batch.ts'
import type { CertifiedRecord } from '#domain/archive/destruction/certificate.ts'
import { certificatePage } from '#views/archive/destruction/certificate-page.tsx'
import {
  CERTIFICATE,
  certificateSections,
  LIST_COLUMNS,
  listRow,
  qrText,
} from '#views/archive/destruction/certificate-words.ts'
import type { TypeNames } from '#views/archive/record-name.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import { findCertificate, readCertified } from '../../../store/archive/destruction/certificate.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'

const ON_THE_PAGE = 50

/** GET /instansi/pemusnahan/:id/berita-acara */
export function getCertificate(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const found = await certificateOf(deps, c)
    if (!found) return c.notFound()
    const { id, certificate } = found
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
      names: await typeNames(deps),
    })
    return respond(c, page)
  }
}

/** GET /instansi/pemusnahan/:id/berita-acara.pdf: as it is read, however long the list is. */
export function getCertificateFile(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const found = await certificateOf(deps, c)
    if (!found) return c.notFound()
    const { id, certificate } = found
    const { zone } = c.var.current.person.agency
    const names = await typeNames(deps)
    const text = qrText(id, certificate)
    const body = deps.certificatePdf({
      title: CERTIFICATE.title,
      sections: certificateSections(certificate, zone),
      note: CERTIFICATE.copies,
      signature: CERTIFICATE.signature,
      qr: { squares: deps.vault.qrSquares(text), text },
      list: {
        title: CERTIFICATE.list,
        columns: LIST_COLUMNS,
        rows: rowsOf(readCertified(deps.sql, id), names, zone),
      },
      madeAt: certificate.closedAt,
    })
    c.header('Content-Type', 'application/pdf')
    c.header('Content-Disposition', 'attachment; filename="berita-acara-pemusnahan.pdf"')
    return c.body(body)
  }
}

async function certificateOf(deps: Deps, c: Context<ForHat>) {
  const id = parseBatchId(c.req.param('id') ?? '')
  if (!id) return undefined
  const asked = { id, viewer: c.var.current.person.id }
  const certificate = await findCertificate(deps.sql, c.var.hat, asked, deps.clock())
  return certificate && { id, certificate }
}

async function* rowsOf(
  records: AsyncIterable<CertifiedRecord>,
  names: TypeNames,
  zone: Parameters<typeof listRow>[1]['zone'],
) {
  let n = 0
  for await (const record of records) {
    n += 1
    yield listRow(record, { n, names, zone })
  }
}
