import type { Zone } from '#domain/agency.ts'
import type { BatchAct } from '#domain/archive/destruction/acts.ts'
import type { PaperRefused } from '#domain/archive/destruction/add-paper.ts'
import type { AppraisalRefused } from '#domain/archive/destruction/appraise-item.ts'
import type { ApprovingRefused } from '#domain/archive/destruction/approve-batch.ts'
import type { AnswerRefused, ObjectingRefused } from '#domain/archive/destruction/objection.ts'
import type { PaperProblem } from '#domain/archive/destruction/paper.ts'
import type { SigningRefused } from '#domain/archive/destruction/sign-manifest.ts'
import type {
  AttendingRefused,
  StartRefused,
} from '#domain/archive/destruction/start-destruction.ts'
import type { LeavingRefused } from '#domain/archive/destruction/take-seat.ts'
import type { IntakeRefusal } from '#domain/archive/intake.ts'
import { REASON_MOST, type ReasonProblem } from '#domain/desk/reason.ts'
import { countText } from '../../parts/number-words.ts'
import type { Told } from '../../parts/problem.tsx'
import { type ProofProblem, proofTold } from '../../parts/proof-words.ts'
import { momentText } from '../../parts/time-words.ts'
import { giveText, STALE } from '../../roles/give-words.ts'
import { intakeRefusalWords } from '../intake-words.ts'
import { FILE_FIELD } from '../upload-words.ts'
import { paperText, seatText } from './batch-words.ts'

export type ActWords = { title: string; button: string; what: string }

export const ACT_WORDS: Record<BatchAct, ActWords> = {
  takeSeat: {
    title: 'Ambil kursi',
    button: 'Ambil kursi',
    what: 'Satu orang memegang satu kursi dalam satu daftar. Yang mengambil kursi panitia tidak dapat menyetujui atau menyaksikan daftar ini.',
  },
  leaveSeat: {
    title: 'Lepas kursi',
    button: 'Lepas kursi',
    what: 'Kursi dapat dilepas selama Anda belum menandatangani daftar ini.',
  },
  addPaper: {
    title: 'Catat surat',
    button: 'Simpan',
    what: 'Catat nomor, tanggal, dan penerbit setiap surat, lalu lampirkan PDF-nya. Surat disimpan selamanya bersama daftar ini.',
  },
  sign: {
    title: 'Tanda tangani daftar',
    button: 'Tanda tangani',
    what: 'Anda menyatakan sudah menilai arsipnya, bahwa retensinya berakhir, tidak ada nilai guna yang tersisa, tidak ada peraturan yang melarang, dan tidak ada perkara yang berkaitan. Setelah semua anggota menandatangani, pegawai yang bersangkutan diberi tahu.',
  },
  approve: {
    title: 'Setujui pemusnahan',
    button: 'Setujui dan mulai masa tunggu',
    what: 'Persetujuan memulai masa tunggu 30 hari. Selama itu pegawai dapat mengajukan keberatan, dan belum ada yang dimusnahkan.',
  },
  attend: {
    title: 'Hadir sebagai saksi',
    button: 'Saya hadir sebagai saksi',
    what: 'Kehadiran berlaku 15 menit. Pelaksanaan dimulai oleh pelaksana selagi kedua saksi hadir, masing-masing di sesinya sendiri.',
  },
  start: {
    title: 'Mulai pelaksanaan',
    button: 'Musnahkan arsip dalam daftar ini',
    what: 'Setelah ini kunci setiap arsip dimusnahkan dan semua salinannya dihapus. Isi arsip tidak dapat dikembalikan oleh siapa pun.',
  },
}

export const FILE_LATER = 'PDF boleh menyusul, tetapi harus ada sebelum tahap yang memerlukannya.'

export const PRESENT = 'hadir'
export const ABSENT = 'belum hadir'

export type BatchProblem =
  | SigningRefused
  | ApprovingRefused
  | AttendingRefused
  | StartRefused
  | LeavingRefused
  | PaperRefused
  | AppraisalRefused
  | AnswerRefused
  | ObjectingRefused
  | ReasonProblem
  | ProofProblem
  | { kind: PaperProblem }
  | { kind: 'fileRefused'; reason: IntakeRefusal }
  | { kind: 'fileNotChecked' }
  | {
      kind:
        | 'stale'
        | 'noLonger'
        | 'noSeat'
        | 'noPaper'
        | 'noVerdict'
        | 'noEnd'
        | 'noneTicked'
        | 'nothingToPropose'
    }

export function batchTold(problem: BatchProblem, now: Date, zone: Zone): Told {
  if (problem.kind === 'proofWrong') return proofTold(problem, now, zone)
  if (problem.kind === 'proofDue') return proofTold({ kind: 'proofDue' }, now, zone)
  const field = FIELDS[problem.kind]
  return { text: batchProblemText(problem, zone), topic: 'pemusnahan', ...(field && { field }) }
}

const FIELDS: Partial<Record<BatchProblem['kind'], string>> = {
  noNumber: 'number',
  noDate: 'dated',
  inFuture: 'dated',
  noIssuer: 'issuer',
  noSeat: 'seat',
  noPaper: 'paper',
  fileRefused: FILE_FIELD,
  fileNotChecked: FILE_FIELD,
  exceptionUnanswered: 'exception',
  exceptionKeeps: 'exception',
  noVerdict: 'verdict',
  noEnd: 'until',
  endNotLater: 'until',
  reasonTooShort: 'reason',
  reasonTooLong: 'reason',
}

type Proof = ProofProblem['kind']

