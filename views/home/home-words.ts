import type { AccountHold } from '#domain/account/hold.ts'
import type { Zone } from '#domain/agency.ts'
import type { PersonKind } from '#domain/person.ts'
import { countText } from '../parts/number-words.ts'
import { momentText } from '../parts/time-words.ts'
import { paths } from '../paths.ts'

export type Todo =
  | { kind: 'noRecoveryCodes' | 'recoveryCodesUnsaved' | 'fewRecoveryCodes' | 'oneDevice' }
  | {
      kind:
        | 'recordsReturned'
        | 'recordsMissing'
        | 'recordsProposed'
        | 'archiveNews'
        | 'holdsToLift'
        | 'holdsDue'
      count: number
    }
  | { kind: 'objectionsWait'; count: number; batch: string }

export const NOTHING_TO_DO = 'Tidak ada yang perlu dilakukan saat ini.'

export const SERVICES_TO_COME =
  'Layanan kepegawaian akan tampil di sini. Saat ini belum ada layanan yang dibuka.'

export const ARCHIVE = {
  heading: 'Arsip',
  text: 'Arsip Utama dan Arsip Kondisional Anda: apa yang sudah ada, apa yang masih kurang, dan siapa yang melihatnya.',
  open: 'Buka Arsip',
} as const

export const OPEN_OFFICE = 'Buka pekerjaan'

export const NO_HAT_WORN = 'Anda memegang peran, dan saat ini bertindak sebagai diri sendiri.'

export function actingText(hat: string): string {
  return `Anda bertindak sebagai ${hat}.`
}

export function kindText(kind: PersonKind): string {
  switch (kind) {
    case 'pns':
      return 'PNS'
    case 'cpns':
      return 'CPNS'
    case 'pppk':
      return 'PPPK'
  }
}

export function previousText(previousAt: Date | undefined, zone: Zone): string {
  return previousAt ? momentText(previousAt, zone) : 'Ini pertama kalinya Anda masuk.'
}

/** Nobody can lock anybody out, and the page says so (R-RL-02). */
export function failedElsewhereText(times: number): string | undefined {
  if (times === 0) return undefined
  return `Ada ${times} percobaan masuk yang gagal dari tempat lain. Anda tetap dapat masuk.`
}

export function holdText(hold: AccountHold | undefined, zone: Zone): string | undefined {
  if (!hold) return undefined
  const again = hold.because === 'reactivation' ? ' ulang' : ''
  return `Demi keamanan, berbagi, ekspor, dan perubahan email dibuka kembali pada ${momentText(hold.until, zone)} karena MFA baru diaktifkan${again}.`
}

export function todoText(todo: Todo): { text: string; link: string; path: string } {
  switch (todo.kind) {
    case 'noRecoveryCodes':
      return {
        text: 'Anda belum memiliki kode cadangan yang berlaku.',
        link: 'Buat kode cadangan',
        path: paths.recoveryCodes,
      }
    case 'recoveryCodesUnsaved':
      return {
        text: 'Kode cadangan Anda belum ditandai tersimpan.',
        link: 'Periksa kode cadangan',
        path: paths.recoveryCodes,
      }
    case 'fewRecoveryCodes':
      return {
        text: 'Kode cadangan Anda tinggal sedikit.',
        link: 'Buat kode cadangan baru',
        path: paths.recoveryCodes,
      }
    case 'oneDevice':
      return {
        text: 'Sebagai petugas Anda memerlukan dua perangkat sebelum mereset MFA orang lain.',
        link: 'Tambah perangkat',
        path: paths.newDevice,
      }
    case 'recordsReturned':
      return {
        text: `${countText(todo.count)} berkas arsip dikembalikan verifikator.`,
        link: 'Lihat alasannya dan perbaiki',
        path: paths.archiveGaps,
      }
    case 'recordsProposed':
      return {
        text: `${countText(todo.count)} berkas arsip Anda diusulkan musnah. Bila masih Anda perlukan, ajukan keberatan.`,
        link: 'Lihat yang diusulkan',
        path: paths.ownObjections,
      }
    case 'recordsMissing':
      return {
        text: `${countText(todo.count)} berkas arsip belum diunggah.`,
        link: 'Lengkapi arsip',
        path: paths.archiveGaps,
      }
    case 'objectionsWait':
      return {
        text: `${countText(todo.count)} keberatan pegawai atas usul musnah menunggu jawaban unit hukum.`,
        link: 'Buka daftarnya',
        path: paths.batch(todo.batch),
      }
    case 'holdsToLift':
      return {
        text: `${countText(todo.count)} pencabutan penahanan menunggu persetujuan pejabat unit hukum lain.`,
        link: 'Putuskan pencabutan',
        path: paths.holdsIn('pencabutan'),
      }
    case 'holdsDue':
      return {
        text: `${countText(todo.count)} penahanan arsip sudah waktunya ditinjau.`,
        link: 'Tinjau penahanan',
        path: paths.holdsIn('tinjau'),
      }
    case 'archiveNews':
      return {
        text: `Ada ${countText(todo.count)} kabar tentang arsip Anda yang belum dibaca.`,
        link: 'Baca kabar arsip',
        path: paths.archiveNews,
      }
  }
}
