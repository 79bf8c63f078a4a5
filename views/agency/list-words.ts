import type { Zone } from '#domain/agency.ts'
import type { PastedListProblem } from '#domain/desk/pasted-list.ts'
import type { Told } from '../parts/problem.tsx'
import { momentText } from '../parts/time-words.ts'

export type ListProblem = PastedListProblem | { kind: 'stale' }

export const LIST_FIELD = 'nip'

export const LIST_TITLE = 'Periksa banyak NIP'

export const LIST_HINT =
  'Tempel sampai 500 NIP, misalnya satu kolom dari Excel. Pemisah apa pun boleh; nama di sampingnya dilewati.'

export const LIST_KEPT =
  'Daftar ini hanya terlihat oleh Anda dan dihapus setelah 24 jam. Pembuatannya dibatasi per hari.'

export function listTold(problem: ListProblem): Told {
  switch (problem.kind) {
    case 'stale':
      return {
        text: 'Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.',
        topic: 'halaman-tidak-berlaku',
      }
    case 'listEmpty':
      return { text: 'Tempel sedikitnya satu NIP.', topic: 'meja-layanan', field: LIST_FIELD }
    case 'listLong':
      return {
        text: `Paling banyak ${problem.maximum} NIP sekaligus; Anda menempel ${problem.numbers}. Bagi menjadi beberapa daftar.`,
        topic: 'meja-layanan',
        field: LIST_FIELD,
      }
  }
}

type Counts = { found: number; missing: number; rubbish: number; repeated: number }

export function countsText({ found, missing, rubbish, repeated }: Counts): string {
  return [
    `${found} ditemukan`,
    missing > 0 && `${missing} tidak ditemukan`,
    rubbish > 0 && `${rubbish} baris bukan NIP`,
    repeated > 0 && `${repeated} berulang`,
  ]
    .filter(Boolean)
    .join(', ')
}

export function untilText(expiresAt: Date, zone: Zone): string {
  return `Daftar ini tersimpan untuk Anda sampai ${momentText(expiresAt, zone)}.`
}

export const NOT_FOUND = 'tidak ditemukan di instansi Anda'

export function rubbishText(line: number): string {
  return `baris ${line} bukan NIP`
}

export const LIST_CAPTION = 'Dalam urutan yang ditempel'
