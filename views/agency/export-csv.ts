import type { Zone } from '#domain/agency.ts'
import type { Mailbox, Standing } from '#domain/desk/standing.ts'
import type { LegalPosition } from '#domain/import/service.ts'
import type { PersonKind } from '#domain/person.ts'
import { kindText } from '../home/home-words.ts'
import { nipText } from '../parts/nip-words.ts'
import { positionText } from '../parts/service-words.ts'
import { momentText } from '../parts/time-words.ts'
import { mailboxText, standingText } from './standing-words.ts'

export type ExportedEmployee = {
  nip: string
  name: string
  kind: PersonKind
  unitName: string | undefined
  legalPosition: LegalPosition | undefined
  standing: Standing
  mailbox: Mailbox
  lastSignedInAt: Date | undefined
}

const HEADINGS = [
  'NIP',
  'Nama',
  'Jenis ASN',
  'Unit kerja',
  'Kedudukan hukum',
  'Keadaan akun',
  'Keadaan email',
  'Masuk terakhir',
]

/** With the mark that tells Excel the encoding, and the semicolon that its Indonesian takes. */
export function csvHead(): string {
  return `\ufeff${csvLine(HEADINGS)}`
}

/** No address and no device: a list that is sent on tells nobody where to write. */
export function csvRow(employee: ExportedEmployee, zone: Zone): string {
  const { name, kind, unitName, standing, mailbox, lastSignedInAt } = employee
  return csvLine([
    nipText(employee.nip),
    name,
    kindText(kind),
    unitName ?? '',
    positionText(employee.legalPosition),
    standingText(standing, zone),
    mailboxText(mailbox),
    lastSignedInAt ? momentText(lastSignedInAt, zone) : '',
  ])
}

/** Semicolons, which an Indonesian Excel takes. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`
}

/** A cell that begins like a formula gets an apostrophe, or a spreadsheet would run it. */
export function csvCell(text: string): string {
  const plain = text.replace(/[\r\n\t]+/g, ' ')
  const tame = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(plain) ? `'${plain}` : plain
  return /[";]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame
}
