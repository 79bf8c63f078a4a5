import type { Zone } from '#domain/agency.ts'
import type { Custody, CustodyDifference } from '#domain/archive/custody.ts'
import type { HandOverRefused, OfferRefused } from '#domain/archive/hand-over.ts'
import { secondsBetween } from '#domain/instant.ts'
import { countText } from '../../parts/number-words.ts'
import type { Told } from '../../parts/problem.tsx'
import { type ProofProblem, proofTold } from '../../parts/proof-words.ts'
import { dayText } from '../../parts/time-words.ts'
import type { CustodyDone } from '../../path-names.ts'

export const CUSTODY = {
  title: 'Serah terima arsip',
  lead: 'Arsip pegawai yang pindah tetap di instansi lama sampai arsiparis instansi baru menerima daftarnya.',
  due: 'Perlu diserahkan',
  noneDue: 'Tidak ada pegawai pindah yang arsipnya masih di sini.',
  received: 'Ditawarkan kepada instansi Anda',
  noneReceived: 'Tidak ada tawaran yang menunggu.',
  given: 'Menunggu diterima instansi lain',
  noneGiven: 'Tidak ada.',
  over: 'Sudah selesai',
  noneOver: 'Belum ada.',
  offerTitle: 'Tawarkan serah terima',
  offer: 'Tawarkan',
  offerText:
    'Daftar ini ditawarkan kepada instansi tempat pegawai bekerja sekarang. Hak akses baru pindah setelah diterima.',
  accept: 'Terima arsip',
  acceptWith: 'Terima dengan perbedaan ini',
  decline: 'Tolak',
  withdraw: 'Tarik tawaran',
  acceptText:
    'Setelah diterima, arsip ini disimpan menurut aturan retensi instansi Anda, dan instansi lama tidak dapat membukanya lagi.',
  ownText: 'Menunggu arsiparis instansi penerima. Anda dapat menariknya kembali.',
  differs: 'Daftar sekarang berbeda dari yang ditawarkan; perbedaannya ditandai di bawah.',
  note: 'Catatan (boleh kosong)',
  endNoteHint: 'Misalnya mengapa ditarik. Dibaca arsiparis kedua instansi.',
  noteHint:
    'Misalnya dokumen yang seharusnya ada tetapi tidak ada di daftar, atau mengapa ditolak. Dibaca arsiparis kedua instansi.',
  caption: 'Arsip yang diserahkan',
  listed: 'Yang terbaru lebih dahulu',
  again: 'Tawarkan lagi',
  back: 'Kembali ke serah terima',
} as const

export function differenceText(how: CustodyDifference['how']): string {
  switch (how) {
    case 'added':
      return 'Belum ada saat ditawarkan'
    case 'gone':
      return 'Ada saat ditawarkan, sekarang tidak'
    case 'changed':
      return 'Ada versi baru sejak ditawarkan'
  }
}

const DAY = 86_400

/** Where a transfer stands, and since how many days it waits: nothing ends an offer by itself. */
export function custodyStateText(
  custody: Custody,
  { now, zone }: { now: Date; zone: Zone },
): string {
  switch (custody.state) {
    case 'offered':
      return `Ditawarkan ${dayText(custody.offeredAt, zone)}${waitedText(custody.offeredAt, now)}`
    case 'accepted':
      return `Diterima ${dayText(custody.decidedAt, zone)}`
    case 'declined':
      return `Ditolak ${dayText(custody.decidedAt, zone)}`
    case 'withdrawn':
      return `Ditarik ${dayText(custody.decidedAt, zone)}`
  }
}

function waitedText(since: Date, now: Date): string {
  const days = Math.floor(secondsBetween(since, now) / DAY)
  return days < 1 ? '' : `, sudah menunggu ${countText(days)} hari`
}

export function custodyDoneText(done: CustodyDone): string {
  switch (done) {
    case 'ditawarkan':
      return 'Tawaran terkirim. Hak akses belum berpindah.'
    case 'diterima':
      return 'Arsip diterima dan sekarang disimpan instansi Anda. Pegawai diberi tahu.'
    case 'ditolak':
      return 'Tawaran ditolak. Arsip tetap di instansi lama.'
    case 'ditarik':
      return 'Tawaran ditarik kembali.'
  }
}

type Common = ProofProblem | { kind: 'stale' | 'noLonger' }

export type OfferProblem = Common | OfferRefused
export type CustodyProblem = Common | HandOverRefused | { kind: 'noDecision' }

export function custodyTold(problem: OfferProblem | CustodyProblem, now: Date, zone: Zone): Told {
  if (problem.kind === 'proofDue' || problem.kind === 'proofWrong')
    return proofTold(problem, now, zone)
  return { text: TEXTS[problem.kind], topic: 'penyusutan' }
}

type Plain = Exclude<(OfferProblem | CustodyProblem)['kind'], ProofProblem['kind']>

const TEXTS: Record<Plain, string> = {
  stale: 'Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.',
  noLonger: 'Peran Anda berakhir atau dilepas. Tidak ada yang diubah.',
  oneself: 'Arsip Anda sendiri diserahkan dan diterima arsiparis lain.',
  worksHere: 'Pegawai ini masih bekerja di instansi Anda.',
  nothingKept: 'Instansi Anda tidak menyimpan arsip pegawai ini.',
  inDestruction:
    'Ada arsip pegawai ini yang sedang dinilai atau menunggu pemusnahan. Selesaikan dahulu.',
  alreadyOffered: 'Arsip pegawai ini sudah ditawarkan dan menunggu diterima.',
  over: 'Serah terima ini sudah selesai.',
  ownOffer: 'Tawaran ini harus diterima orang lain.',
  notYours: 'Serah terima ini hanya diterima arsiparis instansi penerima.',
  movedOn:
    'Pegawai ini sudah pindah lagi. Minta instansi lama menawarkannya ke instansi yang sekarang.',
  differs:
    'Daftarnya berubah sejak ditawarkan. Periksa perbedaannya, lalu terima dengan perbedaan itu atau tolak.',
  noDecision: 'Pilih terima atau tolak.',
}
