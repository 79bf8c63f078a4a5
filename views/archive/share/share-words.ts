import type { Zone } from '#domain/agency.ts'
import type { ShareChangeRefused } from '#domain/archive/share/change-share.ts'
import type { ShareRefused } from '#domain/archive/share/make-share.ts'
import type { ShareEnding, ShareStanding } from '#domain/archive/share/share.ts'
import { DAYS_MOST, type TermsProblem, USES_MOST } from '#domain/archive/share/terms.ts'
import { holdText } from '../../home/home-words.ts'
import { countText } from '../../parts/number-words.ts'
import type { Told } from '../../parts/problem.tsx'
import { momentText } from '../../parts/time-words.ts'
import type { ShareDone } from '../../path-names.ts'
import { STALE, slowedTold } from '../../sign-in/sign-in-words.ts'

export const SHARE = {
  title: 'Bagikan berkas',
  lead: 'Buat tautan supaya orang di luar ASN Digital dapat membaca berkas ini tanpa akun. Yang dibagikan hanya berkas dan versi ini.',
  logged: 'Setiap kali berkas dilihat atau diunduh lewat tautan ini, Anda dapat melihatnya.',
  recipient: 'Penerima',
  recipientHint: 'Nama orang atau lembaga, misalnya Bank Contoh Cabang Kota. Penerima melihatnya.',
  purpose: 'Keperluan',
  purposeHint: 'Misalnya pengajuan kredit rumah. Penerima melihatnya.',
  days: 'Berlaku berapa hari',
  daysHint: `1 sampai ${DAYS_MOST} hari, dihitung dari sekarang.`,
  uses: 'Boleh dibuka berapa kali',
  usesHint: `1 sampai ${USES_MOST}. Sekali dibuka, berkas dapat dibaca satu jam di browser itu.`,
  pin: 'Minta PIN 6 angka untuk membukanya',
  pinHint: 'PIN dibuat oleh portal. Kirim lewat jalan lain, misalnya telepon.',
  button: 'Buat tautan',
  cannotTakeBack: 'Yang sudah diunduh penerima tidak dapat ditarik kembali.',
} as const

export const SHARES = {
  title: 'Tautan yang saya bagikan',
  lead: 'Tautan ke berkas Anda, siapa penerimanya, dan seberapa sering dibuka.',
  none: 'Anda belum membagikan berkas.',
  how: 'Tautan dibuat dari halaman berkas yang sudah terverifikasi: buka berkasnya, lalu pilih Bagikan berkas.',
  older: 'Yang lebih lama',
  newest: 'Yang terbaru',
  open: 'Lihat',
  accesses: 'Siapa melihat berkas saya',
  back: 'Kembali ke Arsip',
} as const

export const ONE_SHARE = {
  title: 'Tautan berbagi',
  link: 'Tautan',
  pin: 'PIN',
  copyLink: 'Salin tautan',
  copyPin: 'Salin PIN',
  copied: 'Tersalin.',
  copyByHand: 'Belum tersalin. Teksnya sudah ditandai: salin dengan Ctrl+C, atau tekan lama di HP.',
  onlyNow:
    'Salin sekarang: demi keamanan portal tidak menyimpan tautan ini, dan hanya menampilkannya selama sesi ini.',
  notShown:
    'Tautannya tidak ditampilkan lagi, karena portal tidak menyimpannya. Bila hilang, akhiri tautan ini lalu buat yang baru.',
  otherWay: 'Kirim PIN lewat jalan lain daripada tautannya.',
  recipient: 'Penerima',
  purpose: 'Keperluan',
  standing: 'Keadaan',
  until: 'Berlaku sampai',
  used: 'Dibuka',
  protection: 'Perlindungan',
  withPin: 'dengan PIN',
  withoutPin: 'tanpa PIN',
  change: 'Ubah batas',
  changeLead: 'Paling lama sampai 30 hari sejak tautan dibuat.',
  changeButton: 'Simpan batas',
  end: 'Akhiri tautan',
  endLead: 'Tautan langsung tidak dapat dibuka lagi, juga oleh yang sedang membacanya.',
  usage: 'Pemakaian',
  unused: 'Belum ada yang membaca berkas lewat tautan ini.',
  all: 'Semua tautan saya',
  superseded:
    'Berkas ini sudah digantikan versi yang lebih baru; tautan ini menunjukkan versi lama.',
} as const

