import type { HelpText } from './help-text.ts'

export const NOT_ME: HelpText = {
  heading: 'Surat dari ASN Digital, dan Bukan saya',
  why: 'Setiap kejadian penting di akun Anda, misalnya masuk dari browser baru, diberitahukan ke semua email Anda yang terdaftar.',
  steps: [
    'Cocokkan waktu, browser, dan jaringan di surat dengan kegiatan Anda sendiri. Cocok? Tidak ada yang perlu dilakukan.',
    'Tidak cocok? Buka tautan Bukan saya di surat itu dalam 48 jam, lalu tekan Ya, ini bukan saya. Membuka tautan saja tidak mengubah apa pun.',
    {
      text: 'Setelah itu semua sesi berakhir dan akun Anda ditahan.',
      link: 'Akun ditahan',
      topic: 'akun-ditahan',
    },
    'Tautan sudah lewat 48 jam? Hubungi BKPSDM instansi Anda bila masih curiga.',
    'Surat kami tidak pernah meminta password, kode OTP, atau kode cadangan, dan surat yang berisi kode tidak memuat tautan. Ragu? Ketik sendiri alamat ASN Digital di browser.',
  ],
  lists: [],
  office:
    'Bila surat menceritakan kejadian yang bukan dari Anda dan tautannya sudah tidak berlaku.',
}
