import type { GiveRefused, NotEligible } from '#domain/access/give-mandate.ts'
import { MOST_YEARS, type TermProblem } from '#domain/access/mandate-term.ts'
import type { Zone } from '#domain/agency.ts'
import type { ReasonProblem } from '#domain/desk/reason.ts'
import { REASON_LEAST, REASON_MOST } from '#domain/desk/reason.ts'
import type { Told } from '../parts/problem.tsx'
import { lastDayText } from '../parts/time-words.ts'

export const GIVE = {
  title: 'Beri peran',
  find: 'Periksa',
  findText:
    'Ketik NIP pegawai yang akan diberi peran. Pegawai itu dapat melihat bahwa Anda membukanya.',
  twoPeople:
    'Peran baru berlaku setelah disetujui admin lain, paling lambat 24 jam sesudah diusulkan.',
  ask: 'Usulkan',
  whole: 'Seluruh instansi',
  reasonHint: 'Sedikitnya 20 huruf. Pegawai membacanya di akunnya.',
  termHint: `Kedua hari itu termasuk. Paling lama ${MOST_YEARS} tahun.`,
  unitHint: 'Hanya untuk petugas BKPSDM dan verifikator.',
}

/** Where nobody was found, in the own agency or anywhere. */
export const NOT_FOUND = 'Pegawai dengan NIP ini tidak ditemukan di instansi Anda.'
export const NOT_NIP = 'NIP atau NI PPPK terdiri dari 18 angka. Periksa kembali.'
export const STALE = 'Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.'
export const NOT_FOUND_ANYWHERE = 'Pegawai dengan NIP ini tidak ditemukan.'

/** Why somebody may hold no office now, and what to do about it. */
export function notEligibleText({ kind }: NotEligible): string {
  switch (kind) {
    case 'notActive':
      return 'Akun pegawai ini belum aktif atau sedang ditutup. Minta pegawai masuk dan mengaktifkan akunnya dahulu.'
    case 'noSecondFactor':
      return 'MFA pegawai ini belum aktif. Minta pegawai masuk dan mengaktifkan MFA dahulu, lalu usulkan lagi.'
    case 'doesNotServe':
      return 'Menurut data kepegawaian nasional, pegawai ini tidak sedang bertugas. Peran tidak dapat diberikan.'
    case 'elsewhere':
      return 'Pegawai ini tidak lagi di instansi tempat peran itu berlaku.'
  }
}

export type GiveProblem =
  | GiveRefused
  | TermProblem
  | ReasonProblem
  | {
      kind:
        | 'stale'
        | 'noRole'
        | 'noSuchUnit'
        | 'unitNotFitting'
        | 'alreadyAsked'
        | 'hatGone'
        | 'noSuchPerson'
    }

export function giveTold(problem: GiveProblem, zone: Zone): Told {
  const field = FIELDS[problem.kind]
  return { text: giveText(problem, zone), topic: 'peran', ...(field && { field }) }
}

const FIELDS: Partial<Record<GiveProblem['kind'], string>> = {
  noRole: 'role',
  notYourRole: 'role',
  auditorAlone: 'role',
  alreadyHeld: 'role',
  alreadyAsked: 'role',
  noSuchUnit: 'unit',
  unitNotFitting: 'unit',
  noStart: 'from',
  startsInPast: 'from',
  noEnd: 'until',
  endsBeforeStart: 'until',
  lastsTooLong: 'until',
  reasonTooShort: 'reason',
  reasonTooLong: 'reason',
}

export function giveText(problem: GiveProblem, zone: Zone): string {
  switch (problem.kind) {
    case 'notActive':
    case 'noSecondFactor':
    case 'doesNotServe':
    case 'elsewhere':
      return notEligibleText(problem)
    case 'alreadyHeld':
      return `Pegawai ini sudah memegang peran itu, sampai ${lastDayText(problem.until, zone)}.`
    case 'reasonTooShort':
      return `Alasan sedikitnya ${REASON_LEAST} huruf; Anda mengetik ${problem.length}.`
    default:
      return TEXTS[problem.kind]
  }
}

type Plain = Exclude<GiveProblem['kind'], NotEligible['kind'] | 'alreadyHeld' | 'reasonTooShort'>

const TEXTS: Record<Plain, string> = {
  oneself: 'Anda tidak dapat memberi peran kepada diri sendiri.',
  higherRole: 'Pegawai ini memegang peran yang lebih tinggi dari peran Anda.',
  notYourRole: 'Peran itu tidak dapat Anda berikan di sana.',
  auditorAlone: 'Auditor tidak memegang peran lain, dan pemegang peran lain tidak menjadi auditor.',
  noRole: 'Pilih peran.',
  noSuchUnit: 'Unit itu tidak ada di instansi ini.',
  unitNotFitting: 'Peran itu berlaku untuk seluruh instansi. Kosongkan unit.',
  alreadyAsked: 'Peran itu sudah diusulkan untuk pegawai ini dan menunggu persetujuan.',
  hatGone: 'Peran Anda berakhir atau dilepas. Tidak ada yang diubah.',
  noSuchPerson: 'Pegawai ini tidak ada lagi.',
  noStart: 'Ketik tanggal mulai.',
  noEnd: 'Ketik tanggal akhir.',
  startsInPast: 'Peran mulai paling awal hari ini.',
  endsBeforeStart: 'Tanggal akhir tidak boleh sebelum tanggal mulai.',
  lastsTooLong: `Peran berlaku paling lama ${MOST_YEARS} tahun. Pilih tanggal akhir yang lebih awal.`,
  reasonTooLong: `Alasan paling banyak ${REASON_MOST} huruf.`,
  stale: STALE,
}

export const CHOOSE_ROLE = 'Pilih peran'
