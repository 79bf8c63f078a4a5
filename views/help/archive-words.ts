import type { HelpText } from './help-text.ts'

export const OWN_ARCHIVE: HelpText = {
  heading: 'Arsip saya',
  why: 'Arsip Utama berisi dokumen yang dimiliki setiap ASN; Arsip Kondisional berisi dokumen yang datang bersama suatu kejadian. Yang diminta mengikuti data nasional Anda. Skor dihitung dari berkas yang sudah terverifikasi.',
  steps: [
    'Kurang? Halaman Arsip menyebut setiap dokumen yang kurang dan alasannya. Pilih Unggah di sebelahnya.',
    'Menunggu verifikasi? Verifikator instansi memeriksa yang paling lama menunggu lebih dahulu. Tidak ada yang perlu Anda lakukan.',
    'Dikembalikan? Buka berkasnya, baca alasan dan bagian yang ditandai, lalu unggah yang benar.',
    'Diminta dokumen yang tidak pernah Anda terima? Data nasional Anda mungkin keliru. Minta BKPSDM memeriksa riwayat Anda di SIASN.',
    'Tidak ada salinan yang utuh? Arsiparis memulihkannya dari cadangan. Bila Anda masih menyimpan berkasnya, kirim lagi dari halaman berkas, juga bila sama persis.',
    'Ditahan? Selama penahanan berlaku, berkas tidak dapat dimusnahkan. Anda tetap dapat membuka dan mengunduhnya.',
    'Ada yang membuka berkas Anda tanpa alasan yang Anda terima? Buka Siapa melihat berkas saya, lalu pilih Saya keberatan.',
  ],
  lists: [],
  office: 'Bila riwayat Anda di data nasional keliru, atau dokumen aslinya hilang.',
}
