import type { HelpText } from './help-text.ts'

export const RECORD_TYPES: HelpText = {
  heading: 'Jenis arsip: mengubah yang diminta dari pegawai',
  why: 'Jenis arsip berlaku bagi seluruh instansi, sehingga perubahannya memerlukan dua admin nasional dan tidak boleh merugikan berkas yang sudah tersimpan.',
  steps: [
    'Buka Jenis arsip, pilih satu jenis, ubah, lalu usulkan. Satu jenis hanya menunggu satu usulan.',
    'Admin nasional lain melihat yang berubah, lalu menerapkan atau menolaknya.',
    'Tanggal yang menjadi dasar retensi tetap diminta, dan jenis yang rahasia tetap rahasia.',
    'Sesudah diterapkan, kelengkapan pegawai dihitung ulang; untuk seluruh pegawai hal itu memerlukan beberapa waktu.',
  ],
  lists: [],
  office: 'Tidak perlu. Jenis arsip ditetapkan BKN; admin nasional yang mengusulkannya di sini.',
}
