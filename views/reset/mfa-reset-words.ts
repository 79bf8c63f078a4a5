import type { Zone } from '#domain/agency.ts'
import {
  hasOpened,
  type MfaReset,
  type MfaResetRefused,
  type MfaResetWay,
} from '#domain/reset/mfa-reset.ts'
import type { Told } from '../parts/problem.tsx'
import { dayText, momentText } from '../parts/time-words.ts'
import { paths } from '../paths.ts'
import { AGENCY_WAY } from '../sign-in/agency-code-words.ts'
import { STALE } from '../sign-in/sign-in-words.ts'

/** `gone`: the request, or the sign-in that it belongs to, is not there any more. */
export type MfaResetProblem = MfaResetRefused | { kind: 'gone' | 'stale' }

export const MFA_RESET = {
  title: 'Reset MFA',
  intro:
    'Pilih cara membuktikan diri. Setelah itu Anda mengaktifkan perangkat baru. Perangkat lama tetap berlaku sampai perangkat baru aktif.',
  cancelTitle: 'Permintaan Reset MFA',
  cancelWhy:
    'Bukan Anda yang meminta, atau perangkat lama sudah ada lagi? Batalkan permintaan ini. Bila bukan Anda, ganti juga password Anda.',
  cancelled: 'Permintaan Reset MFA dibatalkan. Perangkat lama tetap berlaku.',
  none: 'Tidak ada permintaan Reset MFA yang menunggu.',
  waitingIntro:
    'Tidak dapat menunggu? Dengan kode cadangan, perangkat baru dapat langsung diaktifkan.',
  office: 'Tidak punya satu pun? Hubungi BKPSDM instansi Anda dan minta kode aktivasi ulang.',
  waitingOffice: 'Tidak punya kode cadangan? Tunggu sampai saat itu, atau hubungi BKPSDM.',
  onlyRecovery:
    'Untuk petugas dan admin, MFA tidak dapat direset dengan kode email. Kode cadangan tidak ada? Hubungi BKPSDM.',
  opened:
    'Waktu tunggu permintaan Anda sudah selesai. Pilih kode email sekali lagi untuk mengaktifkan perangkat baru.',
} as const

export function wayText(way: MfaResetWay): { text: string; path: string; hint: string } {
  switch (way) {
    case 'recoveryCode':
      return {
        text: 'Pakai kode cadangan',
        path: paths.mfaResetRecoveryCode,
        hint: 'Satu dari 10 kode yang Anda simpan saat aktivasi. Perangkat baru dapat langsung diaktifkan.',
      }
    case 'agencyCode':
      return {
        text: AGENCY_WAY,
        path: paths.agencyCode,
        hint: 'Kode aktivasi ulang 12 huruf dan angka yang diserahkan petugas BKPSDM. Perangkat baru dapat langsung diaktifkan.',
      }
    case 'email':
      return {
        text: 'Pakai kode dari email',
        path: paths.mfaResetEmail,
        hint: 'Kode 8 angka dikirim ke email yang terdaftar di SIASN.',
      }
  }
}

/** Whoever asked, and whoever signs in meanwhile, reads the same (2.5). */
export function waitingText(opensAt: Date, zone: Zone): string {
  return `Permintaan diterima. Perangkat baru dapat diaktifkan mulai ${momentText(opensAt, zone)}. Sampai saat itu perangkat lama tetap berlaku dan permintaan dapat dibatalkan.`
}

/** Nothing happens by itself at that time, so whoever asked has to know what to do then. */
export function comeBackText(closesAt: Date, zone: Zone): string {
  return `Datang lagi mulai saat itu, paling lambat ${momentText(closesAt, zone)}: pilih Reset MFA, lalu kode dari email sekali lagi.`
}

function openText(closesAt: Date, zone: Zone): string {
  return `Perangkat baru dapat diaktifkan sampai ${momentText(closesAt, zone)}. Sampai perangkat baru aktif, perangkat lama tetap berlaku dan permintaan dapat dibatalkan.`
}

const GRANTED =
  'Reset MFA sedang berlangsung di browser lain. Perangkat lama tetap berlaku sampai perangkat baru aktif.'

function issuedText(closesAt: Date, zone: Zone): string {
  return `Petugas BKPSDM memberi kode aktivasi ulang untuk akun Anda, berlaku sampai ${momentText(closesAt, zone)}. Sampai perangkat baru aktif, perangkat lama tetap berlaku dan kode itu dapat dibatalkan.`
}

export function pendingMfaResetText(pending: MfaReset, now: Date, zone: Zone): string {
  if (pending.state === 'issued') return issuedText(pending.closesAt, zone)
  if (pending.state !== 'waiting') return GRANTED
  return hasOpened(pending, now)
    ? openText(pending.closesAt, zone)
    : waitingText(pending.opensAt, zone)
}

export function mfaResetTold(problem: MfaResetProblem, zone: Zone): Told {
  switch (problem.kind) {
    case 'notOffered':
      return { text: MFA_RESET.onlyRecovery, topic: 'ganti-hp' }
    case 'tooManyResets':
      return {
        text: `MFA sudah direset 3 kali dalam 30 hari. Silakan coba lagi mulai ${dayText(problem.until, zone)}, atau hubungi BKPSDM.`,
        topic: 'ganti-hp',
      }
    case 'codeOver':
      return {
        text: 'Kode aktivasi ulang sudah dipakai atau sudah tidak berlaku. Minta kode baru kepada BKPSDM.',
        topic: 'kode-bkpsdm',
      }
    case 'stillWaiting':
      return { text: waitingText(problem.opensAt, zone), topic: 'ganti-hp' }
    case 'gone':
      return { text: 'Permintaan ini sudah tidak ada. Silakan masuk lagi.', topic: 'ganti-hp' }
    case 'stale':
      return STALE
  }
}
