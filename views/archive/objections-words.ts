import type { Zone } from '#domain/agency.ts'
import { REASON_LEAST, REASON_MOST, type ReasonProblem } from '#domain/desk/reason.ts'
import type { Told } from '../parts/problem.tsx'
import { type ProofProblem, proofTold } from '../parts/proof-words.ts'

export type AnswerProblem =
  | ReasonProblem
  | ProofProblem
  | { kind: 'stale' }
  | { kind: 'oneself' }
  | { kind: 'ownReading' }

export const ANSWER_FIELD = 'jawaban'

export const OBJECTIONS = {
  title: 'Keberatan atas akses arsip',
  lead: 'Pegawai yang tidak setuju berkasnya dibaca petugas instansi ini. Jawab mengapa berkas itu dibaca; jawaban tampil pada pegawai.',
  open: 'Menunggu jawaban',
  answered: 'Sudah dijawab',
  none: 'Tidak ada keberatan yang menunggu.',
  one: 'Keberatan atas akses arsip',
  answer: 'Jawaban untuk pegawai',
  hint: `Sedikitnya ${REASON_LEAST} huruf.`,
  send: 'Kirim jawaban',
  all: 'Semua keberatan',
  done: 'Jawaban terkirim.',
} as const

export function answerTold(problem: AnswerProblem, now: Date, zone: Zone): Told {
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
        topic: 'meja-layanan',
        field: ANSWER_FIELD,
      }
    case 'reasonTooLong':
      return {
        text: `Tulis paling banyak ${REASON_MOST} huruf.`,
        topic: 'meja-layanan',
        field: ANSWER_FIELD,
      }
    case 'oneself':
      return { text: 'Keberatan Anda sendiri dijawab admin lain.', topic: 'meja-layanan' }
    case 'ownReading':
      return { text: 'Yang Anda baca sendiri dijawab admin lain.', topic: 'meja-layanan' }
  }
}
