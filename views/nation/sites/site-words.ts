import type { Zone } from '#domain/agency.ts'
import { REASON_LEAST, REASON_MOST, type ReasonProblem } from '#domain/desk/reason.ts'
import type { OriginProblem } from '#domain/embed/origin.ts'
import type {
  SiteDecision,
  SiteDecisionRefused,
  SiteRequest,
  SiteWish,
} from '#domain/embed/site-request.ts'
import { NAME_LEAST, ORIGINS_MOST, type TermsProblem } from '#domain/embed/site-terms.ts'
import type { Told } from '../../parts/problem.tsx'
import { type ProofProblem, proofTold } from '../../parts/proof-words.ts'
import type { SiteDone } from '../../path-names.ts'

export const SITES = {
  title: 'Situs penyemat',
  lead: 'Situs pemerintah yang boleh menampilkan kotak ASN Digital di halamannya: verifikasi dokumen, tombol masuk, bantuan, dan kemajuan aktivasi. Didaftarkan, diubah, dan diakhiri oleh dua admin nasional.',
  list: 'Daftar situs',
  search: 'Cari situs',
  sought: 'Instansi, kode, nama situs, atau alamat',
  caption: 'Situs menurut instansi dan nama',
  none: 'Tidak ada situs yang cocok.',
  more: 'Halaman berikutnya',
  first: 'Halaman pertama',
  add: 'Daftarkan situs',
  waiting: 'Menunggu keputusan',
  declined: 'Terakhir tidak jadi didaftarkan',
  back: 'Semua situs penyemat',
} as const

export const SITE_STATES = [
  { value: '', label: 'Berlaku' },
  { value: 'berakhir', label: 'Sudah berakhir' },
] as const

export const SITE = {
  key: 'Kunci situs',
  keyHint: 'Bukan rahasia; sampaikan kepada instansi untuk menggantikan KUNCI pada potongannya.',
  agency: 'Instansi',
  name: 'Nama situs',
  origins: 'Alamat',
  since: 'Berlaku sejak',
  ended: 'Berakhir',
  snippet: 'Potongan untuk dipasang',
  change: 'Ubah',
  end: 'Akhiri',
  history: 'Riwayat',
  alreadyAsked: 'Sebuah usulan tentang situs ini menunggu keputusan.',
  openRequest: 'Lihat usulan',
} as const

export const SITE_FORM = {
  add: 'Daftarkan situs penyemat',
  change: 'Ubah situs penyemat',
  end: 'Akhiri situs penyemat',
  agency: 'Kode instansi',
  agencyHint:
    'Instansi pemilik situs; kodenya ada di daftar Instansi. Tidak dapat diubah kemudian.',
  agencies: 'Daftar instansi',
  nameHint: 'Seperti yang dikenal orang, misalnya Portal BKPSDM Kabupaten Contoh.',
  originsHint: `Satu baris satu alamat, paling banyak ${ORIGINS_MOST}; misalnya https://bkpsdm.contoh.go.id. Tanpa halaman di belakangnya, tanpa tanda *.`,
  reason: 'Alasan',
  reasonHint: `Sedikitnya ${REASON_LEAST} huruf, misalnya nomor surat instansi.`,
  twoPeople: 'Berlaku sesudah admin nasional lain menyetujui.',
  endEffect:
    'Paling lambat semenit sesudah disetujui, kotak ASN Digital tidak tampil lagi di situs itu; tautannya tetap. Kunci ini tidak dipakai lagi.',
  ask: 'Usulkan',
  cancel: 'Batal',
} as const

export const SITE_REQUEST = {
  title: 'Usulan situs penyemat',
  now: 'Sekarang',
  asked: 'Diusulkan',
  own: 'Anda yang mengusulkan; keputusannya pada admin nasional lain.',
  check: 'Cocokkan setiap alamat dengan surat instansi, huruf demi huruf, sebelum menyetujui.',
  answer: 'Alasan keputusan',
  apply: 'Setujui',
  decline: 'Tolak',
  withdraw: 'Tarik kembali',
} as const

export const SITE_FIELDS = {
  agency: 'instansi',
  name: 'nama',
  origins: 'alamat',
  reason: 'reason',
} as const

export function siteDoneText(done: SiteDone): string {
  return DONE[done]
}

const DONE: Record<SiteDone, string> = {
  diusulkan: 'Usulan tersimpan dan menunggu admin nasional lain.',
  diterapkan: 'Usulan disetujui dan sudah berlaku.',
  ditolak: 'Usulan ditolak. Tidak ada yang berubah.',
  ditarik: 'Usulan ditarik kembali.',
}

