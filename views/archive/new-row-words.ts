import type { NewRowProblem } from '#domain/archive/new-row.ts'
import type { Cardinality } from '#domain/archive/record-type.ts'
import type { Told } from '../parts/problem.tsx'

export const NAMED_FIELD = 'baris'
export const DATE_FIELD = 'tanggal'
export const PART_FIELD = 'bagian'

export const NEW_ROW = {
  intro:
    'Untuk dokumen yang belum tampil di daftar Anda. Barisnya ditambahkan ke riwayat bersama berkas pertamanya, dan verifikator mencocokkannya.',
  part: 'Dokumen',
  next: 'Lanjut ke unggah',
  others: 'Dokumen riwayat yang belum tampil',
  date: 'Tanggal',
} as const

export function namedLabel(cardinality: Cardinality): string {
  return LABEL[cardinality]
}

const LABEL: Record<Cardinality, string> = {
  one: 'Nama',
  perRank: 'Golongan/ruang, misalnya III/b',
  perYear: 'Tahun',
  perAgreement: 'Perjanjian kerja ke-',
  perLevel: 'Tingkat pendidikan, misalnya S1',
  perEvent: 'Nama riwayat, misalnya nama jabatan atau diklat',
}

export function newRowTold({ kind }: NewRowProblem): Told {
  const field = kind === 'notADate' || kind === 'inTheFuture' ? DATE_FIELD : NAMED_FIELD
  return { text: PROBLEMS[kind], topic: 'unggah-berkas', field }
}

const PROBLEMS: Record<NewRowProblem['kind'], string> = {
  empty: 'Isi riwayat yang dokumennya akan diunggah.',
  notARank: 'Golongan/ruang harus I/a sampai IV/e, misalnya III/b.',
  notAYear: 'Tahun harus empat angka, misalnya 2024.',
  notAnAgreement: 'Perjanjian kerja ke- harus satu angka, 1 sampai 9.',
  noWord: 'Pakai huruf atau angka.',
  notADate: 'Tanggal harus ada, misalnya 17-08-2020.',
  inTheFuture: 'Tanggal tidak boleh sesudah hari ini.',
}
