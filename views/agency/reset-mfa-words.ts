import type { Zone } from '#domain/agency.ts'
import type { IssueRefused } from '#domain/reset/issue-code.ts'
import type { Told } from '../parts/problem.tsx'
import { dayText, momentText } from '../parts/time-words.ts'
import { about, type HelpProblem, helpTold } from './help-words.ts'

export type ResetMfaProblem = HelpProblem | IssueRefused | { kind: 'causeMissing' | 'over' }

export const RESET_MFA = {
  title: 'Reset MFA',
  what: 'Anda akan mendapat kode aktivasi ulang untuk diserahkan langsung kepada pegawai. Perangkat lama tetap berlaku sampai perangkat baru aktif. Pegawai diberi tahu lewat semua emailnya.',
  twoPersons: 'Permintaan ini harus disetujui petugas lain.',
  button: 'Buat kode aktivasi ulang',
  askButton: 'Ajukan kepada petugas lain',
} as const

const ONESELF = 'Anda tidak dapat mereset MFA akun Anda sendiri.'

export function resetMfaTold(problem: ResetMfaProblem, now: Date, zone: Zone): Told {
  switch (problem.kind) {
    case 'causeMissing':
      return about('cause', 'Pilih sebab reset MFA.')
    case 'over':
      return about(undefined, 'Persetujuan ini sudah tidak berlaku. Ajukan permintaan baru.')
    case 'disabled':
      return about(undefined, 'Akun pegawai ini dinonaktifkan. Reset MFA tidak membukanya.')
    case 'notActivated':
      return about(
        undefined,
        'Pegawai ini belum pernah mengaktifkan MFA. Ia cukup masuk dengan passwordnya, lalu mengaktifkan perangkat; kode tidak diperlukan.',
      )
    case 'fewDevices':
      return {
        ...about(
          undefined,
          'Sebelum mereset MFA orang lain, Anda sendiri harus memiliki dua perangkat. Tambahkan satu perangkat di Akun, Perangkat.',
        ),
        topic: 'ganti-hp',
      }
    case 'dailyLimit':
      return about(undefined, 'Batas reset harian Anda sudah tercapai. Silakan minta petugas lain.')
    case 'tooManyResets':
      return about(
        undefined,
        `MFA pegawai ini sudah direset 3 kali dalam 30 hari. Reset berikutnya dapat dilakukan mulai ${dayText(problem.until, zone)}. Admin instansi diberi tahu.`,
      )
    default:
      return helpTold(problem, ONESELF, now, zone)
  }
}

export const HANDED = {
  title: 'Kode aktivasi ulang',
  before: 'Kode aktivasi ulang:',
  after: ', berlaku 24 jam. Serahkan langsung kepada pegawai; kode hanya ditampilkan sekali.',
  how: 'Pegawai masuk dengan passwordnya, menekan Saya punya kode dari BKPSDM di halaman Verifikasi, lalu mengaktifkan perangkat baru. Lupa password? Ia mulai dari Reset Password (Lupa Password).',
  slip: 'Cara memakai kode ini',
  steps: [
    'Buka ASN Digital dengan mengetik alamatnya sendiri, lalu pilih Masuk. Ketik NIP dan password Anda.',
    'Di halaman Verifikasi tekan Saya punya kode dari BKPSDM, lalu ketik kode ini.',
    'Pindai QR yang tampil dengan HP baru Anda, dan simpan kode cadangan.',
    'Lupa password? Mulai dari Reset, Reset Password (Lupa Password). Salah lima kali, hilang, atau lewat waktu? Minta kode baru.',
    'Kode ini hanya untuk Anda. Musnahkan kertas ini setelah dipakai.',
  ],
  done: 'Sudah saya serahkan',
  gone: 'Tidak ada kode yang ditampilkan di sini. Kode hanya tampil di sesi yang membuatnya, sampai diserahkan atau dipakai. Hilang? Buat kode baru; kode yang lama tidak berlaku lagi.',
  print: 'Untuk mencetak, pakai menu Cetak (Ctrl+P) di browser.',
} as const

export function untilText(until: Date, zone: Zone): string {
  return `Berlaku sampai ${momentText(until, zone)}.`
}
