import type { CheckedTable, Difference, KeptIn } from '#domain/tlog/difference.ts'
import { countText } from '../parts/number-words.ts'

/** Of the newest checkpoint. */
export const HEAD = {
  name: 'Nama log',
  size: 'Jumlah catatan',
  signedAt: 'Ditandatangani',
  root: 'Akar',
}

export const LOG = {
  title: 'Log transparansi',
  intro:
    'Setiap kejadian di portal ini menjadi satu catatan di log yang dapat diperiksa siapa saja. Setiap malam log dicocokkan dengan tabel dan berkas; sekali seminggu seluruhnya.',
  nothingSigned: 'Belum ada yang ditandatangani. Pekerjaan latar menandatangani log sesudah mulai.',
  looks: 'Pencocokan terakhir',
  neverLooked:
    'Belum pernah dicocokkan. Pencocokan pertama berjalan malam ini antara pukul 01.00 dan 05.00 WIB.',
  nothingFound: 'Tidak ada perbedaan.',
  repairedByPeople:
    'Tidak ada yang diperbaiki dengan sendirinya. Amankan basis data dan berkas log seperti adanya, lalu tentukan bersama pengelola basis data mana yang benar.',
  check: 'Periksa sendiri',
  checkHow:
    'Anda dapat memeriksa log di komputer Anda sendiri, tanpa mempercayai portal ini. Simpan checkpoint dan kunci log ke satu folder, sebagai checkpoint dan vkey, dan jangan dibuang: siapa yang memegangnya dapat membuktikan bila log kelak berubah.',
  signature:
    'Tanda tangan checkpoint diperiksa dengan perintah ini (Linux atau macOS, OpenSSL 3); jawabannya Signature Verified Successfully.',
  whole:
    'Seluruh log, dari catatan pertama sampai terakhir, diperiksa dengan program yang bukan buatan kami. Panduannya ada di kode sumber portal, docs/memeriksa-log.md; mintalah kepada pengelola bila Anda tidak memilikinya.',
  wrong:
    'Ada jawaban lain, atau log tidak lagi melanjutkan checkpoint yang Anda simpan? Jangan hapus berkas Anda; sampaikan kepada pengelola portal dan BKN. Checkpoint yang bertanda tangan adalah buktinya.',
  operators:
    'Pengelola mencocokkan semuanya sekarang juga dengan npm run asn -- log verify --full.',
  checkpoint: 'Checkpoint terbaru',
  key: 'Kunci log',
} as const

/** As docs/memeriksa-log.md has them. */
export const SIGNATURE_COMMANDS = `cut -d+ -f3- vkey | base64 -d | tail -c 32 > key
{ printf 302a300506032b6570032100 | xxd -r -p; cat key; } > key.der
sed '/^$/,$d' checkpoint > text
grep "^— $(cut -d+ -f1 vkey) " checkpoint | cut -d' ' -f3 | base64 -d | tail -c 64 > signature
openssl pkeyutl -verify -pubin -keyform DER -inkey key.der -rawin -in text -sigfile signature`

export function lookText(isFull: boolean): string {
  return isFull ? 'Seluruh log, tabel, dan berkas' : 'Yang baru sejak pencocokan sebelumnya'
}

export function foundText(found: number): string {
  return found === 0 ? LOG.nothingFound : `${countText(found)} perbedaan.`
}

export function moreText(shown: number, found: number): string {
  return `Ditampilkan ${countText(shown)} yang pertama dari ${countText(found)}.`
}

const PLACES: Record<KeptIn, string> = {
  database: 'basis data',
  second: 'tempat kedua',
  files: 'berkas log',
}

