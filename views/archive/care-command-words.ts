import { numberText } from '../import/progress-words.ts'

type StoreDifference = { store: string; objectsWithoutRow: number; rowsWithoutObject: number }
type Unmatched = { keysWithoutVersion: number; versionsWithoutKey: number }
type Reopened = { destroyed: number; held: number; unknown: number }
type Refused =
  | { kind: 'nothingRestored' | 'keyringIsOlder' | 'samePerson' }
  | { kind: 'noOperator'; nip: string }

/** On what a hold stands that is placed after a restore. */
export const RESTORE_REVIEW =
  'Basis data dipulihkan dari cadangan dan catatan arsip ini lebih baru daripada isinya; periksa sebelum dilanjutkan.'

export function storeDifferenceText({
  store,
  objectsWithoutRow,
  rowsWithoutObject,
}: StoreDifference): string {
  return `Penyimpanan ${store}: berkas tanpa catatan ${numberText(objectsWithoutRow)}, catatan tanpa berkas ${numberText(rowsWithoutObject)}.`
}

export function storeAwayText(store: string): string {
  return `Penyimpanan ${store}: tidak terjangkau, jadi tidak diperiksa.`
}

export function noSuchStoreText(stores: readonly string[]): string {
  return `Penyimpanan yang dikenal: ${stores.join(', ')}.`
}

export function unmatchedText({ keysWithoutVersion, versionsWithoutKey }: Unmatched): string {
  return `Kunci tanpa versi ${numberText(keysWithoutVersion)}, versi tanpa kunci ${numberText(versionsWithoutKey)}.`
}

export const NOTHING_ERASED = 'Tidak ada yang dihapus; periksa dahulu mana yang benar.'

export function reopenedText({ destroyed, held, unknown }: Reopened): string {
  return [
    `Dimusnahkan kembali: ${numberText(destroyed)} arsip.`,
    `Ditahan untuk diperiksa: ${numberText(held)} arsip.`,
    `Tidak ada dalam cadangan: ${numberText(unknown)} arsip.`,
    'Portal dapat dijalankan. Jalankan juga npm run asn -- archive check.',
  ].join('\n')
}

export function reopenRefusedText(refused: Refused): string {
  switch (refused.kind) {
    case 'nothingRestored':
      return 'Basis data tidak lebih lama daripada kunci; tidak ada yang perlu dibuka kembali.'
    case 'keyringIsOlder':
      return 'Kunci lebih lama daripada basis data. Muat cadangan kunci yang terbaru dengan npm run asn -- keys load BERKAS.'
    case 'samePerson':
      return 'Pemulihan harus disaksikan dua orang yang berbeda.'
    case 'noOperator':
      return `NIP ${refused.nip} bukan admin nasional yang masih bertugas.`
  }
}
