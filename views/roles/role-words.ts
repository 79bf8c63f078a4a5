import type { EndRefused } from '#domain/access/end-mandate.ts'
import type { Role } from '#domain/access/mandate.ts'
import type { Term } from '#domain/access/mandate-term.ts'
import type { Zone } from '#domain/agency.ts'
import type { ReasonProblem } from '#domain/desk/reason.ts'
import type { Told } from '../parts/problem.tsx'
import { type ProofProblem, proofTold } from '../parts/proof-words.ts'
import { roleText } from '../parts/role-words.ts'
import { dayText, lastDayText, momentText } from '../parts/time-words.ts'
import type { RoleDone } from '../path-names.ts'
import { type GiveProblem, giveText, giveTold } from './give-words.ts'

export const ROLES = {
  title: 'Peran',
  ofAgency: 'Peran di instansi',
  ofNation: 'Peran nasional dan admin instansi',
  give: 'Beri peran',
  waiting: 'Menunggu persetujuan',
  nothingWaits: 'Tidak ada usulan yang menunggu.',
  nobody: 'Tidak ada peran yang cocok.',
  all: 'Semua peran',
  more: 'Halaman berikutnya',
  first: 'Halaman pertama',
}

export const STATES = [
  { value: 'inForce', label: 'Berlaku' },
  { value: 'endsSoon', label: 'Berakhir dalam 30 hari' },
  { value: 'coming', label: 'Akan berlaku' },
  { value: 'over', label: 'Sudah berakhir' },
] as const

/** "Petugas BKPSDM": as it begins a cell of a table or a choice. */
export function roleLabel(role: Role): string {
  const text = roleText(role)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "21 November 2026 sampai 20 November 2027": both days belong to it. */
export function termText({ from, until }: Term, zone: Zone): string {
  if (until <= from) return `dibatalkan sebelum ${dayText(from, zone)}`
  return `${dayText(from, zone)} sampai ${lastDayText(until, zone)}`
}

export function roleDoneText(done: RoleDone): string {
  switch (done) {
    case 'diusulkan':
      return 'Usulan tersimpan. Peran berlaku setelah disetujui admin lain dalam 24 jam.'
    case 'diberikan':
      return 'Peran diberikan. Pegawai diberi tahu lewat email dan masuk lagi untuk memakainya.'
    case 'ditolak':
      return 'Usulan ditolak. Tidak ada peran yang diberikan.'
    case 'ditarik':
      return 'Usulan ditarik kembali.'
    case 'diakhiri':
      return 'Peran diakhiri. Pegawai diberi tahu lewat email.'
  }
}

export const END = {
  title: 'Akhiri peran',
  what: 'Peran berakhir saat itu juga, tanpa persetujuan orang kedua. Usulan yang diajukan pegawai ini dalam peran itu dihentikan.',
  button: 'Akhiri peran',
}

export const REQUEST = {
  title: 'Usulan peran',
  approve: 'Setujui',
  decline: 'Tolak',
  withdraw: 'Tarik kembali',
  own: 'Anda yang mengusulkan. Admin lain yang memutuskan; Anda dapat menariknya kembali.',
  others:
    'Bila disetujui, peran diberikan saat itu juga, semua sesi pegawai diakhiri, dan ia diberi tahu.',
  aboutYou: 'Usulan ini tentang Anda sendiri. Admin lain yang memutuskan.',
}

export function expiresText(expiresAt: Date, zone: Zone): string {
  return `Dapat diputuskan sampai ${momentText(expiresAt, zone)}.`
}

export type EndProblem =
  | Exclude<EndRefused, { kind: 'notYourRole' }>
  | ReasonProblem
  | ProofProblem
  | { kind: 'stale' | 'hatGone' | 'notYourRole' }

export function endTold(problem: EndProblem, now: Date, zone: Zone): Told {
  switch (problem.kind) {
    case 'proofDue':
    case 'proofWrong':
      return proofTold(problem, now, zone)
    case 'reasonTooShort':
    case 'reasonTooLong':
      return giveTold(problem, zone)
    case 'stale':
    case 'hatGone':
    case 'notYourRole':
      return { text: giveText(problem, zone), topic: 'peran' }
    default:
      return { text: END_REFUSED[problem.kind], topic: 'peran' }
  }
}

export const END_REFUSED: Record<Exclude<EndRefused['kind'], 'notYourRole'>, string> = {
  over: 'Peran ini sudah berakhir.',
  oneself: 'Peran Anda sendiri diletakkan di halaman Peran.',
  lastOfAgency:
    'Ini admin terakhir instansi itu. Beri peran admin instansi kepada pegawai lain dahulu; tanpa admin tidak ada yang dapat memberi peran di sana.',
  lastTwoOfNation:
    'Harus selalu ada dua admin nasional, karena setiap peran memerlukan dua orang. Tambahkan penggantinya dahulu.',
}

export type DecideProblem =
  | Exclude<GiveProblem, ReasonProblem>
  | ProofProblem
  | { kind: 'over' | 'ownRequest' | 'notYours' | 'askerLeft' | 'askerMayNot' | 'noDecision' }

export function decideTold(problem: DecideProblem, now: Date, zone: Zone): Told {
  switch (problem.kind) {
    case 'proofDue':
    case 'proofWrong':
      return proofTold(problem, now, zone)
    case 'over':
    case 'ownRequest':
    case 'notYours':
    case 'askerLeft':
    case 'askerMayNot':
    case 'noDecision':
      return { text: DECIDE_REFUSED[problem.kind], topic: 'peran' }
    case 'oneself':
      return { text: REQUEST.aboutYou, topic: 'peran' }
    default:
      return stoppedTold(problem, zone)
  }
}

/** The rules said no when they were judged anew: the request is over. */
function stoppedTold(problem: Exclude<GiveProblem, ReasonProblem>, zone: Zone): Told {
  const told = giveTold(problem, zone)
  const isKept = problem.kind === 'stale' || problem.kind === 'hatGone'
  return { text: isKept ? told.text : `${told.text} Usulan dihentikan.`, topic: 'peran' }
}

const DECIDE_REFUSED = {
  over: 'Usulan ini sudah diputuskan atau lewat 24 jam.',
  ownRequest: 'Permintaan ini harus disetujui petugas lain.',
  notYours: 'Usulan ini tidak dapat Anda putuskan dengan peran yang sedang dipakai.',
  askerLeft: 'Peran pengusul sudah berakhir. Usulan dihentikan; ajukan lagi bila masih diperlukan.',
  askerMayNot: 'Pengusul tidak lagi dapat memberi peran itu. Usulan dihentikan.',
  noDecision: 'Pilih Setujui atau Tolak.',
}

export const REQUESTS_CAPTION = 'Setiap usulan diputuskan oleh admin lain'