/** What contradicts what, and where, by names that whoever runs the portal types. */
export function differenceText(difference: Difference): string {
  switch (difference.what) {
    case 'badCheckpoint':
      return `Checkpoint di ${PLACES[difference.in]}${ofSize(difference.size)} tidak ditandatangani kunci log.`
    case 'vkeyDiffers':
      return 'Kunci log di berkas vkey bukan kunci yang menandatangani.'
    case 'tablesBehind':
      return `Checkpoint di ${PLACES[difference.in]} mencakup ${countText(difference.signed)} catatan, basis data hanya ${countText(difference.have)}: basis data dikembalikan ke keadaan lama.`
    case 'placeBehind':
      return `Checkpoint di ${PLACES[difference.in]} mencakup ${countText(difference.have)} catatan, padahal ${countText(difference.signed)} sudah ditandatangani.`
    case 'rootDiffers':
      return `Akar log berukuran ${countText(difference.size)} menurut ${PLACES[difference.in]} berbeda; yang pertama berubah ada pada indeks ${countText(difference.since)} atau sesudahnya.`
    case 'tileDiffers':
      return `Berkas ${difference.path} hilang atau berubah, mulai indeks ${countText(difference.index)}.`
    case 'bundleDiffers':
      return `Berkas ${difference.path} hilang atau berubah, mulai indeks ${countText(difference.index)}.`
    case 'leafDiffers':
      return `Baris archive.log_leaves dengan indeks ${countText(difference.index)} berubah.`
    case 'leafMissing':
      return `Baris archive.log_leaves dengan indeks ${countText(difference.index)} hilang.`
    case 'gap':
      return `Kejadian nomor ${countText(difference.n)} hilang dari arsip ${difference.record}.`
    case 'outOfOrder':
      return `Kejadian nomor ${countText(difference.n)} arsip ${difference.record} mendahului yang sebelumnya, pada indeks ${countText(difference.index)}.`
    case 'impossible':
      return `Kejadian nomor ${countText(difference.n)} arsip ${difference.record} tidak mungkin mengikuti yang sebelumnya.`
    case 'accessesDiffer':
      return `Catatan akses lima menit sejak ${difference.from} berubah: tercatat ${countText(difference.told)} baris, ada ${countText(difference.found)} (indeks ${countText(difference.index)}).`
    case 'copiesDiffer':
      return `Salinan yang diperiksa lima menit sejak ${difference.from} berubah di archive.copies (indeks ${countText(difference.index)}).`
    case 'copyDiffers':
      return `Salinan ${difference.row} di ${difference.store} ${difference.found === 'missing' ? 'hilang' : 'rusak'}.`
    default:
      return rowText(difference)
  }
}

type OfRow = Extract<
  Difference,
  {
    what:
      | 'eventDiffers'
      | 'eventMissing'
      | 'commitmentDiffers'
      | 'untold'
      | 'rowMissing'
      | 'rowDiffers'
  }
>

function rowText(difference: OfRow): string {
  switch (difference.what) {
    case 'eventDiffers':
      return `Baris ${rowOf(difference)} tidak sama dengan log pada indeks ${countText(difference.index)}${ofRecord(difference)}.`
    case 'eventMissing':
      return `Kejadian dari indeks ${countText(difference.index)} hilang dari tabel${ofRecord(difference)}.`
    case 'commitmentDiffers':
      return `Kolom commitment atau nomor versi ${countText(difference.version)} arsip ${difference.record} tidak sama dengan log pada indeks ${countText(difference.index)}.`
    case 'untold':
      return `Baris ${rowOf(difference)} tidak pernah tercatat${ofRecord(difference)}.`
    case 'rowMissing':
      return `Baris ${rowOf(difference)} hilang${ofRecord(difference)}.`
    case 'rowDiffers':
      return `Kolom ${difference.field} pada baris ${rowOf(difference)} tidak sama dengan kejadian yang tercatat${ofRecord(difference)}.`
  }
}

function rowOf({ table, row }: { table: CheckedTable; row: string }): string {
  return `${table} ${row}`
}

function ofSize(size: number | undefined): string {
  return size === undefined ? '' : ` untuk ukuran ${countText(size)}`
}

function ofRecord({ record, ...of }: { record?: string; n?: number; version?: number }): string {
  if (record === undefined) return ''
  const n = of.n === undefined ? '' : `, kejadian nomor ${countText(of.n)}`
  const version = of.version === undefined ? '' : `, versi ${countText(of.version)}`
  return ` (arsip ${record}${n}${version})`
}
