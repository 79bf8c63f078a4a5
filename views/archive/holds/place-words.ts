/** The form that places a hold. */
export const PLACE = {
  scope: 'Yang ditahan',
  scopeHint: 'Penahanan semua arsip juga berlaku bagi arsip yang baru masuk kemudian.',
  choose: 'Pilih arsip',
  everything: 'Semua arsip pegawai ini',
  basis: 'Dasar penahanan',
  basisHint: 'Misalnya penetapan pengadilan, permintaan penyidik, atau surat pemeriksaan.',
  caseNo: 'Nomor perkara atau surat',
  reviewOn: 'Tinjau lagi pada',
  reviewHint: 'Paling lama satu tahun. Penahanan tidak berakhir sendiri pada tanggal itu.',
  silent: 'Pemberitahuan kepada pegawai',
  silentHint: 'Rahasiakan hanya bila hukum melarang pegawai diberi tahu.',
  silentChoices: [
    { value: 'tidak', label: 'Pegawai diberi tahu' },
    { value: 'ya', label: 'Dirahasiakan dari pegawai' },
  ],
  other: 'Pegawai lain',
  gone: (names: string) => `Sudah musnah, sehingga tidak dapat ditahan lagi: ${names}.`,
  ofType: (name: string) => `Semua arsip jenis ${name}`,
  oneRecord: (name: string, stage: string, held: boolean) =>
    `Hanya ${name} (${stage.toLowerCase()}${held ? ', sudah ditahan' : ''})`,
} as const
