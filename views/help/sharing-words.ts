import type { HelpText } from './help-text.ts'

export const SHARING: HelpText = {
  heading: 'Membagikan berkas lewat tautan',
  why: 'Tautan membuka satu versi berkas yang terverifikasi bagi orang tanpa akun. Portal hanya menyimpan sidik tautan itu, bukan tautannya, jadi tautan hanya tampil di sesi yang membuatnya.',
  steps: [
    'Tautan hilang? Akhiri tautan itu, lalu buat yang baru.',
    'Ingin memperpanjang atau menambah kali dibuka? Buka tautannya di Tautan yang saya bagikan, lalu pilih Ubah batas. Paling lama 30 hari sejak dibuat.',
    'Salah kirim? Pilih Akhiri tautan: tautan langsung tertutup. Yang sudah diunduh tidak dapat ditarik kembali.',
    'Lima kali PIN salah, verifikasi dicabut, atau akun Anda ditahan: tautan berakhir dengan sendirinya.',
  ],
  lists: [],
  office: 'BKPSDM tidak dapat membagikan berkas atas nama Anda, dan tidak melihat tautan Anda.',
}

export const SHARED_LINK: HelpText = {
  heading: 'Saya menerima tautan ke berkas',
  why: 'Pemilik berkas membagikannya kepada Anda untuk waktu terbatas dan beberapa kali buka. Bagian tautan sesudah tanda # adalah kuncinya.',
  steps: [
    'Buka tautan seluruhnya. Bila kolom Tautan kosong, tempel tautan itu ke dalamnya.',
    'Diminta PIN? Tanyakan kepada pengirim. Lima kali salah menutup tautan.',
    'Sekali dibuka, berkas dapat dibaca satu jam di browser yang sama tanpa mengurangi jumlah buka.',
    'Berakhir, habis, atau ditutup? Minta tautan baru kepada pengirim.',
  ],
  lists: [],
  office: 'BKPSDM tidak dapat membuka tautan ini; hanya pengirim yang dapat membuat yang baru.',
}

export const TAKING_ALONG: HelpText = {
  heading: 'Mengunduh seluruh arsip saya',
  why: 'Portal menyusun satu berkas zip dari semua berkas Anda yang terverifikasi. Susunannya BagIt 1.0, standar terbuka, sehingga keutuhannya dapat diperiksa siapa pun tanpa ASN Digital.',
  steps: [
    'Pilih Siapkan unduhan, lalu tunggu; halamannya boleh ditutup. Unduhan disimpan 7 hari.',
    'Terputus? Lanjutkan dari daftar unduhan browser; yang sudah terunduh tidak diulang.',
    'Ekstrak zip itu ke sebuah folder (Windows: klik kanan, Ekstrak semua), lalu buka index.html di dalamnya. Cara memeriksa keutuhan ada di BACA-SAYA.txt.',
    'MFA baru diaktifkan ulang? Unduhan menunggu 24 jam, juga yang sudah siap.',
  ],
  lists: [],
  office: 'BKPSDM tidak dapat mengunduh arsip atas nama Anda.',
}
