import type { Zone } from '#domain/agency.ts'
import type { CorrectionRefused } from '#domain/email/correction.ts'
import type { Told } from '../parts/problem.tsx'
import { momentText } from '../parts/time-words.ts'
import { about, type HelpProblem, helpTold } from './help-words.ts'

export type CorrectionProblem =
  | HelpProblem
  | CorrectionRefused
  | { kind: 'emailEmpty' | 'emailMalformed' | 'slotMissing' | 'dailyLimit' }

export const CORRECTION = {
  title: 'Perbaikan email',
  what: 'Petugas lain menyetujui usulan ini. Setelah itu kode 8 angka dikirim ke email baru, dan pegawai mengetiknya di HP-nya sendiri, di halaman Kode untuk email baru atau di Akun, Email. Baru setelah itu email diganti.',
  told: 'Alamat lama dan alamat baru diberi tahu. Email baru dapat dipakai untuk reset setelah 3 hari.',
  button: 'Ajukan kepada petugas lain',
} as const

const ONESELF = 'Anda tidak dapat memperbaiki email akun Anda sendiri.'

export function correctionTold(problem: CorrectionProblem, now: Date, zone: Zone): Told {
  switch (problem.kind) {
    case 'emailEmpty':
      return about('email', 'Ketik email baru.')
    case 'emailMalformed':
      return about('email', 'Email tidak lengkap. Contoh: nama@instansi.go.id.')
    case 'slotMissing':
      return about('slot', 'Pilih email yang diganti.')
    case 'sameAddress':
      return about('email', 'Email ini sudah tercatat untuk pegawai ini.')
    case 'changedMeanwhile':
      return about(undefined, 'Email pegawai ini baru saja berubah. Periksa kembali.')
    case 'held':
      return about(
        undefined,
        `Perubahan email akun ini dibuka kembali pada ${momentText(problem.until, zone)} karena MFA baru diaktifkan.`,
      )
    case 'frozen':
      return about(
        undefined,
        'Akun ini ditahan karena laporan Bukan saya. Email dapat diperbaiki setelah akun dibuka kembali.',
      )
    case 'disabled':
      return about(undefined, 'Akun pegawai ini dinonaktifkan.')
    case 'dailyLimit':
      return about(
        undefined,
        'Batas harian perbaikan email Anda sudah tercapai. Silakan minta petugas lain.',
      )
    default:
      return helpTold(problem, ONESELF, now, zone)
  }
}
