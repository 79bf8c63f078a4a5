import type { Metadata } from '#domain/archive/metadata.ts'

/** Whose documents are past their retention from the first start on. */
export const RETIRED = '195506101979031929'

/** Of the sample office: who sends them, and who verifies them. */
export const SENDER = '198306152009011912'
export const VERIFIER = '198410102010012915'

type Document = { type: string; title: string; metadata: Metadata }

/** A paper of each kind that nothing but the rule of the personal file is about. */
export const DOCUMENTS: readonly Document[] = [
  { type: 'drh', title: 'Daftar Riwayat Hidup', metadata: { documentDate: '2010-05-03' } },
  {
    type: 'cpns',
    title: 'Surat Keputusan CPNS',
    metadata: decree('813/12/1979', '1979-02-26', '1979-03-01'),
  },
  {
    type: 'pns',
    title: 'Surat Keputusan PNS',
    metadata: decree('821/47/1980', '1980-03-24', '1980-04-01'),
  },
]

function decree(decreeNumber: string, decreeDate: string, effectiveDate: string): Metadata {
  const issuingOfficial = 'Bupati Contoh Jaya'
  return { decreeNumber, decreeDate, effectiveDate, issuingOfficial, rankGrade: 'II/a' }
}
