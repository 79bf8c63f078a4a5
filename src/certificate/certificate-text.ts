import {
  type Certificate,
  type CertifiedRecord,
  listCodeOf,
} from '#domain/archive/destruction/certificate.ts'
import { groupedVerificationCode } from '#domain/verification/code.ts'
import {
  CERTIFICATE,
  certificateSections,
  LIST_COLUMNS,
  listRow,
} from '#views/archive/destruction/certificate-words.ts'
import type { TypeNames } from '#views/archive/record-name.ts'
import { MARK } from '#views/verification/mark-words.ts'
import { linkOf } from '#views/verification/verification-link.ts'
import type { PdfText } from './certificate-pdf.ts'

type Certified = {
  origin: string
  certificate: Certificate
  records: AsyncIterable<CertifiedRecord>
  names: TypeNames
  qrSquares: (text: string) => boolean[][]
}

/** What stands in the file, the same as on the page. */
export function certificateText(certified: Certified): PdfText {
  const { certificate, origin, qrSquares } = certified
  const code = listCodeOf(certificate)
  return {
    title: CERTIFICATE.title,
    sections: certificateSections(certificate),
    note: CERTIFICATE.copies,
    signature: CERTIFICATE.signature,
    qr: code && {
      squares: qrSquares(linkOf(origin, code)),
      alt: MARK.qr,
      text: `${MARK.code}: ${groupedVerificationCode(code)}`,
    },
    list: { title: CERTIFICATE.list, columns: LIST_COLUMNS, rows: rowsOf(certified) },
    madeAt: certificate.closedAt,
  }
}

async function* rowsOf({ records, names, certificate: { zone } }: Certified) {
  let n = 0
  for await (const record of records) {
    n += 1
    yield listRow(record, { n, names, zone })
  }
}
