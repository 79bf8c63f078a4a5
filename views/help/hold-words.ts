import type { HelpText } from './help-text.ts'

export const ARCHIVE_HOLDS: HelpText = {
  heading: 'Penahanan arsip: arsip yang tidak boleh dimusnahkan',
  why: 'Selama suatu perkara berjalan, unit hukum menahan arsip yang berkaitan: semua arsip seorang pegawai, satu jenis, atau satu arsip. Penahanan mengalahkan semua tahap pemusnahan dan tidak pernah berakhir sendiri.',
  steps: [
    'Cari pegawai, pilih yang ditahan, lalu tulis dasar, nomor perkara, dan tanggal tinjau.',
    'Pada tanggal tinjau, perpanjang bila perkaranya belum selesai, atau ajukan pencabutan.',
    'Pencabutan selalu oleh dua orang: satu mengajukan dengan alasan, pejabat unit hukum lain menyetujui.',
    'Arsip yang sedang dinilai atau menunggu pemusnahan ditarik dari usul musnah saat penahanan dipasang.',
    'Terlambat? Arsip yang kuncinya sudah dimusnahkan tidak dapat ditahan lagi. Halaman penahanan menyebut waktunya dan menautkan berita acaranya, jawaban bagi yang meminta.',
  ],
  lists: [],
  office: 'Tidak perlu. Penahanan dipasang dan dicabut unit hukum instansi Anda.',
}
