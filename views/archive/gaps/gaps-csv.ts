import { csvLine } from '../../agency/export-csv.ts'
import { kindText } from '../../home/home-words.ts'
import { nipText } from '../../parts/nip-words.ts'
import { pointsText } from '../completeness-words.ts'
import type { ShownLacking } from './gaps-page.tsx'

const HEADINGS = [
  'NIP',
  'Nama',
  'Jenis ASN',
  'Unit kerja',
  'Skor',
  'Belum diunggah',
  'Dikembalikan',
  'Dalam proses',
  'Dokumen yang kurang',
]

/** With the mark that tells Excel the encoding. */
export function gapsCsvHead(): string {
  return `\ufeff${csvLine(HEADINGS)}`
}

export function gapsCsvRow(one: ShownLacking): string {
  return csvLine([
    nipText(one.nip),
    one.name,
    kindText(one.kind),
    one.unitName ?? '',
    one.score === undefined ? '' : pointsText(one.score),
    String(one.missing),
    String(one.returned),
    String(one.waiting),
    one.named.join('; '),
  ])
}