export const DECISION_WORDS: Record<SiteDecision['state'], { value: string; done: SiteDone }> = {
  applied: { value: 'setujui', done: 'diterapkan' },
  declined: { value: 'tolak', done: 'ditolak' },
  withdrawn: { value: 'tarik', done: 'ditarik' },
}

export function wishText(kind: SiteWish['kind']): string {
  return WISHES[kind]
}

const WISHES: Record<SiteWish['kind'], string> = {
  add: 'Pendaftaran',
  change: 'Perubahan',
  end: 'Pengakhiran',
}

export function outcomeText(state: SiteRequest['state']): string {
  return OUTCOMES[state]
}

const OUTCOMES: Record<SiteRequest['state'], string> = {
  open: 'menunggu keputusan',
  applied: 'disetujui',
  declined: 'ditolak',
  withdrawn: 'ditarik kembali',
  stopped: 'dihentikan karena akun pengusulnya ditutup',
}

type Common = ProofProblem | ReasonProblem | { kind: 'stale' | 'noLonger' }

export type AskSiteProblem =
  | Common
  | TermsProblem
  | { kind: 'noAgency' | 'alreadyAsked' | 'unchanged' }
export type DecideSiteProblem = Common | SiteDecisionRefused | { kind: 'noDecision' }

export function siteTold(problem: AskSiteProblem | DecideSiteProblem, now: Date, zone: Zone): Told {
  switch (problem.kind) {
    case 'proofDue':
    case 'proofWrong':
      return proofTold(problem, now, zone)
    case 'stale':
      return { text: TEXTS.stale, topic: 'halaman-tidak-berlaku' }
    case 'origin': {
      const text = `${ORIGINS[problem.problem]} Yang tertulis: ${problem.typed}`
      return { text, topic: 'situs-penyemat', field: SITE_FIELDS.origins }
    }
    case 'reasonTooShort': {
      const text = `Alasan sedikitnya ${REASON_LEAST} huruf; Anda mengetik ${problem.length}.`
      return { text, topic: 'situs-penyemat', field: SITE_FIELDS.reason }
    }
    default: {
      const field = FIELDS[problem.kind]
      return { text: TEXTS[problem.kind], topic: 'situs-penyemat', ...(field && { field }) }
    }
  }
}

const ORIGINS: Record<OriginProblem, string> = {
  empty: 'Ketik alamat situs.',
  notSecure: 'Alamat harus dimulai dengan https://.',
  wildcard: 'Setiap alamat ditulis lengkap, tanpa tanda *.',
  user: 'Alamat tidak boleh memuat nama pengguna atau password.',
  path: 'Tulis alamat situs saja, tanpa halaman di belakangnya.',
  port: 'Port di belakang titik dua harus angka 1 sampai 65535.',
  notAscii: 'Tulis nama yang memuat huruf selain a sampai z dalam bentuk xn--.',
  ipAddress: 'Tulis nama situs, bukan angka IP.',
  notHost: 'Tulis alamat lengkap seperti https://bkpsdm.contoh.go.id.',
}

type Plain = Exclude<
  (AskSiteProblem | DecideSiteProblem)['kind'],
  ProofProblem['kind'] | 'origin' | 'reasonTooShort'
>

const FIELDS: Partial<Record<Plain, string>> = {
  noAgency: SITE_FIELDS.agency,
  noName: SITE_FIELDS.name,
  noOrigin: SITE_FIELDS.origins,
  tooManyOrigins: SITE_FIELDS.origins,
  reasonTooLong: SITE_FIELDS.reason,
}

const TEXTS: Record<Plain, string> = {
  stale: 'Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.',
  noLonger: 'Peran Anda berakhir atau dilepas. Tidak ada yang diubah.',
  noAgency: 'Tidak ada instansi dengan kode itu.',
  noName: `Ketik nama situs, sedikitnya ${NAME_LEAST} huruf.`,
  noOrigin: 'Ketik paling sedikit satu alamat.',
  tooManyOrigins: `Satu situs memiliki paling banyak ${ORIGINS_MOST} alamat.`,
  reasonTooLong: `Alasan paling banyak ${REASON_MOST} huruf.`,
  unchanged: 'Belum ada yang diubah.',
  alreadyAsked: 'Usulan tentang situs ini sudah ada dan menunggu keputusan.',
  over: 'Usulan ini sudah diputuskan.',
  ownRequest: 'Usulan ini harus diputuskan orang lain.',
  notYours: 'Usulan ini hanya dapat ditarik oleh pengusulnya.',
  askerGone: 'Pengusulnya bukan admin nasional lagi, sehingga usulannya hanya dapat ditolak.',
  outdated: 'Situs ini sudah berubah sejak diusulkan, sehingga usulannya hanya dapat ditolak.',
  noDecision: 'Pilih Setujui atau Tolak.',
}
