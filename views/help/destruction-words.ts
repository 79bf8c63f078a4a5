import type { HelpText } from './help-text.ts'

export const DESTRUCTION: HelpText = {
  heading: 'Pemusnahan arsip: dari usul sampai berita acara',
  why: 'Arsip hanya dimusnahkan bila retensinya berakhir, JRA menyatakan musnah, tidak ada peraturan yang melarang, dan tidak ada perkara. Paling sedikit enam orang yang berbeda terlibat, dan tidak seorang pun menilai arsipnya sendiri.',
  steps: [
    'Arsiparis menyusun daftar. Panitia penilai mengambil kursi, melihat setiap arsip, lalu menilainya.',
    'Ketua, kepala unit pengolah, dan arsiparis menandatangani daftar yang sama dengan Kode OTP. Bila isi daftar berubah, tanda tangan gugur; bila hanya berkurang, tetap berlaku.',
    'Pejabat penyetuju menyetujui setelah surat persetujuan dan SK penetapan dicatat dengan PDF-nya. Masa tunggu 30 hari dimulai; pegawai diberi tahu dan dapat mengajukan keberatan.',
    'Setelah masa tunggu, saksi unit hukum dan saksi unit pengawasan hadir di sesinya masing-masing, lalu pelaksana memulai dalam 15 menit.',
    'Yang gagal dicoba lagi dengan sendirinya dan tetap terlihat. Di akhir, kunci induk diganti dan berita acara terbit.',
  ],
  lists: [],
  office:
    'Tidak perlu. Penahanan oleh unit hukum menarik arsip dari daftar kapan pun sebelum kuncinya dimusnahkan.',
}

export const OWN_DESTRUCTION: HelpText = {
  heading: 'Arsip saya diusulkan musnah',
  why: 'Setelah masa simpan menurut JRA berakhir, panitia penilai instansi dapat mengusulkan pemusnahan. Anda diberi tahu dan selama masa tunggu dapat mengajukan keberatan.',
  steps: [
    'Unduh arsip yang ingin Anda simpan sendiri. Setelah dimusnahkan, isinya tidak dapat dikembalikan.',
    'Masih memerlukannya di portal? Ajukan keberatan dengan alasan sebelum masa tunggu berakhir.',
    'Unit hukum menjawab. Selama belum dijawab, arsip tidak dimusnahkan.',
  ],
  lists: [],
  office: 'Unit hukum atau unit kearsipan instansi Anda.',
}
