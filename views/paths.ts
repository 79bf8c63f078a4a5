/** Every address that a page links to, a handler redirects to or a test asks. */
export const paths = {
  landing: '/',
  signIn: '/masuk',
  signInTooLate: '/masuk?sebab=waktu-habis',
  code: '/masuk/kode',
  recoveryCode: '/masuk/kode?cara=kode-cadangan',
  newPassword: '/masuk/password-baru',
  activation: '/aktivasi',
  recoveryCodes: '/aktivasi/kode-cadangan',
  recoveryCodesFile: '/aktivasi/kode-cadangan/unduhan',
  practice: '/aktivasi/latihan',
  practiceDone: '/aktivasi/latihan?hasil=siap',
  home: '/beranda',
  signOut: '/keluar',
  sessionClock: '/sesi/peringatan',
  sessionExtension: '/sesi/perpanjangan',
  sessionOver: '/sesi/berakhir',
  notMe: (token: string) => `/bukan-saya/${token}`,
  mailbox: '/pengembangan/surat',
  mailboxJson: '/pengembangan/surat.json',
  mailHtml: (id: string) => `/pengembangan/surat/${id}`,
  help: '/bantuan',
  helpOn: (topic: HelpTopic) => `/bantuan#${topic}`,
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
  | 'kode-cadangan'
  | 'lupa-password'
  | 'email-tidak-aktif'
  | 'sesi-berakhir'
  | 'halaman-tidak-berlaku'
  | 'halaman-tidak-ada'
  | 'server-sibuk'
  | 'tanpa-javascript'
