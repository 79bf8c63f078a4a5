import type { Difference, KeptIn } from '#domain/tlog/difference.ts'
import { numberText } from '../import/progress-words.ts'
import { differenceText, lookText } from './log-words.ts'

export const LOG_BUSY =
  'Log sedang ditulis atau sedang dicocokkan oleh proses lain. Coba lagi beberapa menit lagi.'

export function lookedText({ isFull, size }: { isFull: boolean; size: number | null }): string {
  return `${lookText(isFull)}, sampai catatan ke-${numberText(size ?? 0)}.`
}

type Counts = { whole: number; damaged: number; missing: number; notChecked: number }

/** Nothing is mended by the command itself, and nobody has to wait ninety days. */
export const COPIES_HASTENED =
  'Yang rusak atau hilang segera dibaca lagi oleh perawatan salinan dan dibuat ulang dari salinan yang utuh. Hasilnya ada di Kesehatan arsip; yang tidak punya salinan utuh dikembalikan dari cadangan.'

/** I6: what could not be read is not said to be whole. */
export function copiesCheckedText({ whole, damaged, missing, notChecked }: Counts): string {
  return `Salinan berkas: utuh ${numberText(whole)}, rusak ${numberText(damaged)}, hilang ${numberText(missing)}, belum dapat diperiksa ${numberText(notChecked)}.`
}

export function recoveredText({ from, to }: { from: number; to: number }): string {
  return `Catatan log nomor ${numberText(from)} sampai ${numberText(to)} dikembalikan dari berkas log; log dilanjutkan dari sana.`
}

type Refused =
  | { kind: 'nothingLost' | 'busy' | 'forked' }
  | { kind: 'badCheckpoint'; in: KeptIn }
  | { kind: 'differs'; difference: Difference }

export function recoverRefusedText(refused: Refused): string {
  switch (refused.kind) {
    case 'nothingLost':
      return 'Basis data tidak kehilangan catatan log; tidak ada yang perlu dikembalikan.'
    case 'busy':
      return LOG_BUSY
    case 'forked':
      return 'Dua checkpoint yang ditandatangani saling bertentangan. Log ini tidak dilanjutkan; amankan semua berkasnya.'
    case 'badCheckpoint':
      return differenceText({ what: 'badCheckpoint', in: refused.in })
    case 'differs':
      return `Berkas log tidak utuh, jadi tidak ada yang dikembalikan. ${differenceText(refused.difference)}`
  }
}
