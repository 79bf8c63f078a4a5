import type { Evidence, ResetCause } from '#domain/reset/issue-code.ts'

export function evidenceText(evidence: Evidence): string {
  switch (evidence) {
    case 'present':
      return 'hadir langsung dengan kartu identitas'
    case 'video':
      return 'panggilan video dengan kartu identitas'
    case 'superior':
      return 'keterangan tertulis atasan'
  }
}

export function causeText(cause: ResetCause): string {
  switch (cause) {
    case 'phoneLost':
      return 'HP hilang atau rusak'
    case 'phoneReplaced':
      return 'ganti HP, entri lama tidak ikut'
    case 'appDeleted':
      return 'aplikasi atau entri terhapus'
    case 'accountFrozen':
      return 'akun ditahan karena laporan Bukan saya'
    case 'other':
      return 'sebab lain'
  }
}
