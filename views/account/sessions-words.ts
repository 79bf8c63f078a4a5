import type { Zone } from '#domain/agency.ts'
import { momentText } from '../parts/time-words.ts'
import type { SessionDone } from '../path-names.ts'

export const SESSIONS =
  'Tempat-tempat akun Anda sedang terbuka. Ada yang tidak Anda kenal? Akhiri, lalu ganti password.'

export const THIS_SESSION = 'Sesi ini'

export const ONLY_SESSION = 'Tidak ada sesi lain.'

export function sinceText(
  { startedAt, activeAt }: { startedAt: Date; activeAt: Date },
  zone: Zone,
): string {
  return `Masuk ${momentText(startedAt, zone)}. Kegiatan terakhir ${momentText(activeAt, zone)}.`
}

export function sessionDoneText(done: SessionDone): string {
  switch (done) {
    case 'diakhiri':
      return 'Sesi itu sudah diakhiri.'
    case 'lainnya-diakhiri':
      return 'Semua sesi lain sudah diakhiri.'
  }
}
