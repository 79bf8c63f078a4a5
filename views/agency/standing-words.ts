import type { Zone } from '#domain/agency.ts'
import type { Mailbox, Standing } from '#domain/desk/standing.ts'
import { momentText } from '../parts/time-words.ts'

export function standingText(standing: Standing, zone: Zone): string {
  switch (standing.kind) {
    case 'neverActivated':
      return 'Belum aktivasi'
    case 'active':
      return 'Aktif'
    case 'reactivation':
      return 'Perlu aktivasi MFA ulang'
    case 'locked':
      return `Verifikasi dikunci sampai ${momentText(standing.until, zone)}`
    case 'budgetSpent':
      return 'Batas kode salah habis'
    case 'frozen':
      return `Ditahan sejak ${momentText(standing.since, zone)}`
    case 'disabled':
      return standing.by === 'nationalData'
        ? 'Ditutup oleh data kepegawaian nasional'
        : 'Dinonaktifkan oleh instansi'
  }
}

/** Whether the person cannot sign in as things stand. */
export function isStuck({ kind }: Standing): boolean {
  return kind === 'locked' || kind === 'budgetSpent' || kind === 'frozen' || kind === 'disabled'
}

/** In a list: the one thing to do, in few words. */
export function needText(standing: Standing, mailbox: Mailbox): string {
  switch (standing.kind) {
    case 'disabled':
      return standing.by === 'nationalData' ? 'Perbaiki di SIASN' : 'Aktifkan kembali'
    case 'frozen':
      return 'Buka lewat Reset Password'
    case 'locked':
      return 'Buka kunci atau tunggu'
    case 'budgetSpent':
      return 'Kode cadangan atau reset MFA'
    case 'neverActivated':
      return mailbox === 'works' ? 'Kirim petunjuk aktivasi' : 'Perbaiki email'
    case 'reactivation':
      return mailbox === 'works' ? 'Masuk dan aktifkan MFA' : 'Perbaiki email'
    case 'active':
      return mailbox === 'works' ? 'Tidak ada' : 'Perbaiki email'
  }
}

export function mailboxText(mailbox: Mailbox): string {
  switch (mailbox) {
    case 'none':
      return 'tidak ada email'
    case 'bounced':
      return 'email tidak sampai'
    case 'works':
      return 'email ada'
  }
}
