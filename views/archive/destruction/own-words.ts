import type { Zone } from '#domain/agency.ts'
import { momentText } from '../../parts/time-words.ts'

export const OWN = {
  title: 'Arsip saya yang diusulkan musnah',
  lead: 'Retensi arsip ini sudah berakhir dan panitia penilai instansi Anda merekomendasikan pemusnahannya. Bila Anda masih memerlukannya, ajukan keberatan. Unduh dahulu yang ingin Anda simpan sendiri.',
  none: 'Tidak ada arsip Anda yang diusulkan musnah.',
  object: 'Ajukan keberatan',
  objectTitle: 'Keberatan atas pemusnahan',
  what: 'Keberatan dibaca dan dijawab unit hukum instansi Anda. Selama belum dijawab, arsip ini tidak dimusnahkan. Keberatan diajukan satu kali.',
  reason: 'Alasan keberatan',
  reasonHint: 'Sedikitnya 20 huruf, misalnya untuk keperluan apa arsip ini masih dibutuhkan.',
  button: 'Kirim keberatan',
  filed: 'Keberatan Anda terkirim. Jawabannya terlihat di halaman ini.',
  waiting: 'Keberatan Anda menunggu jawaban unit hukum.',
  back: 'Kembali ke daftar',
}

export function untilText(until: Date | undefined, zone: Zone): string {
  if (!until) return 'Menunggu persetujuan pejabat; keberatan sudah dapat diajukan.'
  return `Keberatan dapat diajukan sampai ${momentText(until, zone)}.`
}

export function answerText(accepted: boolean | undefined, because: string | undefined): string {
  if (accepted === undefined) return OWN.waiting
  return `Keberatan ${accepted ? 'diterima' : 'ditolak'}: ${because}`
}
