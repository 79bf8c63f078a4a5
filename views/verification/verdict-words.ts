import type { VerdictName } from '#domain/verification/verdict.ts'

/** How it looks, and what is said; `{…}` is filled in. */
export type VerdictWords = {
  tone: 'notice good' | 'problem' | 'aside'
  title: string
  text: string[]
}

const SAME =
  'Isi berkas ini sama persis dengan yang dicatat pada {hari}. Itu terbukti dari log bertanda tangan.'
const PROVEN = 'Ini juga terbukti dari log.'
const SAID =
  'Ini keterangan server kami; catatannya belum terbukti dari log. Periksa lagi beberapa saat lagi.'
const NEWER =
  'Kemudian versi {pengganti} diverifikasi sebagai gantinya. Mintalah versi terbaru kepada pemiliknya.'
const REVOKED =
  'Kemudian verifikasinya dicabut. Jangan dipakai sebelum Anda bertanya kepada instansi penerbitnya.'
const GONE =
  'Arsipnya kemudian dimusnahkan menurut prosedur; berkas ini tinggal salinan. Tanyakan kepada instansi penerbitnya apakah masih berlaku.'
const NOTHING_SAID = 'Ini tidak mengatakan apa pun tentang berkas Anda.'

export const VERDICTS: Record<VerdictName, VerdictWords> = {
  'genuine-said': {
    tone: 'notice good',
    title: 'Asli dan berlaku',
    text: [
      SAME,
      'Menurut server kami, sampai saat ini tidak ada versi yang lebih baru dan verifikasinya tidak dicabut.',
    ],
  },
  'genuine-notChecked': {
    tone: 'notice good',
    title: 'Asli; keadaan terbaru belum dapat diperiksa',
    text: [
      SAME,
      'Keterangan terbaru dari server kami belum ada, jadi belum diketahui apakah dokumen ini kemudian diganti, dicabut, atau dimusnahkan.',
    ],
  },
  'genuineSuperseded-proven': {
    tone: 'aside',
    title: 'Asli, sudah diganti versi {pengganti}',
    text: [SAME, NEWER, PROVEN],
  },
  'genuineSuperseded-said': {
    tone: 'aside',
    title: 'Asli, sudah diganti versi {pengganti}',
    text: [SAME, NEWER, SAID],
  },
  'genuineRevoked-proven': {
    tone: 'problem',
    title: 'Asli, verifikasi dicabut',
    text: [SAME, REVOKED, PROVEN],
  },
  'genuineRevoked-said': {
    tone: 'problem',
    title: 'Asli, verifikasi dicabut',
    text: [SAME, REVOKED, SAID],
  },
  'destroyed-proven': { tone: 'aside', title: 'Sudah dimusnahkan', text: [SAME, GONE, PROVEN] },
  'destroyed-said': { tone: 'aside', title: 'Sudah dimusnahkan', text: [SAME, GONE, SAID] },
  listDestroyed: {
    tone: 'notice good',
    title: 'Sudah dimusnahkan',
    text: [
      'Daftar arsip dengan sidik yang tercetak di berita acara ini dicatat sebagai sudah dimusnahkan pada {hari}. Itu terbukti dari log bertanda tangan.',
      'Yang diperiksa hanya kodenya, bukan kertas atau berkas yang memuatnya: cocokkan sidik itu dengan SHA-256 berkas daftarnya.',
    ],
  },
  differs: {
    tone: 'problem',
    title: 'Berubah, tidak sama dengan yang tercatat',
    text: [
      'Berkas ini bukan berkas yang dicatat dengan kode itu pada {hari}. Perubahan sekecil apa pun membuat isinya berbeda, begitu pula memotret, memindai, atau menyimpannya ulang.',
      'Kode diketik sendiri? Periksa dahulu setiap hurufnya, atau kosongkan dan periksa berkasnya saja. Bila kodenya benar, jangan dipakai: minta berkas aslinya kepada pemiliknya.',
    ],
  },
  unknown: {
    tone: 'problem',
    title: 'Tidak dikenal',
    text: [
      'Tidak ada dokumen terverifikasi dengan kode atau sidik ini di log kami. Periksa kembali kode dan berkasnya: yang dikenal hanya PDF aslinya, bukan foto atau pindaiannya.',
    ],
  },
  'notChecked-noLog': {
    tone: 'aside',
    title: 'Belum dapat diperiksa',
    text: [`Log belum dapat dibaca. ${NOTHING_SAID} Periksa sambungan internet, lalu coba lagi.`],
  },
  'notChecked-notSigned': {
    tone: 'aside',
    title: 'Belum dapat diperiksa',
    text: [
      `Log yang dibaca tidak ditandatangani dengan kunci kami, jadi tidak dapat dipercaya. ${NOTHING_SAID}`,
      'Coba dengan jaringan lain; bila tetap begitu, laporkan kepada BKN.',
    ],
  },
  'notChecked-notIncluded': {
    tone: 'aside',
    title: 'Belum dapat diperiksa',
    text: [
      `Catatan yang dibaca tidak cocok dengan log yang ditandatangani. ${NOTHING_SAID}`,
      'Muat ulang halaman lalu coba lagi; bila tetap begitu, laporkan kepada BKN.',
    ],
  },
  'notChecked-notOurProof': {
    tone: 'aside',
    title: 'Belum dapat diperiksa',
    text: [
      `Berkas bukti ini rusak atau bukan bukti untuk kode itu. ${NOTHING_SAID} Pilih berkas .tlog-proof yang benar, atau periksa tanpa berkas bukti.`,
    ],
  },
  'notChecked-slowed': {
    tone: 'aside',
    title: 'Belum dapat diperiksa',
    text: [
      `Terlalu banyak pemeriksaan dari jaringan ini atau di seluruh portal. ${NOTHING_SAID} Coba lagi semenit lagi; bila masih sama, sejam lagi.`,
    ],
  },
  'notChecked-unreadable': {
    tone: 'aside',
    title: 'Belum dapat diperiksa',
    text: ['Berkas itu tidak dapat dibaca oleh browser Anda. Pilih sekali lagi.'],
  },
}

export const VERDICT_WORDS = {
  at: 'Dicatat',
  index: 'Nomor catatan di log',
  version: 'Versi',
  keep: 'Simpan bukti (.tlog-proof)',
  keepHint:
    'Dengan berkas bukti, kode, dan berkasnya, keaslian dapat diperiksa tanpa internet, juga bila portal ini sudah tidak ada.',
} as const
