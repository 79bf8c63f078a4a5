import type { Role } from '#domain/access/mandate.ts'
import type { Zone } from '#domain/agency.ts'
import type { Happening } from '#domain/audit/event.ts'
import { browserText, networkText } from '../parts/origin-words.ts'
import { roleText } from '../parts/role-words.ts'
import { lastDayText, momentText, timeText } from '../parts/time-words.ts'

export const IF_YOU = 'Jika ini Anda, tidak ada yang perlu dilakukan.'

export const AUTOMATIC =
  'Surat ini dikirim otomatis; mohon tidak membalas. ASN Digital tidak pernah meminta password atau kode Anda lewat surat, telepon, atau pesan.'

const BY_OFFICER = 'petugas BKPSDM instansi Anda'

/** Done by an officer, whose browser says nothing to whom it is done. */
const BY_AGENCY: readonly Happening['kind'][] = [
  'lockLifted',
  'disabledByAgency',
  'enabledByAgency',
  'frozenByAgency',
  'deskNoted',
  'mailSentByAgency',
  'agencyResetAsked',
  'agencyResetApproved',
  'agencyCodeMade',
  'emailCorrectionAsked',
  'emailCorrectionApproved',
]

/** What the portal did by itself, or at the hand of somebody without an account. */
const FROM_NOWHERE: readonly Happening['kind'][] = ['mandateEnding', 'logDiffers', 'sharePinsWrong']

export const HELP = 'Bantuan'

export const SHARES_LINK = 'Tautan yang saya bagikan'

export const NOT_ME = 'Bukan saya'

/** Opening the link changes nothing, and the mail says so. */
export function ifNotYou(until: Date, zone: Zone): string {
  return `Jika ini bukan Anda, buka tautan di bawah ini paling lambat ${momentText(until, zone)}, lalu tekan tombol di halaman itu. Semua sesi akan diakhiri dan akun Anda ditahan. Membuka tautan saja tidak mengubah apa pun.`
}

export const HOW_TO_REOPEN =
  'Buka kembali lewat Reset Password (Lupa Password), dengan kode dari perangkat lama atau BKPSDM.'

export function greeting(name: string): string {
  return `Yth. ${name},`
}

/** As its owner, or a thief, has called it: no mail client may make a link of that in our mail. */
export function nameText(name: string): string {
  const plain = name.replaceAll('"', "'")
  return `"${plain.replace(/\S*(?:\/\/|www\.|@|[\p{L}\p{N}]\.\p{L})\S*/giu, '…')}"`
}

type Where = { at: Date; browser: string; network: string }

/** Where it was done from; the national data comes from no browser. */
export function factsOf(
  { at, browser, network, happening }: Where & { happening: Happening },
  zone: Zone,
): [string, string][] {
  if (happening.kind === 'importChanged')
    return [
      ['Waktu', momentText(at, zone)],
      ['Sumber', 'data kepegawaian nasional'],
    ]
  const time: [string, string] = ['Waktu', momentText(at, zone)]
  if (BY_AGENCY.includes(happening.kind)) return [time, ['Oleh', BY_OFFICER]]
  if (FROM_NOWHERE.includes(happening.kind)) return [time]
  if (happening.kind === 'mandateGiven' || happening.kind === 'mandateEnded')
    return [time, ['Oleh', 'admin yang memberi peran']]
  return [
    ['Waktu', momentText(at, zone)],
    ['Browser', browserText(browser)],
    ['Jaringan', networkText(network)],
  ]
}

export const RESET_CODE_SUBJECT = 'Kode reset Anda'

/** Also in the zone of the page that waits for the code: before sign-in it tells WIB (R-IN-01). */
export function resetCodeText(until: Date, zone: Zone): string {
  const inWib = zone === 'WIB' ? '' : ` (${timeText(until, 'WIB')})`
  return `Kode ini berlaku sampai pukul ${timeText(until, zone)}${inWib}. Ketik di halaman Reset yang sedang Anda buka, di browser yang sama.`
}

export const KEEP_CODE = 'Jangan berikan kode ini kepada siapa pun, termasuk petugas.'

export const NOT_ASKED =
  'Jika Anda tidak meminta kode ini, abaikan surat ini: tanpa kode ini tidak ada yang berubah.'

/** 1234 5678 (R-RS-02) */
export function codeText(code: string): string {
  return code.replace(/^(\d{4})(\d{4})$/, '$1 $2')
}

export const CORRECTION_CODE = {
  subject: 'Kode untuk email baru Anda',
  notAsked:
    'Jika Anda tidak meminta BKPSDM mengganti email Anda, abaikan surat ini: tanpa kode ini tidak ada yang berubah.',
} as const

/** The page is named by its way, since a mail with a code has no link (R-RS-02). */
export function correctionCodeText(until: Date, zone: Zone): string {
  return `Ketik kode ini di HP atau komputer Anda sendiri: di halaman Masuk pilih Reset, lalu Kode untuk email baru; atau, bila sudah masuk, di Akun, Email. Kode berlaku sampai ${momentText(until, zone)}.`
}

type OfficerWords = { subject: string; happened: string; next: string }

/** What officers and admins of the agency are told of somebody else. */
export function officerWords({ kind }: Pick<Happening, 'kind'>): OfficerWords {
  if (kind === 'twoPersonResetsSet') return RULE_CHANGED
  return kind === 'officerLimitReached' ? LIMIT_REACHED : REPORTED
}

/** One admin alone may loosen it, so that the others have to know. */
const RULE_CHANGED: OfficerWords = {
  subject: 'Aturan reset MFA instansi Anda diubah',
  happened:
    'Seorang admin instansi Anda mengubah aturan apakah setiap reset MFA harus disetujui petugas kedua.',
  next: 'Lihat aturan yang berlaku sekarang di Pengaturan meja layanan. Bila ini tidak disepakati, kembalikan dan tanyakan kepadanya.',
}

const REPORTED: OfficerWords = {
  subject: 'Seorang pegawai melaporkan Bukan saya',
  happened:
    'Seorang pegawai di instansi Anda melaporkan kegiatan di akunnya yang bukan dari dirinya. Semua sesi akun itu sudah diakhiri dan akunnya ditahan.',
  next: 'Pegawai itu mungkin menghubungi Anda. Pastikan dahulu bahwa benar dia orangnya: NIP dan tanggal lahir saja bukan bukti diri.',
}

const LIMIT_REACHED: OfficerWords = {
  subject: 'Batas tindakan seorang petugas tercapai',
  happened:
    'Seorang petugas di instansi Anda mencapai batas tindakan atas akun pegawai. Tindakan berikutnya ditolak.',
  next: 'Tanyakan kepada petugas itu apa yang terjadi. Bila tindakannya tidak dapat dijelaskan, akhiri perannya.',
}

/** Enough to find the person among those of the agency, and useless elsewhere. */
export function aboutFacts(
  { name, nip, at }: { name: string; nip: string; at: Date },
  zone: Zone,
): [string, string][] {
  return [
    ['Nama', name],
    ['NIP berakhiran', nip.slice(-4)],
    ['Waktu', momentText(at, zone)],
  ]
}

export const ROLE_ENDING_SUBJECT = 'Peran seorang pegawai akan berakhir'

export function roleEndingText(role: Role, until: Date, zone: Zone): string {
  return `Peran pegawai ini sebagai ${roleText(role)} berlaku sampai ${lastDayText(until, zone)}, lalu berakhir dengan sendirinya. Bila masih diperlukan, berikan lagi sebelum itu: pemberian peran memerlukan dua orang.`
}
