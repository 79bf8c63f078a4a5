import type { HelpTopic } from '../help-topics.ts'
import { paths } from '../paths.ts'
import {
  DEAD_EMAIL,
  DISABLED_ACCOUNT,
  EMAIL_CODE,
  FORGOTTEN_PASSWORD,
  HELD_ACCOUNT,
  NEW_PASSWORD,
  TOO_MANY_TRIES,
  WRONG_PASSWORD,
} from './account-words.ts'
import { ACTIVATION, PREPARATION, UNREADABLE_QR, WITHOUT_JAVASCRIPT } from './activation-words.ts'
import { AGENCY_CODE } from './agency-words.ts'
import { OWN_ARCHIVE } from './archive-words.ts'
import { CHECKING } from './check-words.ts'
import { CHANGED_PHONE, OLD_QR, PHONE_CLOCK, RECOVERY_CODES, WRONG_CODE } from './code-words.ts'
import { SERVICE_DESK } from './desk-words.ts'
import { DESTRUCTION, OWN_DESTRUCTION } from './destruction-words.ts'
import type { HelpText } from './help-text.ts'
import { ARCHIVE_HOLDS } from './hold-words.ts'
import { NATIONAL_IMPORT } from './import-words.ts'
import { NOT_ME } from './notice-words.ts'
import { RETENTION } from './retention-words.ts'
import { ROLES } from './role-words.ts'
import { BUSY_SERVER, NO_SUCH_PAGE, SESSION_OVER, STALE_PAGE } from './session-words.ts'
import { SHARED_LINK, SHARING, TAKING_ALONG } from './sharing-words.ts'
import { EMBED_SITES } from './site-words.ts'
import { RECORD_TYPES } from './type-words.ts'
import { UPLOADS } from './upload-words.ts'
import { VERIFICATION } from './verification-words.ts'

/** Every paragraph of /bantuan, in the order of the page. */
export const HELP: Record<HelpTopic, HelpText> = {
  persiapan: PREPARATION,
  aktivasi: ACTIVATION,
  'qr-tidak-terbaca': UNREADABLE_QR,
  'nip-atau-password-salah': WRONG_PASSWORD,
  'lupa-password': FORGOTTEN_PASSWORD,
  'password-baru': NEW_PASSWORD,
  'terlalu-banyak-percobaan': TOO_MANY_TRIES,
  'akun-nonaktif': DISABLED_ACCOUNT,
  'akun-ditahan': HELD_ACCOUNT,
  'kode-email': EMAIL_CODE,
  'bukan-saya': NOT_ME,
  'email-tidak-aktif': DEAD_EMAIL,
  'kode-salah': WRONG_CODE,
  'jam-hp': PHONE_CLOCK,
  'qr-lama': OLD_QR,
  'ganti-hp': CHANGED_PHONE,
  'kode-cadangan': RECOVERY_CODES,
  peran: ROLES,
  'kode-bkpsdm': AGENCY_CODE,
  'sesi-berakhir': SESSION_OVER,
  'halaman-tidak-berlaku': STALE_PAGE,
  'server-sibuk': BUSY_SERVER,
  'halaman-tidak-ada': NO_SUCH_PAGE,
  'tanpa-javascript': WITHOUT_JAVASCRIPT,
  'meja-layanan': SERVICE_DESK,
  verifikasi: VERIFICATION,
  'impor-nasional': NATIONAL_IMPORT,
  'penahanan-arsip': ARCHIVE_HOLDS,
  penyusutan: RETENTION,
  'jenis-arsip': RECORD_TYPES,
  'situs-penyemat': EMBED_SITES,
  pemusnahan: DESTRUCTION,
  'arsip-saya': OWN_ARCHIVE,
  'unggah-berkas': UPLOADS,
  'berbagi-berkas': SHARING,
  'tautan-berbagi': SHARED_LINK,
  'unduh-arsip': TAKING_ALONG,
  'memeriksa-keaslian': CHECKING,
  'arsip-diusulkan-musnah': OWN_DESTRUCTION,
}

export const HELP_PAGE = {
  title: 'Bantuan',
  lead: 'Pilih keadaan Anda, atau tulisan yang Anda lihat di layar. Di bawahnya ada sebab dan langkah berikutnya.',
  question: 'Apa yang Anda lihat?',
  examples:
    'Tulisan dalam tanda kutip sama dengan yang di layar; angka, jam, dan nama di dalamnya hanya contoh. Mencari kata? Di komputer: Ctrl+F. Di HP: menu browser, Cari di halaman.',
  screens: 'Tulisan di layar',
  seen: 'Yang Anda lihat',
  cause: 'Sebabnya',
  now: 'Yang dilakukan sekarang',
  office: 'Kapan ke BKPSDM',
  back: 'Kembali ke Apa yang Anda lihat?',
} as const

export const OFFICE_HELP = {
  title: 'Bantuan bagi petugas',
  lead: 'Untuk petugas BKPSDM, admin instansi, admin nasional, dan pemegang peran lain. Bantuan bagi semua pegawai ada di halaman Bantuan.',
  back: { label: 'Ke halaman Bantuan', path: paths.help },
} as const

export const ARCHIVE_HELP = {
  title: 'Bantuan arsip',
  lead: 'Untuk mengunggah dan melengkapi berkas kepegawaian. Bantuan lain ada di halaman Bantuan.',
  back: { label: 'Ke halaman Bantuan', path: paths.help },
} as const

export const OFFICE = {
  heading: 'Menghubungi BKPSDM',
  intro:
    'BKPSDM (di kementerian dan lembaga: Biro SDM atau Biro Kepegawaian) adalah bagian kepegawaian instansi Anda sendiri. Bila mereka tidak dapat menyelesaikannya, mereka meneruskan ke Helpdesk BKN atau Kantor Regional BKN.',
  lines: [
    'Siapkan NIP, kartu identitas, tulisan yang Anda lihat di layar, dan jamnya.',
    'NIP dan tanggal lahir saja bukan bukti diri: petugas akan memastikan bahwa itu benar Anda.',
    'Petugas tidak memerlukan password, kode OTP, atau kode cadangan Anda. Jangan menyebutkannya.',
  ],
} as const
