import type { Zone } from '#domain/agency.ts'
import type { ActRefused, DeskActKind } from '#domain/desk/act.ts'
import { REASON_LEAST, REASON_MOST, type ReasonProblem } from '#domain/desk/reason.ts'
import type { Told } from '../parts/problem.tsx'
import { type ProofProblem, proofTold } from '../parts/proof-words.ts'
import { momentText } from '../parts/time-words.ts'
import type { DeskActPath } from '../path-names.ts'

/** What the page of the person says has been done. */
export type DeskDone = DeskActPath

/** Why an act comes back to its form. */
export type ActProblem = ReasonProblem | ActRefused | ProofProblem | { kind: 'stale' } | Slowed

type Slowed = { kind: 'slowed'; what: 'acts' | 'mails'; until: Date; seconds: number }

const TIMES: Record<Slowed['what'], string> = { acts: '20 tindakan', mails: '3 surat' }

/** Who may not be acted on, said on the page of the person. */
export type MayNot = { kind: 'oneself' } | { kind: 'higherRole' }

/** What is done under which address. */
export const ACT_KINDS: Record<DeskActPath, DeskActKind> = {
  'buka-kunci': 'unlock',
  penonaktifan: 'disable',
  pengaktifan: 'enable',
  penahanan: 'freeze',
  'kirim-ulang': 'resend',
  catatan: 'note',
}

export const ACT_PATHS = Object.keys(ACT_KINDS) as DeskActPath[]

type ActWords = { title: string; button: string; what: string; reason: string }

export const REASON_FIELD = 'sebab'
export const TICKET_FIELD = 'tiket'

export const REASON_HINT =
  'Sedikitnya 20 huruf. Pegawai membacanya di akunnya; jangan menulis password atau kode.'

export const WORDS: Record<DeskActKind, ActWords> = {
  unlock: {
    title: 'Buka kunci',
    button: 'Buka kunci',
    what: 'Kode dapat dicoba lagi sekarang, dan browser baru dapat masuk lagi. Jatah kode salah tidak bertambah.',
    reason: 'Alasan membuka kunci',
  },
  disable: {
    title: 'Nonaktifkan akun',
    button: 'Nonaktifkan',
    what: 'Semua sesi diakhiri dan pegawai tidak dapat masuk sampai akun diaktifkan kembali.',
    reason: 'Alasan menonaktifkan',
  },
  enable: {
    title: 'Aktifkan kembali',
    button: 'Aktifkan kembali',
    what: 'Akun kembali ke keadaan sebelum dinonaktifkan. Akun yang ditahan tetap ditahan, dan yang ditutup oleh data nasional tetap tertutup.',
    reason: 'Alasan mengaktifkan kembali',
  },
  freeze: {
    title: 'Tahan akun',
    button: 'Tahan akun',
    what: 'Untuk pegawai yang melaporkan akunnya dipakai orang lain. Semua sesi diakhiri; akun dibuka lagi hanya lewat Reset Password dengan kode dari perangkat lama atau BKPSDM.',
    reason: 'Alasan menahan',
  },
  resend: {
    title: 'Kirim surat',
    button: 'Kirim surat',
    what: 'Yang belum aktivasi menerima petunjuk aktivasi; yang lain menerima surat uji. Surat yang sampai menghapus tanda bahwa email tidak sampai.',
    reason: 'Alasan mengirim',
  },
  note: {
    title: 'Tulis catatan',
    button: 'Simpan catatan',
    what: 'Catatan dibaca oleh rekan di meja layanan dan oleh pegawai itu sendiri, dan tidak dapat diubah lagi.',
    reason: 'Catatan',
  },
}

export function mayNotText({ kind }: MayNot): string {
  switch (kind) {
    case 'oneself':
      return 'Anda tidak dapat menolong akun Anda sendiri sebagai petugas. Minta rekan Anda.'
    case 'higherRole':
      return 'Akun ini memegang peran yang lebih tinggi dari peran Anda, sehingga hanya dapat ditolong oleh admin.'
  }
}

export function doneText(done: DeskDone): string {
  switch (done) {
    case 'buka-kunci':
      return 'Kunci sudah dibuka. Minta pegawai mencoba lagi.'
    case 'penonaktifan':
      return 'Akun dinonaktifkan dan semua sesinya diakhiri.'
    case 'pengaktifan':
      return 'Penonaktifan sudah dicabut.'
    case 'penahanan':
      return 'Akun ditahan dan semua sesinya diakhiri.'
    case 'kirim-ulang':
      return 'Surat dikirim ke semua email pegawai ini. Bila tidak sampai, halaman ini akan menandainya.'
    case 'catatan':
      return 'Catatan tersimpan.'
  }
}

export function actTold(problem: ActProblem, now: Date, zone: Zone): Told {
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
    case 'reasonTooLong':
      return { text: reasonProblemText(problem), topic: 'meja-layanan', field: REASON_FIELD }
    default:
      return { text: refusedText(problem, zone), topic: 'meja-layanan' }
  }
}

function reasonProblemText(problem: ReasonProblem): string {
  return problem.kind === 'reasonTooShort'
    ? `Tulis sedikitnya ${REASON_LEAST} huruf; Anda mengetik ${problem.length}.`
    : `Tulis paling banyak ${REASON_MOST} huruf.`
}

function refusedText(problem: ActRefused | Slowed, zone: Zone): string {
  switch (problem.kind) {
    case 'nothingLocked':
      return 'Tidak ada yang terkunci pada akun ini.'
    case 'alreadyDisabled':
      return 'Akun ini sudah dinonaktifkan.'
    case 'closedByData':
      return 'Akun ini ditutup oleh data kepegawaian nasional, dan hanya data itu yang membukanya.'
    case 'notDisabled':
      return 'Akun ini tidak sedang dinonaktifkan.'
    case 'alreadyFrozen':
      return 'Akun ini sudah ditahan.'
    case 'disabled':
      return 'Akun ini dinonaktifkan, sehingga tindakan ini tidak berguna.'
    case 'noMailbox':
      return 'Pegawai ini tidak memiliki email yang tercatat.'
    case 'slowed':
      return `Batas ${TIMES[problem.what]} per hari untuk pegawai ini tercapai. Coba lagi mulai ${momentText(problem.until, zone)}.`
  }
}
