import type { Zone } from '#domain/agency.ts'
import type {
  AskRefused,
  Revocation,
  RevocationRefused,
} from '#domain/archive/revoke-verification.ts'
import { REASON_LEAST, REASON_MOST, type ReasonProblem } from '#domain/desk/reason.ts'
import type { Told } from '../../parts/problem.tsx'
import { type ProofProblem, proofTold } from '../../parts/proof-words.ts'
import { momentText } from '../../parts/time-words.ts'

export type RevocationProblem =
  | AskRefused
  | RevocationRefused
  | ReasonProblem
  | ProofProblem
  | { kind: 'stale' }

export const REASON_FIELD = 'alasan_pencabutan'

export const REVOKE = {
  title: 'Cabut verifikasi',
  what: 'Verifikasi dicabut bila verifikator kedua menyetujuinya dalam 7 hari. Berkas lalu menunggu verifikasi lagi, dan versi sebelumnya tidak berlaku kembali.',
  reason: 'Alasan',
  reasonHint: `Sedikitnya ${REASON_LEAST} huruf. Dibaca verifikator kedua dan pemilik arsip.`,
  ask: 'Usulkan pencabutan',
  one: 'Usul pencabutan verifikasi',
  agree: 'Setujui pencabutan',
  decline: 'Tolak usul',
  withdraw: 'Tarik usul',
  own: 'Usul Anda sendiri: verifikator lain yang menyetujuinya.',
  look: 'Lihat berkasnya',
  queue: 'Ke antrean',
} as const

export function revocationText(revocation: Revocation, now: Date, zone: Zone): string {
  const { state, expiresAt } = revocation
  switch (state) {
    case 'open':
      return now < expiresAt
        ? `menunggu verifikator kedua sampai ${momentText(expiresAt, zone)}`
        : 'lewat waktu'
    case 'revoked':
      return `disetujui, verifikasi dicabut ${momentText(revocation.decidedAt, zone)}`
    case 'declined':
      return `ditolak ${momentText(revocation.decidedAt, zone)}`
    case 'withdrawn':
      return `ditarik pengusulnya ${momentText(revocation.decidedAt, zone)}`
  }
}

export function revocationTold(problem: RevocationProblem, now: Date, zone: Zone): Told {
  switch (problem.kind) {
    case 'proofDue':
    case 'proofWrong':
      return proofTold(problem, now, zone)
    case 'stale':
      return {
        text: 'Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.',
        topic: 'halaman-tidak-berlaku',
      }
    case 'reasonTooShort':
      return {
        text: `Tulis sedikitnya ${REASON_LEAST} huruf; Anda mengetik ${problem.length}.`,
        topic: 'verifikasi',
        field: REASON_FIELD,
      }
    case 'reasonTooLong':
      return {
        text: `Tulis paling banyak ${REASON_MOST} huruf.`,
        topic: 'verifikasi',
        field: REASON_FIELD,
      }
    default:
      return { text: REFUSED[problem.kind], topic: 'verifikasi' }
  }
}

type Refused = AskRefused | RevocationRefused

const REFUSED: Record<Refused['kind'], string> = {
  ownRecord: 'Verifikasi berkas tentang Anda sendiri dicabut petugas lain.',
  ownUpload: 'Verifikasi berkas yang Anda unggah dicabut petugas lain.',
  notVerified: 'Berkas ini tidak sedang terverifikasi.',
  recordClosed: 'Arsip ini sedang dinilai untuk penyusutan, jadi verifikasinya tidak dicabut.',
  alreadyAsked: 'Pencabutan verifikasi ini sudah diusulkan dan menunggu verifikator kedua.',
  over: 'Usul ini sudah diputuskan, lewat waktu, atau pengusulnya tidak bertugas lagi.',
  ownRequest: 'Usul Anda sendiri harus disetujui verifikator lain.',
  notYours: 'Hanya pengusulnya yang dapat menarik usul ini.',
}
