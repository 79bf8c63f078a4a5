import type { AuditedChoice, Item, Outcome, Withdrawal } from '#domain/archive/destruction/item.ts'
import type { ProposalRefused } from '#domain/archive/destruction/propose-record.ts'
import type { DispositionException, RetentionApproval } from '#domain/archive/retention/rule.ts'
import type { VersionStatus } from '#domain/archive/version.ts'
import { parseCivilDate } from '#domain/zone-day.ts'
import { countText } from '../../parts/number-words.ts'
import { dispositionText } from '../retention/rule-words.ts'
import { civilText } from './batch-words.ts'

export const ITEMS = {
  title: 'Arsip dalam daftar',
  more: 'Halaman berikutnya',
  first: 'Halaman pertama',
  back: 'Kembali ke daftar',
  none: 'Tidak ada arsip di halaman ini.',
  lead: 'Tandai arsip yang sudah Anda lihat dan tidak bernilai guna lagi, lalu simpan di akhir halaman. Arsip yang dipertahankan dinilai lewat namanya.',
  tickAll: 'Tandai semua di halaman ini',
  button: 'Simpan penilaian dan lanjut',
  choices: 'Arsip yang ditampilkan',
}

export function choiceText(choice: AuditedChoice | 'all'): string {
  return CHOICES[choice]
}

const CHOICES: Record<AuditedChoice | 'all', string> = {
  all: 'Semua',
  left: 'Keluar dari daftar',
  objected: 'Ada keberatan',
  failed: 'Pernah gagal',
}

export const ITEM = {
  title: 'Penilaian arsip',
  look: 'Lihat arsip',
  versions: 'Berkas',
  retention: 'Retensi',
  exception: 'Pengecualian JRA',
  exceptionApplies: 'Apakah pengecualian JRA berlaku untuk arsip ini?',
  exceptionHint: 'Bila berlaku dan JRA mempertahankannya, arsip tidak dapat dimusnahkan.',
  verdict: 'Hasil penilaian',
  what: 'Lihat arsipnya sendiri sebelum menilai. Yang dipertahankan langsung keluar dari daftar.',
  until: 'Disimpan sampai',
  untilHint: 'Hanya bila retensi diperpanjang.',
  reason: 'Alasan',
  reasonHint: 'Wajib bila arsip dipertahankan, sedikitnya 20 huruf. Pegawai dapat membacanya.',
  button: 'Simpan penilaian',
  objection: 'Keberatan pegawai',
  answer: 'Jawab keberatan',
  answerWhat:
    'Bila diterima, arsip keluar dari daftar. Bila ditolak, arsip tetap dalam daftar. Pegawai membaca alasan Anda.',
  accept: 'Terima keberatan',
  decline: 'Tolak keberatan',
  back: 'Kembali ke arsip dalam daftar',
}

export const EXCEPTION_ANSWERS = [
  { value: '', label: 'Pilih' },
  { value: 'appliesNot', label: 'Tidak berlaku' },
  { value: 'applies', label: 'Berlaku' },
] as const

/** "berakibat hukum (Permanen): berlaku" */
export function exceptionText(
  { text, disposition }: DispositionException,
  applies: boolean | undefined,
): string {
  const said = `${text} (${dispositionText(disposition)})`
  if (applies === undefined) return said
  return `${said}: ${applies ? 'berlaku' : 'tidak berlaku'} untuk arsip ini`
}

export const VERDICTS = [
  { value: '', label: 'Pilih' },
  { value: 'destroy', label: 'Dapat dimusnahkan' },
  { value: 'extend', label: 'Retensi diperpanjang' },
  { value: 'permanent', label: 'Ditetapkan permanen' },
] as const

export const PROPOSALS = {
  title: 'Susun daftar usul musnah',
  lead: 'Arsip yang retensinya berakhir dan menurut JRA musnah atau dinilai kembali. Arsip yang ditahan, arsip di daftar lain, dan arsip Anda sendiri tidak ikut.',
  none: 'Tidak ada arsip yang retensinya berakhir menurut pilihan ini.',
  choose: 'Tampilkan',
  type: 'Jenis arsip',
  allTypes: 'Semua jenis',
  until: 'Retensi berakhir sampai',
  number: 'Nomor daftar',
  dated: 'Tanggal daftar',
  issuer: 'Penerbit',
  issuerHint: 'Unit kearsipan yang menyusun daftar.',
  button: 'Susun daftar dari semua yang cocok',
  more: 'Masih ada lagi. Semua yang cocok masuk daftar, paling banyak 100.000 arsip.',
}

export function itemStateText(item: Item, because: Withdrawal | undefined): string {
  switch (item.state) {
    case 'unappraised':
      return 'Belum dinilai'
    case 'toDestroy':
      return 'Dinilai dapat dimusnahkan'
    case 'keysGone':
      return 'Kunci sudah dimusnahkan'
    case 'over':
      return leftText(item.outcome, because)
  }
}

/** How a record left the list, and why it was taken if it was. */
export function leftText(outcome: Outcome, because: Withdrawal | undefined): string {
  return because ? WITHDRAWALS[because] : OUTCOMES[outcome]
}

const OUTCOMES: Record<Outcome, string> = {
  destroyed: 'Dimusnahkan',
  withdrawn: 'Ditarik dari daftar',
  permanent: 'Ditetapkan permanen',
  extended: 'Retensi diperpanjang',
}

const WITHDRAWALS: Record<Withdrawal, string> = {
  held: 'Ditarik: arsip ditahan',
  objectionAccepted: 'Ditarik: keberatan diterima',
  noLongerOver: 'Ditarik: retensi atau berkasnya berubah',
}

export function approvalText(approval: RetentionApproval): string {
  return approval === 'agency' ? 'pimpinan instansi' : 'Kepala ANRI'
}

export function proposalRefusedText(kind: ProposalRefused['kind']): string {
  return NOT_PROPOSED[kind]
}

const NOT_PROPOSED: Record<ProposalRefused['kind'], string> = {
  notArchivist: 'hanya arsiparis yang menyusun daftar',
  elsewhere: 'di instansi lain',
  notEnded: 'retensinya belum berakhir menurut aturan sekarang',
  held: 'ditahan',
  alreadyListed: 'sudah ada di daftar lain',
  notForDestruction: 'menurut JRA tidak dimusnahkan',
  ownRecord: 'arsip Anda sendiri',
}

/** "2020-12-31" as people read it. */
export function endText(endsOn: string): string {
  const date = parseCivilDate(endsOn)
  return date ? civilText(date) : '–'
}

export function versionText(version: {
  no: number
  status: VersionStatus
  pages: number | null
  bytes: number
}): string {
  const { no, pages, bytes } = version
  const kilobytes = `${countText(Math.max(Math.round(bytes / 1000), 1))} kB`
  const length = pages === null ? kilobytes : `${countText(pages)} halaman, ${kilobytes}`
  return `Versi ${no}: ${length}`
}

/** Whom an auditor may not know by name. */
export function lastFourText(digits: string): string {
  return `NIP …${digits}`
}

type Leaves = { intent: number | undefined; outcome: number | undefined }

export function itemLeavesText({ intent, outcome }: Leaves): string {
  return `Catatan di log: mulai ${intent ?? '–'}, musnah ${outcome ?? '–'}`
}

/** At a record that is ticked among others. */
export const MAY_GO = 'Dapat dimusnahkan'
export const ALONE = 'Ada pengecualian JRA: nilai lewat namanya.'

export const FAILING = 'gagal pada percobaan terakhir, dicoba lagi dengan sendirinya'
export const OBJECTS = 'ada keberatan yang belum dijawab'
