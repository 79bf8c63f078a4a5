import type { AccountHold } from '#domain/account/hold.ts'
import type { Zone } from '#domain/agency.ts'
import type { DeskLimit } from '#domain/desk/limits.ts'
import { exportHeldText } from '../account/account-words.ts'
import type { Told } from '../parts/problem.tsx'
import { type ProofProblem, proofTold } from '../parts/proof-words.ts'
import { momentText } from '../parts/time-words.ts'

export type ExportProblem =
  | ProofProblem
  | { kind: 'stale' }
  | { kind: 'slowed'; until: Date; seconds: number }
  | { kind: 'held'; hold: AccountHold }

/** Which rows; the list or the search is in the address. */
export type ExportOf = 'search' | 'list' | 'agency'

export const EXPORT_TITLE = 'Unduh daftar pegawai'

export const EXPORT_TEXT =
  'Berkas CSV untuk Excel berisi NIP, nama, jenis ASN, unit kerja, kedudukan hukum, keadaan akun, keadaan email, dan masuk terakhir. Alamat email, perangkat, dan kode tidak ikut.'

export const EXPORT_RECORDED =
  'Setiap unduhan dicatat dan dapat diperiksa auditor. Simpan berkasnya hanya selama diperlukan.'

export function exportOfText(of: ExportOf, text: string): string {
  switch (of) {
    case 'search':
      return `Pegawai yang cocok dengan pencarian “${text}”.`
    case 'list':
      return 'Pegawai dalam daftar yang Anda tempel.'
    case 'agency':
      return 'Seluruh pegawai yang termasuk peran Anda.'
  }
}

export function exportTold(problem: ExportProblem, now: Date, zone: Zone): Told {
  switch (problem.kind) {
    case 'proofDue':
    case 'proofWrong':
      return proofTold(problem, now, zone)
    case 'stale':
      return {
        text: 'Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.',
        topic: 'halaman-tidak-berlaku',
      }
    case 'held':
      return { text: exportHeldText(problem.hold, zone), topic: 'meja-layanan' }
    case 'slowed':
      return { text: limitReachedText('exports', problem.until, zone), topic: 'meja-layanan' }
  }
}

/** R-AD-03 */
export function limitReachedText(limit: DeskLimit, until: Date, zone: Zone): string {
  const again = `Dapat dilanjutkan mulai ${momentText(until, zone)}, atau minta rekan Anda. Admin instansi Anda sudah diberi tahu.`
  switch (limit) {
    case 'views':
      return `Batas harian membuka halaman pegawai sudah tercapai. ${again}`
    case 'exports':
      return `Batas harian unduhan sudah tercapai. ${again}`
    case 'lists':
      return `Batas harian daftar sudah tercapai. ${again}`
  }
}
