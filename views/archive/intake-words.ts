import {
  type IntakeNote,
  type IntakeRefusal,
  PHOTO_CAPS,
  type PhotoRefusal,
} from '#domain/archive/intake.ts'
import type { NotScanned, ScanAnswer } from '#domain/archive/scan.ts'

/** What is wrong, and what the person can do about it. */
export type RefusalWords = { reason: string; step: string }

export function intakeRefusalWords(reason: IntakeRefusal): RefusalWords {
  return { reason: REASONS[reason], step: STEPS[reason] }
}

export function photoRefusalWords(refusal: PhotoRefusal): RefusalWords {
  const { reason, step } = PHOTOS[refusal.kind]
  return { reason: 'picture' in refusal ? `Foto ke-${refusal.picture} ${reason}` : reason, step }
}

export function intakeNoteText(note: IntakeNote): string {
  return NOTES[note]
}

/** What is not known to be clean says so to each reader. */
export function scanText(answer: ScanAnswer): string {
  switch (answer.kind) {
    case 'scanClean':
      return 'Sudah dipindai: tidak ditemukan hal berbahaya.'
    case 'scanFound':
      return 'Terdeteksi berbahaya.'
    case 'notScanned':
      return `Belum dipindai: ${NOT_SCANNED[answer.why]}.`
  }
}

const REASONS: Record<IntakeRefusal, string> = {
  emptyFile: 'Berkas kosong.',
  notPdf: 'Ini bukan berkas PDF.',
  typeMismatch: 'Isi berkas adalah gambar. Pakai menu "Unggah foto".',
  headerNotAtStart: 'PDF diawali data lain. Simpan ulang sebagai PDF.',
  dataAfterEnd: 'Ada data lain setelah akhir PDF. Simpan ulang sebagai PDF.',
  damagedStructure: 'PDF rusak atau terpotong. Unduh atau pindai ulang.',
  encryptedPdf: 'PDF dikunci sandi. Unggah versi tanpa sandi.',
  activeContent: 'PDF memuat skrip atau perintah. Cetak ke PDF, lalu unggah hasilnya.',
  embeddedFile: 'PDF memuat lampiran. Unggah tiap berkas sendiri.',
  tooManyPages: 'Jumlah halaman melebihi batas.',
  tooComplex: 'PDF terlalu rumit untuk diperiksa. Cetak ke PDF, lalu unggah hasilnya.',
  tooLarge: 'Ukuran berkas melebihi batas.',
  malwareFound: 'Berkas terdeteksi berbahaya dan tidak dapat dibuka.',
  identicalTwin: 'Berkas yang sama sudah ada di arsip Anda.',
}

const PRINT_TO_PDF =
  'Caranya: buka berkas itu di komputer, pilih Cetak, lalu pilih printer "Simpan sebagai PDF".'
const SAVE_AGAIN =
  'Caranya: buka berkas itu di aplikasi pembaca PDF, lalu pilih Simpan sebagai PDF.'

const STEPS: Record<IntakeRefusal, string> = {
  emptyFile: 'Periksa berkas di perangkat Anda. Bila ukurannya 0, unduh atau pindai ulang.',
  notPdf: 'Pilih berkas PDF. Dokumen Word dapat disimpan sebagai PDF lebih dahulu.',
  typeMismatch: 'Portal menjadikannya PDF di sana.',
  headerNotAtStart: SAVE_AGAIN,
  dataAfterEnd: SAVE_AGAIN,
  damagedStructure: 'Pastikan berkas dapat dibuka di perangkat Anda sebelum diunggah.',
  encryptedPdf: PRINT_TO_PDF,
  activeContent: PRINT_TO_PDF,
  embeddedFile:
    'Simpan lampirannya lebih dahulu. Untuk dokumen utama, pilih Cetak, lalu "Simpan sebagai PDF".',
  tooManyPages: 'Unggah halaman dokumen ini saja. Dokumen lain mempunyai tempatnya sendiri.',
  tooComplex: PRINT_TO_PDF,
  tooLarge: 'Pindai ulang dengan 150–200 dpi, atau kecilkan PDF, lalu unggah hasilnya.',
  malwareFound:
    'Periksa perangkat Anda dengan antivirus, lalu minta dokumen itu lagi dari penerbitnya.',
  identicalTwin: 'Berkas ini tidak perlu diunggah lagi. Lihat versi yang sudah ada.',
}

const PHOTO_AGAIN = 'Foto ulang halaman itu, lalu unggah lagi.'

const PHOTOS: Record<PhotoRefusal['kind'], RefusalWords> = {
  noPicture: { reason: 'Belum ada foto.', step: 'Pilih foto setiap halaman, urut dari halaman 1.' },
  tooManyPictures: {
    reason: `Jumlah foto lebih dari ${PHOTO_CAPS.pictures}.`,
    step: 'Pilih foto dokumen ini saja.',
  },
  tooLarge: {
    reason: 'Foto terlalu banyak untuk satu berkas, juga setelah diperkecil.',
    step: 'Pindai kertasnya menjadi PDF hitam putih atau abu-abu, lalu unggah PDF itu.',
  },
  tooComplex: {
    reason: 'Foto tidak dapat diolah.',
    step: 'Foto ulang dengan kamera HP biasa, atau pindai kertasnya menjadi PDF.',
  },
  notPicture: {
    reason: 'bukan foto JPEG atau PNG.',
    step: 'Pilih foto JPEG. Di iPhone: Pengaturan, Kamera, Format, Paling Kompatibel.',
  },
  damagedPicture: { reason: 'rusak atau terpotong.', step: PHOTO_AGAIN },
  tooManyPixels: {
    reason: `lebih dari ${PHOTO_CAPS.megapixels} megapiksel.`,
    step: 'Pilih ukuran foto yang lebih kecil di kamera HP, lalu foto ulang.',
  },
  pictureTooLarge: {
    reason: `lebih dari ${PHOTO_CAPS.megabytes} MB.`,
    step: 'Pilih ukuran foto yang lebih kecil di kamera HP, lalu foto ulang.',
  },
}

const NOTES: Record<IntakeNote, string> = {
  signaturePresent: 'Memuat tanda tangan, belum diperiksa.',
}

const NOT_SCANNED: Record<NotScanned, string> = {
  off: 'pemindaian tidak dipakai',
  absent: 'pemindai tidak dapat dihubungi',
  slow: 'pemindai tidak menjawab pada waktunya',
  oversize: 'berkas lebih besar daripada yang diterima pemindai',
  misunderstood: 'jawaban pemindai tidak dapat dibaca',
}
