import type { AccountHold } from '#domain/account/hold.ts'
import type { Zone } from '#domain/agency.ts'
import { momentText } from '../parts/time-words.ts'
import type { AccountDone } from '../path-names.ts'

export const EMAIL_BY_AGENCY =
  'Email diganti lewat BKPSDM instansi Anda, supaya pencuri password tidak dapat mengalihkannya.'

export const NO_EMAIL = 'Belum ada email yang tercatat.'

/** Of an address that cannot be used for a reset yet (R-RS-05). */
export function usableText(usableFrom: Date, zone: Zone): string {
  return `dapat dipakai untuk reset mulai ${momentText(usableFrom, zone)}`
}

export function devicesText(count: number): string {
  return `${count} perangkat`
}

export function recoveryText(set: { saved: boolean; left: number } | undefined): string {
  if (!set) return 'belum dibuat'
  return `tersisa ${set.left} kode${set.saved ? '' : ', belum ditandai tersimpan'}`
}

export function sessionsText(count: number): string {
  return count === 1 ? 'hanya sesi ini' : `${count} sesi terbuka`
}

export function accountDoneText(done: AccountDone): string {
  switch (done) {
    case 'password':
      return 'Password baru tersimpan. Semua sesi lain sudah diakhiri.'
  }
}

export function exportHeldText(hold: AccountHold, zone: Zone): string {
  const again = hold.because === 'reactivation' ? ' ulang' : ''
  return `Demi keamanan, unduhan data dibuka kembali pada ${momentText(hold.until, zone)} karena MFA baru diaktifkan${again}.`
}

export const OWN_DATA =
  'Semua data yang disimpan ASN Digital tentang akun Anda: identitas, nama masuk, penugasan, email, perangkat, sesi, dan seluruh catatan. Password, kunci, dan kode tidak ikut.'

export const OWN_DATA_HTML = 'Untuk dibaca dan dicetak.'

export const OWN_DATA_JSON = 'Untuk diolah dengan program lain.'

export const OWN_DATA_SHARED = 'Di komputer bersama jangan mengunduh, atau hapus berkasnya.'
