import type { Zone } from '#domain/agency.ts'
import type { ClaimedByOther } from '#domain/archive/claim-version.ts'
import type { JudgingRefused } from '#domain/archive/judge-version.ts'
import type { MetadataProblems } from '#domain/archive/metadata.ts'
import type { MetadataField } from '#domain/archive/metadata-fields.ts'
import type { OwnPart } from '#domain/archive/own-part.ts'
import type { ReturnProblem } from '#domain/archive/return-version.ts'
import type { FoundValue } from '#domain/archive/values-in-text.ts'
import type { VerificationRefused } from '#domain/archive/verify-version.ts'
import type { ReturnCode, Scan, VersionStatus } from '#domain/archive/version.ts'
import { secondsBetween } from '#domain/instant.ts'
import { countText } from '../../parts/number-words.ts'
import type { Told } from '../../parts/problem.tsx'
import { type ProofProblem, proofTold } from '../../parts/proof-words.ts'
import { timeText } from '../../parts/time-words.ts'
import type { JudgedBefore } from '../../path-names.ts'
import { metadataProblemText } from '../record-type-words.ts'
import type { WorkPart } from './work-page.tsx'

/** Why a form of a verifier comes back. */
export type WorkProblem =
  | VerificationRefused
  | JudgingRefused
  | ReturnProblem
  | ProofProblem
  | { kind: 'reasonsMarked' }
  | { kind: 'stale' }

export const VERIFY = {
  waited: 'Lama',
  title: 'Verifikasi berkas',
  lead: 'Yang paling lama menunggu diperiksa lebih dahulu. Berkas yang Anda ambil dipegang Anda 15 menit, dan diperpanjang selama Anda mengerjakannya.',
  take: 'Ambil berikutnya',
  goOn: 'Lanjutkan yang Anda pegang',
  takeThis: 'Ambil berkas ini',
  nothing: 'Tidak ada berkas yang menunggu.',
  nothingForYou:
    'Tidak ada berkas yang dapat Anda ambil sekarang: sisanya dipegang rekan, Anda unggah sendiri, atau tentang Anda.',
  first: 'Yang paling lama menunggu',
  decisions: 'Keputusan Anda yang terakhir',
  revocations: 'Usul pencabutan yang menunggu verifikator kedua',
  accept: 'Terima',
  giveBack: 'Kembalikan',
  skip: 'Lewati',
  document: 'Dokumen',
  data: 'Isian, cocokkan dengan dokumen',
  reasons: 'Alasan, bila dikembalikan',
  note: 'Catatan untuk pengunggah',
  noteHint: 'Boleh kosong, kecuali untuk alasan lain. Dibaca pemilik arsip.',
  page: 'Halaman yang dimaksud',
  pageHint:
    'Boleh kosong. Dengan JavaScript: klik halaman, atau tarik kotak pada bagian yang dimaksud.',
  download: 'Unduh berkas',
  queue: 'Ke antrean',
  revoke: 'Cabut verifikasi',
  keys: 'Angka 1 sampai 7 menandai alasan. T ke Terima, K ke Kembalikan, L ke Lewati; Enter menekannya. C ke catatan, H ke halaman; Esc keluar dari kolom.',
  twin: 'Berkas yang sama persis ada di arsip orang lain. Pastikan nama di dokumen.',
  malware:
    'Malware ditemukan pada berkas ini, jadi isinya tidak ditampilkan. Kembalikan dengan alasan lain.',
  lost: 'Tidak ada salinan berkas ini yang utuh, jadi belum dapat diterima. Berkas ini sudah masuk daftar arsiparis untuk dipulihkan. Bila tidak ada cadangannya, kembalikan supaya pengirim mengirim lagi.',
  noDocument: 'Isi berkas tidak ditampilkan.',
  digitised: 'Alih media dari foto',
  signature: 'Memuat tanda tangan elektronik, belum diperiksa',
  own: 'pemilik arsip sendiri',
  free: 'Belum diambil',
} as const

/** Short, for a list that is read a hundred times a day. */
const REASONS: Record<ReturnCode, string> = {
  unreadable: 'Tidak terbaca',
  wrongDocument: 'Bukan dokumen yang diminta',
  wrongPerson: 'Dokumen orang lain',
  pagesMissing: 'Halaman kurang',
  dataDiffers: 'Isian berbeda dari dokumen',
  notOriginal: 'Bukan dari dokumen asli',
  other: 'Alasan lain, tulis di catatan',
}

