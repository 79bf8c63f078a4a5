import type { Zone } from '#domain/agency.ts'
import type { ApprovalKind, ApprovalRequest, DecisionRefused } from '#domain/approval/approval.ts'
import type { ReasonProblem } from '#domain/desk/reason.ts'
import type { IssueRefused } from '#domain/reset/issue-code.ts'
import type { Told } from '../parts/problem.tsx'
import type { ProofProblem } from '../parts/proof-words.ts'
import { momentText } from '../parts/time-words.ts'
import { about } from './help-words.ts'
import { resetMfaTold } from './reset-mfa-words.ts'

export type ApprovalProblem =
  | DecisionRefused
  | IssueRefused
  | { kind: 'higherRole' | 'noLonger' }
  | { kind: 'stale' }
  | ReasonProblem
  | ProofProblem

/** What whoever looks may do with it. */
export type ApprovalPart = 'decide' | 'withdraw' | 'make' | 'look' | 'concerned'

export const APPROVALS = {
  title: 'Persetujuan',
  lead: 'Permintaan yang memerlukan dua orang. Tidak ada yang memutuskan permintaannya sendiri, atau permintaan tentang dirinya.',
  none: 'Tidak ada permintaan yang menunggu.',
  roles: 'Usulan peran',
  one: 'Permintaan persetujuan',
  approve: 'Setujui',
  decline: 'Tolak',
  withdraw: 'Tarik kembali',
  make: 'Buat kode aktivasi ulang',
  own: 'Permintaan ini harus disetujui petugas lain.',
  yours: 'Permintaan ini tentang Anda sendiri; petugas lain yang memutuskannya.',
  ready: 'Petugas lain sudah menyetujui. Buat kodenya bila pegawai ada di hadapan Anda.',
  tell: 'Beri tahu rekan Anda: petugas lain atau admin instansi Anda memutuskannya di Meja layanan, Persetujuan. Muat ulang halaman ini untuk melihat keputusannya.',
  codeWaits: 'Sekarang pengaju membuat kodenya dan menyerahkannya kepada pegawai.',
  emailWaits:
    'Kode 8 angka sudah dikirim ke email baru. Email diganti setelah pegawai mengetik kode itu: di halaman Masuk, Reset, Kode untuk email baru; atau di Akun, Email.',
  declineReason: 'Alasan menolak (wajib bila menolak)',
} as const

const KIND: Record<ApprovalKind, string> = {
  mfaReset: 'Reset MFA',
  emailCorrection: 'Perbaikan email',
  mandate: 'Pemberian peran',
}

export function kindText(kind: ApprovalKind): string {
  return KIND[kind]
}

export function waitingText(count: number): string {
  return `${count} permintaan menunggu Anda.`
}

/** What became of it, with until when where it still waits. */
export function stateText({ state, expiresAt }: ApprovalRequest, now: Date, zone: Zone): string {
  const isLate = now >= expiresAt
  switch (state) {
    case 'open':
      return isLate ? LATE : `menunggu sampai ${momentText(expiresAt, zone)}`
    case 'approved':
      return isLate ? LATE : `disetujui, berlaku sampai ${momentText(expiresAt, zone)}`
    case 'declined':
      return 'ditolak'
    case 'withdrawn':
      return 'ditarik kembali'
    case 'stopped':
      return 'dihentikan: pegawai melapor Bukan saya, atau keadaannya sudah berubah'
    case 'done':
      return 'disetujui dan dilaksanakan'
  }
}

const LATE = 'lewat waktu'

/** What happens next, where it is not for whoever looks to do it here. */
export function nextText({ kind, state }: ApprovalRequest, part: ApprovalPart): string | undefined {
  if (state === 'open') return part === 'withdraw' ? APPROVALS.tell : undefined
  if (state === 'approved') return part === 'look' ? APPROVALS.codeWaits : undefined
  return state === 'done' && kind === 'emailCorrection' ? APPROVALS.emailWaits : undefined
}

export function approvalTold(problem: ApprovalProblem, now: Date, zone: Zone): Told {
  switch (problem.kind) {
    case 'over':
      return about(undefined, 'Permintaan ini sudah diputuskan, dihentikan, atau lewat waktu.')
    case 'ownRequest':
      return about(undefined, APPROVALS.own)
    case 'oneself':
      return about(undefined, APPROVALS.yours)
    case 'notYours':
      return about(undefined, 'Hanya pengaju yang dapat menarik kembali permintaan ini.')
    default:
      return resetMfaTold(problem, now, zone)
  }
}
