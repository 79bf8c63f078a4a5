import type { Zone } from '#domain/agency.ts'
import type { ExportEnding, ExportRefused } from '#domain/archive/export/archive-export.ts'
import type { LeftOut } from '#domain/archive/export/exported.ts'
import { holdText } from '../../home/home-words.ts'
import { sizeText } from '../../national/imports-words.ts'
import { countText } from '../../parts/number-words.ts'
import type { Told } from '../../parts/problem.tsx'
import { momentText } from '../../parts/time-words.ts'
import { STALE, slowedTold } from '../../sign-in/sign-in-words.ts'
import { documentText } from '../record-name-words.ts'

export const EXPORT = {
  title: 'Unduh arsip saya',
  lead: 'Semua berkas Anda yang terverifikasi dalam satu berkas zip, dengan daftar yang dapat dibaca dan dicetak, dan cara memeriksa keutuhannya tanpa ASN Digital.',
  ask: 'Siapkan unduhan',
  askAgain: 'Siapkan unduhan baru',
  asked: 'Unduhan Anda menunggu giliran.',
  building: 'Unduhan Anda sedang disiapkan.',
  progress: 'Kemajuan',
  ready: 'Unduhan Anda siap.',
  download: 'Unduh zip',
  resumes: 'Bila terputus, unduhan dapat dilanjutkan.',
  unpack: 'Sesudah diunduh, ekstrak zip itu ke sebuah folder, lalu buka index.html di dalamnya.',
  waits: 'Unduhan yang sudah siap menunggu sampai saat itu.',
  failed:
    'Unduhan tidak dapat disiapkan, karena salinan sebuah berkas sedang tidak dapat dibaca. Pengelola sudah diberi tahu. Coba lagi nanti.',
  ended: 'Unduhan sebelumnya sudah berakhir.',
  stay: 'Halaman ini boleh ditutup; unduhan disimpan 7 hari.',
  updates: 'Halaman ini memperbarui dirinya. Tanpa JavaScript,',
  reload: 'muat ulang',
  back: 'Kembali ke Arsip',
  shared: 'Di komputer bersama jangan mengunduh, atau hapus berkasnya sesudah dipakai.',
} as const

/** Of what is verified and cannot be taken along now. */
export function leftOutText(leftOut: readonly LeftOut[]): string | undefined {
  if (leftOut.length === 0) return undefined
  const names = leftOut.map(({ typeName, slot }) =>
    documentText({ typeName, slot, versionNo: undefined }),
  )
  return `Unduhan yang disiapkan sekarang tidak memuat berkas berikut, karena sedang tidak ada salinannya yang utuh: ${names.join('; ')}. Langkah Anda tertulis di halaman berkasnya.`
}

export function readyText(bytes: number, until: Date, zone: Zone): string {
  return `${sizeText(bytes)}, dapat diunduh sampai ${momentText(until, zone)}.`
}

/** Why what was ready is given to nobody any more, and what to do. */
export function endedText(because: ExportEnding): string {
  return `Unduhan yang sudah siap tidak diberikan lagi, karena ${ENDED[because]}. Siapkan unduhan baru: isinya berkas yang terverifikasi saat ini.`
}

const ENDED: Record<ExportEnding, string> = {
  revoked: 'verifikasi satu berkas di dalamnya dicabut',
  superseded: 'satu berkas di dalamnya sudah digantikan versi yang lebih baru',
  recordLeft: 'satu berkas di dalamnya dimusnahkan menurut jadwal atau diserahkan',
  harmful: 'satu berkas di dalamnya ternyata berbahaya',
}

/** Each document is read, then packed. */
export function stepsText(steps: number, done: number): string {
  const share = steps === 0 ? 0 : Math.floor((done / steps) * 100)
  return `${share} % dari ${countText(steps / 2)} berkas.`
}

export type ExportProblem =
  | ExportRefused
  | { kind: 'slowed'; until: Date; seconds: number }
  | { kind: 'stale' }

export function exportTold(problem: ExportProblem, zone: Zone): Told {
  const topic = 'unduh-arsip' as const
  switch (problem.kind) {
    case 'held':
      return { text: holdText(problem.hold, zone) ?? '', topic: 'akun-ditahan' }
    case 'nothingVerified':
      return {
        text: 'Belum ada berkas Anda yang terverifikasi, jadi belum ada yang diunduh.',
        topic,
      }
    case 'underWay':
      return { text: 'Unduhan Anda sudah sedang disiapkan.', topic }
    case 'askedTooOften':
      return {
        text: `Unduhan dapat disiapkan ${countText(problem.most)} kali dalam sehari. Pakai yang sudah siap, atau coba lagi besok.`,
        topic,
      }
    case 'slowed':
      return slowedTold(problem.until, problem.seconds, zone)
    case 'stale':
      return STALE
  }
}
