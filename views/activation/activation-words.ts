import type { Zone } from '#domain/agency.ts'
import { secondsBetween } from '#domain/instant.ts'
import type { DeviceNameProblem } from '#domain/mfa/device.ts'
import type { EnrolmentRefused } from '#domain/mfa/enrolment.ts'
import type { CodeRefused } from '#domain/mfa/otp.ts'
import type { TypedCodeProblem } from '#domain/mfa/typed-code.ts'
import { nipText } from '../parts/nip-words.ts'
import type { Told } from '../parts/problem.tsx'
import { timeText, waitText } from '../parts/time-words.ts'
import {
  BUDGET_SPENT,
  lockedTold,
  refusedWithLeftTold,
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

/** A QR code that lasts so long was made for this very answer. */
const QR_SECONDS = 15 * 60

export const ACTIVATION_INTRO =
  'Siapkan HP dengan aplikasi autentikator, misalnya Google Authenticator, Microsoft Authenticator, atau FreeOTP. Cukup sekali; setelah itu setiap masuk memakai kode dari HP ini.'

/** After Reset MFA: the way back is a sign-in of its own. */
export const REPLACES =
  'Perangkat lama tetap berlaku sampai perangkat baru aktif. Sudah ada lagi? Masuk dari awal dengan kodenya.'

export const NO_APP = 'Belum punya aplikasinya?'

export const AGAIN = 'MFA Anda perlu diaktifkan lagi.'

export const NEW_DEVICE_TITLE = 'Perangkat lama tidak ada? Aktifkan perangkat baru'

export const STEPS = {
  connect: 'Hubungkan HP Anda',
  code: 'Beri nama perangkat, lalu ketik kodenya',
} as const

export const THIS_PHONE = 'Memakai HP ini saja?'

export const NOTHING_HAPPENS =
  'Tidak terjadi apa-apa? Pasang dahulu aplikasinya, atau tekan Salin kunci lalu tempel di aplikasi.'

export const COPIED = 'Kunci tersalin.'

export const COPY_BY_HAND = 'Tekan lama pada kunci untuk menyalin.'

export const COMPUTER = 'Memakai komputer? Pindai QR ini dengan HP.'

export const SCAN_STEP = 'Di aplikasi autentikator, pilih tambah akun, lalu pindai kode QR.'

/** Apps that take a key ask for the name of the account too. */
export function keyStepText(nip: string): string {
  return `QR tidak terbaca? Pilih masukkan kunci, isi nama akun dengan NIP Anda (${nipText(nip)}), lalu ketik atau tempel kunci ini.`
}

export const WHAT_OTP =
  'Kode OTP adalah 6 angka di aplikasi autentikator; berganti setiap 30 detik.'

export const NO_RESCAN = 'Tidak perlu memindai ulang.'

export const SHOW_QR_AGAIN = 'Tampilkan QR lagi'

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

/** What is told of the new device's name and code; whoever tried the old one may not have scanned. */
const AFTER_SCANNING: readonly ActivationProblem['kind'][] = [
  'empty',
  'length',
  'notDigits',
  'nameEmpty',
  'nameTooLong',
  'nameTaken',
  'late',
  'clockOff',
  'zone',
  'wrong',
]

/** The app may hold what is on the page already, unless this QR code is new to it. */
export function isScanned(
  problem: ActivationProblem | undefined,
  expiresAt: Date,
  now: Date | undefined,
): boolean {
  if (!problem || !now || !AFTER_SCANNING.includes(problem.kind)) return false
  return secondsBetween(now, expiresAt) < QR_SECONDS
}

/** Wrong codes of the old device ended the sign-in. */
export function isSignInOver(problem: ActivationProblem | undefined): boolean {
  return problem?.kind === 'oldCodeWrong' && problem.left === 0
}

/** What is told of the code is about the new device, of `oldCodeWrong` about the old one. */
export function activationTold(
  problem: ActivationProblem,
  now: Date | undefined,
  zone: Zone,
): Told {
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
      return refusedTold(problem, zone)
    case 'oldCodeTyped':
      return { ...typedCodeTold(problem.problem), field: 'old_code' }
    case 'oldCodeWrong':
      return oldCodeTold(problem, zone)
    case 'locked':
      return lockedTold(problem.until, now, zone)
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

function oldCodeTold({ refused, left }: { refused: CodeRefused; left: number }, zone: Zone): Told {
  const told = refusedWithLeftTold(refused, left, zone)
  return told.field ? { ...told, field: 'old_code' } : told
}
