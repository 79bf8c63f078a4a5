import type { HelpText } from './help-text.ts'

export const RETENTION: HelpText = {
  heading: 'Penyusutan: retensi, aturan JRA, dan serah terima',
  why: 'Sampai kapan sebuah arsip disimpan dihitung dari aturan JRA dan tanggal peristiwa, tidak pernah diketik. Aturan contoh yang belum diverifikasi tidak mengakhiri retensi arsip apa pun.',
  steps: [
    'Aturan baru atau perubahan diusulkan arsiparis dan diputuskan pejabat penyetuju, setelah melihat perkiraan akibatnya.',
    'Aturan yang memperpendek masa simpan baru berlaku setelah 30 hari, dan tidak pernah bagi arsip yang ditahan atau sedang dinilai.',
    'Arsip pegawai yang pindah diserahkan arsiparis instansi lama dan diterima arsiparis instansi baru; perbedaan daftar disebut satu per satu.',
    'Berkas yang tidak memiliki salinan utuh disebut satu per satu di Kesehatan arsip, dengan langkah memulihkannya.',
  ],
  lists: [],
  office:
    'Tidak perlu. Aturan retensi ditetapkan pimpinan instansi; arsiparis yang mengusulkannya di sini.',
}
