import type { IntakeRefusal } from '#domain/archive/intake.ts'
import type { ToldActor, ToldEvent, ToldName } from '#domain/archive/told-event.ts'
import type { ReturnCode } from '#domain/archive/version.ts'
import { parseCivilDate } from '#domain/zone-day.ts'
import { roleText } from '../parts/role-words.ts'
import { civilDayText } from '../parts/time-words.ts'
import { intakeRefusalWords } from './intake-words.ts'
import { returnCodeText } from './slot-words.ts'

type Told = Pick<ToldEvent, 'no' | 'body'>

/** What happened to a record, in a sentence or two. */
export function eventText({ name, ...told }: Pick<ToldEvent, 'name' | 'no' | 'body'>): string {
  const text = HAPPENED[name]
  return (typeof text === 'string' ? text : text(told)).trim()
}

/** Whose doing it was; on a page for its subject they are Anda. */
export function actorText(by: ToldActor, isOwn: boolean): string {
  switch (by.kind) {
    case 'system':
      return 'Otomatis oleh portal'
    case 'subject':
      return isOwn ? 'Oleh Anda' : 'Oleh pemilik arsip'
    case 'officer': {
      const role = by.role ? roleText(by.role) : 'petugas'
      return by.name ? `Oleh ${by.name}, ${role}` : `Oleh ${role}`
    }
  }
}

const HAPPENED: Record<ToldName, string | ((told: Told) => string)> = {
  uploadCompleted: (told) => `${versionOf(told)} diterima${fromPhotos(told)}.`,
  intakeRejected: (told) => `${versionOf(told)} ditolak pemeriksaan otomatis. ${refusedText(told)}`,
  intakePassed: (told) => `${versionOf(told)} lolos pemeriksaan otomatis dan menunggu verifikasi.`,
  malwareFound: (told) =>
    `Pemindaian ulang menemukan ${versionOf(told).toLowerCase()} berbahaya; berkas tidak dapat dibuka siapa pun. Unggah versi yang bersih.`,
  malwareCleared: (told) =>
    `Pemindaian ulang menyatakan ${versionOf(told).toLowerCase()} bersih; berkas dapat dibuka lagi.`,
  recordVerified: (told) => `${versionOf(told)} diverifikasi dan berlaku.`,
  recordReturned: (told) => `${versionOf(told)} dikembalikan. ${reasonsText(told)}`,
  uploadWithdrawn: (told) => `${versionOf(told)} dibatalkan; isinya dimusnahkan.`,
  versionSuperseded: (told) =>
    `${versionOf(told)} digantikan versi yang lebih baru; tetap tersimpan.`,
  verificationRevoked: (told) =>
    `Verifikasi ${versionOf(told).toLowerCase()} dicabut dua verifikator; berkas diperiksa lagi.`,
  recordActivated: 'Arsip menjadi aktif.',
  recordInactivated: 'Masa aktif berakhir; arsip menjadi inaktif.',
  retentionExpired: 'Masa simpan menurut JRA berakhir. Belum ada yang dimusnahkan.',
  retentionRecomputed: (told) => `Masa simpan dihitung ulang${untilText(told, 'to')}.`,
  recordMarkedPermanent: 'Ditetapkan sebagai arsip permanen.',
  appraisalStarted: 'Penilaian oleh panitia dimulai.',
  retentionExtended: (told) => `Masa simpan diperpanjang panitia${untilText(told, 'until')}.`,
  destructionRecommended: 'Direkomendasikan musnah oleh panitia penilai.',
  destructionApproved: 'Pemusnahan disetujui; masa tunggu untuk keberatan dimulai.',
  itemWithdrawn: 'Ditarik dari usul musnah.',
  destructionStarted: 'Pemusnahan dimulai di hadapan dua saksi.',
  recordDestroyed: 'Dimusnahkan. Isinya tidak dapat dikembalikan oleh siapa pun.',
  destructionStepFailed: 'Satu langkah pemusnahan gagal dan akan diulang.',
  holdPlaced: 'Penahanan dipasang: selama berlaku, arsip ini tidak dapat dimusnahkan.',
  holdLifted: 'Penahanan dicabut.',
  custodyOffered:
    'Serah terima arsip ke instansi tempat bekerja sekarang ditawarkan; sampai diterima, instansi lama tetap menyimpannya.',
  custodyAccepted: 'Arsip diserahterimakan dan sekarang disimpan instansi yang baru.',
  copyFoundDamaged: 'Satu salinan simpanan ditemukan rusak.',
  copyFoundMissing: 'Satu salinan simpanan tidak ditemukan.',
  copyRepaired: 'Salinan yang rusak sudah diganti dari salinan yang sehat.',
  recordShared:
    'Tautan yang Anda buat ditutup karena PIN lima kali salah diketik. Tanyakan kepada penerimanya; bila perlu, buat tautan baru.',
  historyRowRemoved:
    'Satu baris riwayat yang keliru dihapus; dokumen untuk baris itu tidak diminta lagi. Bila baris itu benar, mintalah BKPSDM mencatatnya kembali.',
}

function versionOf({ no }: Told): string {
  return no === undefined ? 'Berkas' : `Versi ${no}`
}

function fromPhotos({ body }: Told): string {
  return body['digitised'] === true ? ' dan dijadikan PDF dari foto' : ''
}

function refusedText({ body }: Told): string {
  return intakeRefusalWords(body['reason'] as IntakeRefusal).reason
}

function reasonsText({ body }: Told): string {
  const codes = Array.isArray(body['codes']) ? (body['codes'] as ReturnCode[]) : []
  return codes.map(returnCodeText).join(' ')
}

function untilText({ body }: Told, key: 'to' | 'until'): string {
  const day = typeof body[key] === 'string' ? parseCivilDate(body[key]) : undefined
  return day ? ` sampai ${civilDayText(day)}` : ''
}