function batchProblemText(problem: Exclude<BatchProblem, { kind: Proof }>, zone: Zone): string {
  switch (problem.kind) {
    case 'reasonTooShort':
      return giveText(problem, zone)
    case 'alreadySeated':
      return `Anda sudah memegang kursi ${seatText(problem.seat)} dalam daftar ini. Satu orang hanya memegang satu kursi.`
    case 'unappraised':
      return `${countText(problem.count)} arsip belum dinilai. Nilai semua arsip lebih dahulu.`
    case 'papersMissing':
      return `Surat ini belum dicatat: ${problem.papers.map(paperText).join('; ')}.`
    case 'filesMissing':
      return `PDF surat ini belum dilampirkan: ${problem.papers.map(paperText).join('; ')}.`
    case 'fileRefused':
      return refusalText(problem.reason)
    case 'waitNotOver':
      return `Masa tunggu berlangsung sampai ${momentText(problem.until, zone)}.`
    case 'objectionsOpen':
      return `${countText(problem.count)} keberatan belum dijawab. Unit hukum menjawabnya lebih dahulu.`
    case 'requestsOpen':
      return `Untuk ${countText(problem.count)} arsip masih ada permintaan terbuka: keberatan atas pembacaan, usul pencabutan verifikasi, atau serah terima. Selesaikan lebih dahulu.`
    case 'fixityUnknown':
      return `${countText(problem.count)} salinan belum diperiksa keutuhannya. Pemeriksaan berjalan dengan sendirinya; silakan coba lagi nanti.`
    case 'witnessAway':
      return `${seatText(problem.seat)} belum hadir, atau kehadirannya sudah lewat 15 menit.`
    default:
      return PLAIN[problem.kind]
  }
}

function refusalText(refusal: IntakeRefusal): string {
  const { reason, step } = intakeRefusalWords(refusal)
  return `${reason} ${step}`
}

type Plain = Exclude<
  BatchProblem['kind'],
  | Proof
  | 'reasonTooShort'
  | 'alreadySeated'
  | 'unappraised'
  | 'papersMissing'
  | 'filesMissing'
  | 'fileRefused'
  | 'waitNotOver'
  | 'objectionsOpen'
  | 'requestsOpen'
  | 'fixityUnknown'
  | 'witnessAway'
>

const PLAIN: Record<Plain, string> = {
  notItsTime: 'Tahap ini belum atau tidak lagi terbuka. Muat ulang halaman daftar.',
  notOnPanel: 'Hanya anggota panitia daftar ini yang dapat melakukannya.',
  alreadySigned: 'Anda sudah menandatangani daftar ini.',
  listChanged:
    'Isi daftar berubah sejak halaman ini dibuka. Periksa daftar yang sekarang, lalu kirim sekali lagi.',
  nothingLeft: 'Tidak ada arsip yang tersisa dalam daftar ini.',
  otherHat: 'Peran yang sedang Anda pakai tidak sesuai untuk ini.',
  ownRecord: 'Arsip Anda sendiri ada dalam daftar ini, jadi orang lain yang melakukannya.',
  seatTaken: 'Kursi itu sudah diambil orang lain.',
  notSigned: 'Daftar ini belum ditandatangani oleh semua yang harus.',
  notExecutor: 'Hanya ketua panitia atau arsiparis penyusun yang dapat melaksanakan.',
  certificateMissing: 'Catat nomor dan tanggal berita acara lebih dahulu.',
  notSeated: 'Anda tidak memegang kursi dalam daftar ini.',
  drewItUp: 'Penyusun daftar tetap anggota panitia.',
  notYours: 'Surat dicatat oleh panitia atau pejabat penyetuju.',
  itemOver: 'Arsip ini sudah keluar dari daftar.',
  endNotLater: 'Tanggal akhir baru harus sesudah hari ini.',
  alreadyAnswered: 'Keberatan ini sudah dijawab.',
  otherSeat: 'Anda ikut menilai atau menyetujui daftar ini, jadi orang lain yang menjawab.',
  tooEarly: 'Keberatan dapat diajukan setelah panitia merekomendasikan pemusnahan.',
  tooLate: 'Waktu mengajukan keberatan sudah berakhir.',
  alreadyObjected: 'Keberatan Anda sudah diterima dan dijawab satu kali untuk daftar ini.',
  noLonger: 'Peran Anda berakhir atau dilepas. Tidak ada yang diubah.',
  stale: STALE,
  reasonTooLong: `Alasan paling banyak ${REASON_MOST} huruf.`,
  noSeat: 'Pilih kursi.',
  noPaper: 'Pilih surat.',
  exceptionUnanswered: 'Jawab lebih dahulu apakah pengecualian JRA berlaku untuk arsip ini.',
  exceptionKeeps:
    'Menurut jawaban Anda pengecualian JRA berlaku, sehingga arsip ini tidak dapat dimusnahkan. Pilih permanen atau perpanjang retensinya.',
  noVerdict: 'Pilih hasil penilaian.',
  noneTicked: 'Tandai sedikitnya satu arsip.',
  noEnd: 'Ketik tanggal akhir yang baru.',
  nothingToPropose: 'Tidak ada arsip yang dapat diusulkan menurut pilihan ini.',
  noNumber: 'Ketik nomor surat.',
  noDate: 'Ketik tanggal surat.',
  inFuture: 'Tanggal surat tidak boleh sesudah hari ini.',
  noIssuer: 'Ketik penerbit surat.',
  fileNotChecked:
    'Berkas belum dapat diperiksa, jadi belum ada yang disimpan. Silakan coba lagi beberapa saat lagi.',
}