const DONE: Record<ShareDone, string> = {
  dibuat: 'Tautan sudah dibuat.',
  diubah: 'Batas tautan sudah diubah.',
  diakhiri: 'Tautan sudah diakhiri.',
}

export function shareDoneText(done: ShareDone): string {
  return DONE[done]
}

export function usesText(uses: number, allowed: number): string {
  return `${countText(uses)} dari ${countText(allowed)} kali`
}

/** To its person, who may know why. */
export function standingText(standing: ShareStanding, zone: Zone): string {
  switch (standing.kind) {
    case 'open':
      return 'Dapat dibuka'
    case 'expired':
      return `Berakhir ${momentText(standing.at, zone)}`
    case 'usedUp':
      return 'Sudah dibuka sebanyak yang diizinkan'
    case 'ended':
      return `Diakhiri ${momentText(standing.at, zone)}: ${ENDED[standing.because]}`
  }
}

const ENDED: Record<ShareEnding, string> = {
  person: 'oleh Anda',
  revoked: 'verifikasi berkas dicabut',
  destruction: 'berkas tidak disimpan lagi',
  account: 'akun Anda ditahan, dinonaktifkan, atau MFA diaktifkan ulang',
  wrongPins: 'lima kali PIN salah',
  restore: 'basis data dipulihkan dari cadangan',
}

export const SHARE_FIELDS = {
  recipient: 'penerima',
  purpose: 'keperluan',
  days: 'hari',
  uses: 'kali',
  pin: 'pin',
} as const

export type ShareProblem =
  | TermsProblem
  | ShareRefused
  | ShareChangeRefused
  | { kind: 'slowed'; until: Date; seconds: number }
  | { kind: 'stale' }

export function shareTold(problem: ShareProblem, zone: Zone): Told {
  const topic = 'berbagi-berkas' as const
  switch (problem.kind) {
    case 'recipientMissing':
      return {
        text: 'Tulis nama penerima, paling sedikit 3 huruf.',
        topic,
        field: SHARE_FIELDS.recipient,
      }
    case 'purposeMissing':
      return {
        text: 'Tulis keperluannya, paling sedikit 5 huruf.',
        topic,
        field: SHARE_FIELDS.purpose,
      }
    case 'badDays':
      return {
        text: `Lama berlaku harus angka 1 sampai ${DAYS_MOST}.`,
        topic,
        field: SHARE_FIELDS.days,
      }
    case 'badUses':
      return {
        text: `Banyaknya dibuka harus angka 1 sampai ${USES_MOST}.`,
        topic,
        field: SHARE_FIELDS.uses,
      }
    case 'fewerThanUsed':
      return {
        text: `Tautan ini sudah dibuka ${countText(problem.uses)} kali; batasnya tidak dapat kurang dari itu.`,
        topic,
        field: SHARE_FIELDS.uses,
      }
    case 'held':
      return { text: holdText(problem.hold, zone) ?? '', topic: 'akun-ditahan' }
    case 'slowed':
      return slowedTold(problem.until, problem.seconds, zone)
    case 'stale':
      return STALE
    default:
      return { text: REFUSED[problem.kind], topic }
  }
}

type Plain = Exclude<
  ShareProblem['kind'],
  TermsProblem['kind'] | 'fewerThanUsed' | 'held' | 'slowed' | 'stale'
>

const REFUSED: Record<Plain, string> = {
  notVerified: 'Hanya berkas yang terverifikasi dapat dibagikan.',
  recordEnding: 'Berkas ini sedang dimusnahkan atau sudah diserahkan, jadi tidak dapat dibagikan.',
  tooManyShares: 'Anda sudah memiliki 20 tautan yang dapat dibuka. Akhiri satu lebih dahulu.',
  alreadyEnded: 'Tautan ini sudah diakhiri. Buat tautan yang baru.',
  tooOld: 'Tautan ini sudah 30 hari. Buat tautan yang baru.',
}
