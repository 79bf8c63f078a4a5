import type { Zone } from '#domain/agency.ts'
import type { ArchiveEventName } from '#domain/archive/archive-event.ts'
import type { Hold, HoldScope } from '#domain/archive/hold.ts'
import type { CivilDate } from '#domain/civil-date.ts'
import { countText } from '../../parts/number-words.ts'
import { civilDayText, dayText, momentText } from '../../parts/time-words.ts'
import type { HoldDone, HoldListName } from '../../path-names.ts'
import { recordName, type TypeNames, typeName } from '../record-name.ts'

export const HOLDS = {
  title: 'Penahanan arsip',
  lead: 'Arsip yang ditahan tidak dimusnahkan, apa pun tahapnya, sampai dua pejabat unit hukum mencabut penahanannya.',
  place: 'Pasang penahanan',
  findText:
    'Ketik NIP atau nama. Pegawai yang sudah pindah, tetapi arsipnya masih disimpan instansi Anda, dicari dengan NIP lengkap.',
  none: 'Tidak ada penahanan di daftar ini.',
  more: 'Berikutnya',
  first: 'Dari awal',
  caption: 'Penahanan, yang paling dekat tanggal tinjaunya lebih dahulu',
  captionLifted: 'Penahanan yang sudah dicabut, yang terbaru lebih dahulu',
  all: 'Semua penahanan',
  history: 'Riwayat penahanan',
  covered: 'Arsip yang tercakup',
  nothingYet: 'Belum ada arsip yang tercakup. Arsip yang masuk kemudian langsung ditahan.',
  review: 'Perpanjang tanggal tinjau',
  lift: 'Ajukan pencabutan',
  decide: 'Putuskan pencabutan',
  elsewhere: 'Penahanan ini dipasang instansi lain, dan hanya instansi itu yang mencabutnya.',
  lateNext:
    'Isinya tidak dapat dikembalikan oleh siapa pun. Jawablah yang meminta dengan berita acara pemusnahannya; salinan mungkin masih ada pada pegawai atau pada yang menerbitkan.',
  destruction: 'Daftar dan berita acaranya',
  silent: 'Pegawai tidak diberi tahu tentang penahanan ini.',
  kept: 'Dirahasiakan dari pegawai',
  told: 'Pegawai diberi tahu dan melihatnya pada arsipnya.',
} as const

export const LISTS: Record<HoldListName, string> = {
  berlaku: 'Berlaku',
  tinjau: 'Perlu ditinjau',
  pencabutan: 'Menunggu pencabutan',
  dicabut: 'Sudah dicabut',
}

/** What it holds, as a table and a sentence say it. */
export function scopeText(
  scope: HoldScope,
  { recordType, slot }: { recordType: string | undefined; slot: string | undefined },
  names: TypeNames,
): string {
  switch (scope.of) {
    case 'person':
      return 'Semua arsip pegawai ini'
    case 'type':
      return `Semua arsip jenis ${typeName(scope.type, names)}`
    case 'record':
      return recordName({ type: recordType ?? '', slot: slot ?? '' }, names)
  }
}

/** In a few words, with what has to be done about it. */
export function holdStateText(hold: Hold, isDue: boolean, zone: Zone): string {
  switch (hold.state) {
    case 'on':
      return isDue ? 'Berlaku, perlu ditinjau' : 'Berlaku'
    case 'liftAsked':
      return 'Berlaku, pencabutan diajukan'
    case 'lifted':
      return `Dicabut ${dayText(hold.liftedAt, zone)}`
  }
}

export function reviewText(reviewOn: CivilDate): string {
  return civilDayText(reviewOn)
}

type HoldEventName = Extract<
  ArchiveEventName,
  'holdPlaced' | 'holdReviewed' | 'holdLiftAsked' | 'holdKept' | 'holdLifted'
>

/** One line of the history of a hold. */
export type HoldHappening = {
  name: HoldEventName
  at: Date
  by: string
  reviewOn: CivilDate | undefined
}

export function happeningText({
  name,
  reviewOn,
}: Pick<HoldHappening, 'name' | 'reviewOn'>): string {
  switch (name) {
    case 'holdPlaced':
      return 'Penahanan dipasang'
    case 'holdReviewed':
      return reviewOn ? `Ditinjau; tinjauan berikutnya ${civilDayText(reviewOn)}` : 'Ditinjau'
    case 'holdLiftAsked':
      return 'Pencabutan diajukan'
    case 'holdKept':
      return 'Pencabutan ditolak atau ditarik kembali; penahanan tetap berlaku'
    case 'holdLifted':
      return 'Penahanan dicabut'
  }
}

export function holdDoneText(done: HoldDone, isLateForSome: boolean): string {
  switch (done) {
    case 'dipasang':
      return isLateForSome
        ? 'Penahanan dipasang, tetapi tidak untuk semua arsip.'
        : 'Penahanan dipasang. Sejak sekarang arsip yang ditahan tidak dapat dimusnahkan.'
    case 'ditinjau':
      return 'Tanggal tinjau diperpanjang.'
    case 'diajukan':
      return 'Pencabutan diajukan. Penahanan tetap berlaku sampai pejabat unit hukum lain menyetujuinya.'
    case 'dicabut':
      return 'Penahanan dicabut. Retensi arsip kembali mengikuti JRA.'
    case 'tetap':
      return 'Penahanan tetap berlaku.'
  }
}

export type LateProof = { at: Date; n: number | undefined; leaf: number | undefined }

/** Said at the top, or whoever placed it would rest assured. */
export function lateForText(late: number, all: number): string {
  return `Penahanan ini terlambat bagi ${countText(late)} dari ${countText(all)} arsip yang tercakup: kuncinya sudah dimusnahkan. ${HOLDS.lateNext}`
}

/** The proof that a hold came too late for a record. */
export function lateText({ at, n, leaf }: LateProof, zone: Zone): string {
  const logged = leaf === undefined ? '' : `, nomor catatan ${leaf} di log`
  const proof = n === undefined ? '' : ` Bukti: peristiwa ke-${n} pada arsip ini${logged}.`
  return `Terlambat: kuncinya dimusnahkan ${momentText(at, zone)}, sehingga tidak dapat ditahan lagi.${proof}`
}
