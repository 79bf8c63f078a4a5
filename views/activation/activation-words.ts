import type { Zone } from '#domain/agency.ts'
import type { DeviceNameProblem } from '#domain/mfa/device.ts'
import type { EnrolmentRefused } from '#domain/mfa/enrolment.ts'
import type { CodeRefused } from '#domain/mfa/otp.ts'
import type { TypedCodeProblem } from '#domain/mfa/typed-code.ts'
import type { Told } from '../parts/problem.tsx'
import { timeText, waitText } from '../parts/time-words.ts'
import {
  BUDGET_SPENT,
  leftText,
  lockedTold,
  SERVER_CLOCK,
  typedCodeTold,
} from '../sign-in/code-words.ts'
import { refusedTold } from '../sign-in/refused-code-words.ts'
import { busyTold, STALE } from '../sign-in/sign-in-words.ts'

/** `left`: wrong codes of the old device that this sign-in may still have. */
export type ActivationProblem =
  | TypedCodeProblem
  | { kind: DeviceNameProblem }
  | EnrolmentRefused
  | { kind: 'oldCodeTyped'; problem: TypedCodeProblem }
  | { kind: 'oldCodeWrong'; refused: CodeRefused; left: number }
  | { kind: 'locked'; until: Date }
  | { kind: 'budgetSpent' }
  | { kind: 'serverClock' }
  | { kind: 'stale' }
  | { kind: 'busy'; seconds: number }

export const ACTIVATION_INTRO =
  'Siapkan HP dengan aplikasi autentikator, misalnya Google Authenticator, Microsoft Authenticator, atau FreeOTP. Cukup sekali; sesudah itu setiap masuk memakai kode dari HP ini.'

export const SCAN_STEP = 'Di aplikasi autentikator, pilih tambah akun, lalu pindai kode QR ini.'

export const KEY_STEP = 'QR tidak terbaca? Pilih masukkan kunci, lalu ketik kunci ini.'

export const SAME_PHONE_STEP = 'Membuka halaman ini di HP itu sendiri?'

export const CODE_STEP = 'Beri nama perangkat, lalu ketik kode 6 angka yang tampil di aplikasi.'

export const OLD_DEVICE_TITLE = 'Perangkat lama masih ada? Ketik kodenya.'

export const OLD_DEVICE_WHY =
  'Bila kode perangkat lama cocok, perangkat itu tetap dipakai dan Anda tidak perlu memindai QR baru.'

export function expiryText(expiresAt: Date, zone: Zone): string {
  return `QR ini berlaku sampai pukul ${timeText(expiresAt, zone)}.`
}

/** The wait is told as a span too where the caller knows the time (R-RL-05). */
export function tooManyQrText(until: Date, zone: Zone, now: Date | undefined): string {
  const span = now ? ` (${waitText(now, until)} lagi)` : ''
  return `QR sudah diminta 5 kali dalam satu jam. Silakan coba lagi pukul ${timeText(until, zone)}${span}.`
}

/** What is told of the code is about the new device, of `oldCodeWrong` about the old one. */
export function activationTold(problem: ActivationProblem, now: Date | undefined): Told {
  switch (problem.kind) {
    case 'empty':
    case 'length':
    case 'notDigits':
      return typedCodeTold(problem)
    case 'nameEmpty':
    case 'nameTooLong':
    case 'nameTaken':
      return { text: nameText(problem.kind), topic: 'aktivasi', field: 'device_name' }
    case 'expired':
      return {
        text: 'QR ini sudah lewat 15 menit. Hapus entri lama di aplikasi, lalu pindai QR yang baru.',
        topic: 'aktivasi',
      }
    case 'late':
    case 'clockOff':
    case 'zone':
    case 'oldQr':
    case 'wrong':
      return refusedTold(problem)
    case 'oldCodeTyped':
      return { ...typedCodeTold(problem.problem), field: 'old_code' }
    case 'oldCodeWrong':
      return oldCodeTold(problem)
    case 'locked':
      return lockedTold(problem.until, now)
    case 'budgetSpent':
      return BUDGET_SPENT
    case 'serverClock':
      return SERVER_CLOCK
    case 'stale':
      return STALE
    case 'busy':
      return busyTold(problem.seconds)
  }
}

function nameText(problem: DeviceNameProblem): string {
  switch (problem) {
    case 'nameEmpty':
      return 'Beri nama perangkat, misalnya HP Samsung.'
    case 'nameTooLong':
      return 'Nama perangkat paling banyak 40 karakter.'
    case 'nameTaken':
      return 'Nama perangkat ini sudah dipakai. Pilih nama lain.'
  }
}

function oldCodeTold({ refused, left }: { refused: CodeRefused; left: number }): Told {
  const told = refusedTold(refused)
  return { ...told, text: `${told.text}${leftText(left)}`, field: 'old_code' }
}
