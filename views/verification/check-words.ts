import type { Told } from '../parts/problem.tsx'
import { waitText } from '../parts/time-words.ts'
import { STALE } from '../sign-in/sign-in-words.ts'

export const CHECK = {
  title: 'Verifikasi keaslian dokumen',
  lead: 'Periksa apakah sebuah berkas sama persis dengan yang diverifikasi di ASN Digital, dan apakah masih berlaku. Siapa pun boleh memeriksa, tanpa akun.',
  scan: 'Ada QR di lembar verifikasi? Pindai dengan kamera HP: tautannya membuka halaman ini dengan kode yang sudah terisi.',
  private:
    'Berkas tidak dikirim ke mana pun: sidiknya (SHA-256) dihitung, dan dicocokkan dengan log bertanda tangan, di perangkat ini.',
  notPaper:
    'Yang diperiksa berkas PDF-nya, bukan tulisan pada lembar verifikasi atau kertas lain. Hanya ada kertas atau foto? Mintalah PDF-nya kepada pemiliknya.',
  nothingTold:
    'Jawaban tidak memuat nama, NIP, atau jenis dokumen: bacalah sendiri pada berkasnya.',
  panel: 'Periksa di perangkat ini',
  code: 'Kode di lembar verifikasi',
  codeHint: 'Boleh tautan lengkap, dengan spasi, huruf besar atau kecil.',
  codeOptional:
    'Tidak ada kode? Kosongkan; hanya sidik berkas yang ditanyakan kepada server, bukan berkasnya.',
  file: 'Berkas yang diperiksa',
  fileHint: 'Pilih PDF aslinya, atau seret ke sini. Berapa pun besarnya.',
  kept: 'Punya berkas bukti (.tlog-proof)?',
  keptFile: 'Berkas bukti',
  keptHint: 'Bersama kode dan berkasnya, pemeriksaan berjalan tanpa internet.',
  check: 'Periksa',
  cancel: 'Batalkan',
} as const

/** What a script says while it works. */
export const CHECK_STEPS = {
  hashing: 'Menghitung sidik berkas …',
  asking: 'Memeriksa log …',
  cancelled: 'Dibatalkan.',
  noFile: 'Pilih berkas yang akan diperiksa.',
  codeRead: 'Kode sudah terisi dari tautan. Tinggal memilih berkasnya.',
  notACode:
    'Kode tidak dikenali. Salin seluruhnya, dari angka pertama sampai huruf terakhir, atau kosongkan bila hanya ada berkasnya.',
  proofNeedsCode: 'Dengan berkas bukti, kode juga diperlukan.',
} as const

export const BY_HAND = {
  title: 'Tanpa JavaScript, atau dengan sidik yang dihitung sendiri',
  lead: 'Di komputer, buka terminal di folder berkas itu, jalankan perintah di bawah dengan nama berkas Anda, lalu ketik hasilnya. Berkas tetap di perangkat Anda; yang mencocokkannya dengan log adalah server kami.',
  commands: [
    ['Windows', 'certutil -hashfile "berkas.pdf" SHA256'],
    ['macOS', 'shasum -a 256 "berkas.pdf"'],
    ['Linux', 'sha256sum "berkas.pdf"'],
  ],
  android:
    'Windows: buka foldernya, ketik cmd pada kotak alamat di atas, lalu tekan Enter. HP Android: pakai pengelola berkas yang menampilkan SHA-256 (checksum), atau aplikasi Termux dengan perintah Linux.',
  sha256: 'SHA-256 berkas',
  sha256Hint:
    '64 huruf dan angka; boleh seluruh baris yang tampil. Kosongkan untuk kode berita acara.',
  codeHint:
    'Boleh tautan lengkap dari QR; tanpa JavaScript kodenya tidak terisi sendiri. Kosongkan bila tidak ada.',
  check: 'Periksa sidik',
  upload: 'Di HP, atau tidak dapat menghitung sidik? Kirim berkasnya',
  warning:
    'Perhatian: dengan cara ini berkas meninggalkan perangkat Anda dan dikirim ke server kami. Sidiknya dihitung selagi diterima, dan berkasnya tidak disimpan di mana pun. Paling besar 200 MB.',
  fileHint: 'Paling besar 200 MB.',
  uploadCheck: 'Kirim dan periksa',
} as const

export const CHECK_FIELDS = {
  code: 'kode',
  sha256: 'sidik',
  uploadCode: 'kode-kiriman',
  file: 'kiriman',
} as const

/** Why a form comes back that was not looked up. */
export type CheckProblem =
  | { kind: 'notACode'; of: 'form' | 'upload' }
  | { kind: 'sha256Missing' }
  | { kind: 'notASha256' }
  | { kind: 'fileMissing' }
  | { kind: 'fileTooLarge' }
  | { kind: 'slowed'; until: Date }
  | { kind: 'stale' }

export function checkTold(problem: CheckProblem, now: Date): Told {
  const topic = 'memeriksa-keaslian' as const
  switch (problem.kind) {
    case 'notACode':
      return {
        text: CHECK_STEPS.notACode,
        topic,
        field: problem.of === 'form' ? CHECK_FIELDS.code : CHECK_FIELDS.uploadCode,
      }
    case 'sha256Missing':
      return {
        text: 'Ketik SHA-256 berkas, seperti yang ditampilkan komputer Anda.',
        topic,
        field: CHECK_FIELDS.sha256,
      }
    case 'notASha256':
      return {
        text: 'SHA-256 terdiri dari 64 huruf a–f dan angka. Salin seluruhnya.',
        topic,
        field: CHECK_FIELDS.sha256,
      }
    case 'fileMissing':
      return { text: CHECK_STEPS.noFile, topic, field: CHECK_FIELDS.file }
    case 'fileTooLarge':
      return {
        text: 'Berkas lebih besar dari 200 MB. Hitung sidiknya di komputer Anda, lalu ketik pada isian sidik.',
        topic,
        field: CHECK_FIELDS.file,
      }
    case 'slowed':
      return {
        text: `Terlalu banyak pemeriksaan dari jaringan ini atau di seluruh portal. Coba lagi ${waitText(now, problem.until)} lagi.`,
        topic,
      }
    case 'stale':
      return STALE
  }
}