export function reasonText(code: ReturnCode): string {
  return REASONS[code]
}

export function scanText(scan: Scan): string {
  return SCAN[scan]
}

const SCAN: Record<Scan, string> = {
  scanClean: 'Bersih',
  scanFound: 'Malware ditemukan',
  notScanned: 'Belum dipindai',
}

const DAY = 86_400
const HOUR = 3600
const MINUTE = 60

/** 3 hari, 5 jam or 12 menit: how long it has waited. */
export function ageText(since: Date, now: Date): string {
  const seconds = Math.max(secondsBetween(since, now), 0)
  if (seconds >= DAY) return `${countText(Math.floor(seconds / DAY))} hari`
  if (seconds >= HOUR) return `${Math.floor(seconds / HOUR)} jam`
  return `${Math.max(Math.floor(seconds / MINUTE), 1)} menit`
}

export function waitingText(count: number, most: number): string {
  return count >= most ? `lebih dari ${countText(most)}` : countText(count)
}

export function claimText({ by, until }: { by: 'own' | 'other'; until: Date }, zone: Zone): string {
  const who = by === 'own' ? 'Anda pegang' : 'Dipegang rekan'
  return `${who} sampai ${timeText(until, zone)}`
}

/** Halaman 2 dari 5 */
export function pageText(page: number, pages: number): string {
  return `Halaman ${countText(page)} dari ${countText(pages)}`
}

/** 3 halaman, versi 2 */
export function pagesText({ pages, no }: { pages: number; no: number }): string {
  return [`${countText(pages)} halaman`, no > 1 && `versi ${no}`].filter(Boolean).join(', ')
}

/** Riwayat Golongan, III/d: where in a list no row of a history is looked up. */
export function placeText(typeName: string, slot: string): string {
  const [row] = slot.split('#')
  return [typeName, row].filter(Boolean).join(', ')
}

/** What stands above a version that waits for nobody's word here. */
export function noticeText(part: WorkPart, status: VersionStatus, zone: Zone): string | undefined {
  switch (part.kind) {
    case 'judge':
    case 'free':
      return undefined
    case 'claimed':
      return `${part.by ?? 'Seorang rekan'} memegang berkas ini sampai ${timeText(part.until, zone)}.`
    case 'own':
      return part.part === 'ownUpload' ? OWN_UPLOAD : OWN_RECORD
    case 'decided':
      return status === 'awaitingVerification' ? undefined : decidedText(status)
  }
}

/** That the last decision was kept, at the file that follows it. */
export function beforeText(before: JudgedBefore): string {
  return `Berkas sebelumnya ${before}. Keputusan Anda tercatat di antrean.`
}

/** To whoever has it before them anew. */
export function revokedBeforeText(reason: string): string {
  return `Verifikasi berkas ini pernah dicabut. Alasan: ${reason}`
}

const OWN_UPLOAD = 'Berkas yang Anda unggah harus diverifikasi petugas lain.'
const OWN_RECORD = 'Berkas tentang Anda sendiri harus diverifikasi petugas lain.'

/** Why somebody is not offered a version. */
export function partText(part: OwnPart['kind'] | 'secret'): string {
  return PART[part]
}

const PART: Record<OwnPart['kind'] | 'secret', string> = {
  ownUpload: 'Anda unggah sendiri',
  ownRecord: 'Tentang Anda sendiri',
  secret: 'Rahasia, untuk petugas yang ditunjuk',
}

/** What a version is that waits no more. */
function decidedText(status: Exclude<VersionStatus, 'awaitingVerification'>): string {
  return DECIDED[status]
}

const DECIDED: Record<Exclude<VersionStatus, 'awaitingVerification'>, string> = {
  quarantined: 'Berkas ini masih diperiksa sistem.',
  rejectedBySystem: 'Berkas ini ditolak pemeriksaan sistem.',
  returned: 'Berkas ini sudah dikembalikan.',
  verified: 'Berkas ini sudah terverifikasi.',
  superseded: 'Berkas ini sudah diganti versi yang lebih baru.',
  withdrawn: 'Berkas ini sudah dibatalkan pengunggahnya.',
}

