import type { Zone } from '#domain/agency.ts'
import type { RecordType, SecurityClass } from '#domain/archive/record-type.ts'
import type { TypeDecision, TypeDecisionRefused } from '#domain/archive/type-request.ts'
import type { TermsRefused } from '#domain/archive/type-terms.ts'
import type { PersonKind } from '#domain/person.ts'
import { countText } from '../../parts/number-words.ts'
import type { Told } from '../../parts/problem.tsx'
import { type ProofProblem, proofTold } from '../../parts/proof-words.ts'
import type { TypeDone } from '../../path-names.ts'
import { pointsText } from '../completeness-words.ts'

export const TYPES = {
  title: 'Jenis arsip',
  lead: 'Jenis arsip berlaku bagi semua instansi. Perubahan diusulkan seorang admin nasional dan diputuskan admin nasional lain.',
  caption: 'Jenis arsip, menurut urutannya di arsip pegawai',
  waiting: 'Menunggu keputusan',
  back: 'Semua jenis arsip',
  ask: 'Usulkan perubahan',
  stays:
    'Kode, kelompok, susunan riwayat, klasifikasi, dan bobot tidak dapat diubah di sini. Berkas yang sudah tersimpan tidak berubah.',
  name: 'Nama',
  bytes: 'Ukuran berkas paling besar (KB)',
  bytesHint: '100 sampai 10.240. 1 MB adalah 1.024 KB.',
  pages: 'Halaman paling banyak',
  pagesHint: '1 sampai 300.',
  kinds: 'Diminta dari',
  fields: 'Data yang harus diisi',
  security: 'Keamanan',
  securityHint: 'Dari terbatas menjadi rahasia saja; sesudah itu tidak dapat dibuka lagi.',
  alreadyAsked: 'Perubahan jenis ini sudah diusulkan dan menunggu keputusan.',
  openRequest: 'Lihat usulan',
} as const

export const TYPE_REQUEST = {
  title: 'Usulan perubahan jenis arsip',
  now: 'Sekarang',
  asked: 'Diusulkan',
  effect:
    'Bila diterapkan, perubahan langsung berlaku bagi unggahan baru, dan kelengkapan pegawai dihitung ulang secara bertahap.',
  own: 'Anda yang mengusulkan; keputusannya pada admin nasional lain.',
  apply: 'Terapkan perubahan',
  decline: 'Tolak',
  withdraw: 'Tarik kembali',
} as const

export const TYPE_FIELDS = {
  name: 'nama',
  bytes: 'ukuran',
  pages: 'halaman',
  kinds: 'untuk',
  fields: 'data',
  security: 'keamanan',
} as const

export const SECRET = 'rahasia'

export function kindsText(kinds: readonly PersonKind[]): string {
  return kinds.map((kind) => kind.toUpperCase()).join(', ')
}

export function securityName(security: SecurityClass): string {
  return security === 'secret' ? 'Rahasia' : 'Terbatas'
}

export function kilobytesText(bytes: number): string {
  return `${countText(Math.round(bytes / 1024))} KB`
}

export function pagesText(pages: number): string {
  return `${countText(pages)} halaman`
}

export function weightText({ weight, isScored }: Pick<RecordType, 'weight' | 'isScored'>): string {
  if (weight !== undefined) return `bobot ${pointsText(weight)}`
  return isScored ? 'berbagi bobot 10' : 'tidak dinilai'
}

export function typeDoneText(done: TypeDone): string {
  return DONE[done]
}

const DONE: Record<TypeDone, string> = {
  diusulkan: 'Usulan tersimpan dan menunggu admin nasional lain.',
  diterapkan: 'Perubahan diterapkan. Kelengkapan yang terpengaruh dihitung ulang.',
  ditolak: 'Usulan ditolak. Jenis arsip tidak berubah.',
  ditarik: 'Usulan ditarik kembali.',
}

export const DECISION_WORDS: Record<TypeDecision, { value: string; done: TypeDone }> = {
  applied: { value: 'terapkan', done: 'diterapkan' },
  declined: { value: 'tolak', done: 'ditolak' },
  withdrawn: { value: 'tarik', done: 'ditarik' },
}

type Common = ProofProblem | { kind: 'stale' | 'noLonger' }

export type AskTypeProblem =
  | Common
  | { kind: 'alreadyAsked' }
  | { kind: 'terms'; problem: TermsRefused }
export type DecideTypeProblem = Common | TypeDecisionRefused | { kind: 'noDecision' }

export function typeTold(problem: AskTypeProblem | DecideTypeProblem, now: Date, zone: Zone): Told {
  if (problem.kind === 'proofDue' || problem.kind === 'proofWrong')
    return proofTold(problem, now, zone)
  if (problem.kind === 'stale') return { text: TEXTS.stale, topic: 'halaman-tidak-berlaku' }
  if (problem.kind !== 'terms') return { text: TEXTS[problem.kind], topic: 'jenis-arsip' }
  const { text, field } = TERMS[problem.problem]
  return { text, topic: 'jenis-arsip', ...(field && { field: TYPE_FIELDS[field] }) }
}

type Term = { text: string; field?: keyof typeof TYPE_FIELDS }

const TERMS: Record<TermsRefused, Term> = {
  noName: { text: 'Isi nama jenis arsip.', field: 'name' },
  nameTaken: {
    text: 'Jenis arsip lain sudah memakai nama ini; huruf besar dan spasi tidak membedakan. Tulis nama yang membedakan keduanya.',
    field: 'name',
  },
  noKind: { text: 'Pilih paling sedikit satu jenis pegawai.', field: 'kinds' },
  notClassified: {
    text: 'Jenis arsip ini belum memiliki kode klasifikasi bagi jenis pegawai itu.',
    field: 'kinds',
  },
  noField: { text: 'Pilih paling sedikit satu data yang harus diisi.', field: 'fields' },
  dateDropped: {
    text: 'Tanggal SK, tanggal surat, TMT, dan tanggal selesai tetap harus diisi: retensi dihitung dari situ.',
    field: 'fields',
  },
  bytesOutOfRange: { text: 'Ukuran berkas harus 100 sampai 10.240 KB.', field: 'bytes' },
  pagesOutOfRange: { text: 'Jumlah halaman harus 1 sampai 300.', field: 'pages' },
  looser: { text: 'Jenis yang rahasia tetap rahasia.', field: 'security' },
  unchanged: { text: 'Belum ada yang diubah.' },
}

type Plain = Exclude<(AskTypeProblem | DecideTypeProblem)['kind'], ProofProblem['kind'] | 'terms'>

const TEXTS: Record<Plain, string> = {
  stale: 'Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.',
  noLonger: 'Peran Anda berakhir atau dilepas. Tidak ada yang diubah.',
  alreadyAsked: TYPES.alreadyAsked,
  over: 'Usulan ini sudah diputuskan.',
  ownRequest: 'Usulan ini harus diputuskan orang lain.',
  notYours: 'Usulan ini hanya dapat ditarik oleh pengusulnya.',
  askerGone: 'Pengusulnya bukan admin nasional lagi, sehingga usulannya hanya dapat ditolak.',
  outdated:
    'Jenis arsip ini sudah berubah sejak diusulkan, sehingga usulannya hanya dapat ditolak.',
  nameTaken:
    'Jenis arsip lain sudah memakai nama yang diusulkan. Tolak usulan ini, lalu usulkan lagi dengan nama yang membedakan keduanya.',
  noDecision: 'Pilih Terapkan perubahan atau Tolak.',
}
