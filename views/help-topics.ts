/** What only those ask who act for others; on a page of its own, which nobody else has to load. */
const OFFICE_TOPICS = [
  'peran',
  'meja-layanan',
  'verifikasi',
  'impor-nasional',
  'penahanan-arsip',
  'pemusnahan',
  'penyusutan',
  'jenis-arsip',
  'situs-penyemat',
] as const

/** Likewise about the archive, which nobody needs who cannot sign in. */
const ARCHIVE_TOPICS = [
  'arsip-saya',
  'unggah-berkas',
  'berbagi-berkas',
  'tautan-berbagi',
  'unduh-arsip',
  'memeriksa-keaslian',
  'arsip-diusulkan-musnah',
] as const
export type HelpPage = 'own' | 'office' | 'archive'
export const HELP_PAGES: Record<HelpPage, string> = {
  own: '/bantuan',
  office: '/bantuan/petugas',
  archive: '/bantuan/arsip',
}

export function helpPageOf(topic: HelpTopic): HelpPage {
  if (OFFICE_TOPICS.some((one) => one === topic)) return 'office'
  return ARCHIVE_TOPICS.some((one) => one === topic) ? 'archive' : 'own'
}

/** The paragraphs of /bantuan that pages and refusals link to. */
export type HelpTopic =
  | 'persiapan'
  | 'aktivasi'
  | 'nip-atau-password-salah'
  | 'terlalu-banyak-percobaan'
  | 'akun-nonaktif'
  | 'akun-ditahan'
  | 'bukan-saya'
  | 'password-baru'
  | 'kode-salah'
  | 'jam-hp'
  | 'qr-tidak-terbaca'
  | 'qr-lama'
  | 'ganti-hp'
  | 'kode-bkpsdm'
  | 'kode-cadangan'
  | 'lupa-password'
  | 'email-tidak-aktif'
  | 'kode-email'
  | 'sesi-berakhir'
  | 'halaman-tidak-berlaku'
  | 'halaman-tidak-ada'
  | 'server-sibuk'
  | 'tanpa-javascript'
  | 'arsip-diusulkan-musnah'
  | (typeof ARCHIVE_TOPICS)[number]
  | (typeof OFFICE_TOPICS)[number]