/** Days as decrees write them; all else as it is. */
export function valueText(value: string): string {
  return value.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3-$2-$1')
}

/** Beside a field: what the text of the document says, where nobody typed it or somebody typed otherwise. */
export function foundText(
  found: FoundValue | undefined,
  shown: string | undefined,
  typed: string | undefined,
): string | undefined {
  if (!found) return undefined
  const read = valueText(found.value)
  if (valueText(shown ?? '') !== read)
    return `Pada teks di halaman ${found.page} terbaca: ${read}. Cocokkan dengan gambarnya.`
  if (typed) return undefined
  return `Diisi dari teks di halaman ${found.page}. Cocokkan dengan gambarnya.`
}

/** The names of the fields in the form: metadata stand beside reasons there. */
export function metadataName(field: MetadataField): string {
  return `isian_${field}`
}

export function reasonName(code: ReturnCode): string {
  return `alasan_${code}`
}

export const NOTE_FIELD = 'catatan'
export const PAGE_FIELD = 'halaman'
export const BOX_FIELD = 'kotak'

export function workTold(problem: WorkProblem, now: Date, zone: Zone): Told {
  switch (problem.kind) {
    case 'proofDue':
    case 'proofWrong':
      return proofTold(problem, now, zone)
    case 'stale':
      return {
        text: 'Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.',
        topic: 'halaman-tidak-berlaku',
      }
    case 'metadataWrong':
      return metadataTold(problem.problems)
    default:
      return { topic: 'verifikasi', ...refusedTold(problem, zone) }
  }
}

function metadataTold(problems: MetadataProblems): Told {
  const wrong = Object.entries(problems) as [
    MetadataField,
    NonNullable<MetadataProblems[MetadataField]>,
  ][]
  const texts = wrong.map(([field, problem]) => metadataProblemText(field, problem))
  const [first] = wrong
  return {
    text: texts.join(' '),
    topic: 'verifikasi',
    ...(first && { field: metadataName(first[0]) }),
  }
}

type Rest = Exclude<
  WorkProblem,
  ProofProblem | { kind: 'stale' } | Extract<WorkProblem, { kind: 'metadataWrong' }>
>

function refusedTold(problem: Rest, zone: Zone): { text: string; field?: string } {
  switch (problem.kind) {
    case 'notWaiting':
      return { text: `${decidedText(problem.status)} Keputusan Anda tidak disimpan.` }
    case 'ownUpload':
      return { text: OWN_UPLOAD }
    case 'ownRecord':
      return { text: OWN_RECORD }
    case 'mandateOver':
      return { text: 'Penugasan Anda sebagai verifikator sudah berakhir.' }
    case 'claimedByOther':
      return { text: lostText(problem, zone) }
    case 'recordClosed':
      return { text: 'Arsip ini sedang dinilai untuk penyusutan, jadi tidak menerima versi baru.' }
    case 'malwareFound':
      return { text: VERIFY.malware }
    case 'tooFewCopies':
      return {
        text: `Baru ${problem.healthy} dari ${problem.needed} salinan berkas yang terbukti utuh. Coba lagi beberapa menit lagi; isian Anda masih ada.`,
      }
    case 'reasonsMarked':
      return {
        text: 'Anda menandai alasan pengembalian. Tekan Kembalikan, atau hapus tandanya lalu tekan Terima.',
        field: reasonName('unreadable'),
      }
    case 'noCode':
      return { text: 'Tandai sedikitnya satu alasan.', field: reasonName('unreadable') }
    case 'noteMissing':
      return { text: 'Tulis alasannya di catatan.', field: NOTE_FIELD }
    case 'noteTooLong':
      return { text: `Catatan paling banyak ${problem.most} huruf.`, field: NOTE_FIELD }
    case 'noSuchPage':
      return { text: `Dokumen ini mempunyai ${problem.pages} halaman.`, field: PAGE_FIELD }
  }
}

function lostText({ until }: ClaimedByOther, zone: Zone): string {
  return `Waktu 15 menit Anda lewat dan seorang rekan mengambil berkas ini sampai ${timeText(until, zone)}. Isian Anda masih ada, tetapi belum disimpan.`
}
