import type { Zone } from '#domain/agency.ts'
import type { ChangedTerm, ToldChange } from '#domain/archive/type-change.ts'
import { sizeText } from '../national/imports-words.ts'
import { countText } from '../parts/number-words.ts'
import { dayText } from '../parts/time-words.ts'
import { fieldText } from './record-type-words.ts'

export const CHANGES = {
  title: 'Ketentuan yang berubah',
  lead: 'Berlaku secara nasional. Berkas yang sudah tersimpan tidak berubah.',
} as const

/** Sejak 3 Maret 2026: diminta dari PPPK. */
export function changedText({ at, terms }: ToldChange, zone: Zone): string {
  return `Sejak ${dayText(at, zone)}: ${terms.map(termText).join('; ')}.`
}

function termText(term: ChangedTerm): string {
  switch (term.kind) {
    case 'asked':
      return `diminta dari ${term.of.toUpperCase()}`
    case 'notAsked':
      return `tidak diminta lagi dari ${term.of.toUpperCase()}`
    case 'renamed':
      return `bernama ${term.to}, sebelumnya ${term.before}`
    case 'bytes':
      return `berkas paling besar ${sizeText(term.to)}, sebelumnya ${sizeText(term.before)}`
    case 'pages':
      return `paling banyak ${countText(term.to)} halaman, sebelumnya ${countText(term.before)}`
    case 'fields':
      return fieldsText(term)
    case 'secret':
      return 'rahasia, hanya dibaca pemiliknya dan petugas yang ditunjuk'
  }
}

function fieldsText({ added, dropped }: Extract<ChangedTerm, { kind: 'fields' }>): string {
  const named = (fields: typeof added) => fields.map(fieldText).join(', ')
  return [
    added.length > 0 && `diisi juga ${named(added)}`,
    dropped.length > 0 && `tidak diisi lagi ${named(dropped)}`,
  ]
    .filter(Boolean)
    .join('; ')
}
