import type { HelpTopic } from '../help-topics.ts'
import type { EmbedBox } from '../path-names.ts'
import { CHECK } from '../verification/check-words.ts'
import { ACTIVATION_BOX, SIGN_IN_BOX } from './box-words.ts'

/** A box as it is shown to those who may want it; `height`: of a frame that cannot size itself. */
export type Shown = {
  box: EmbedBox | 'bantuan'
  topic?: HelpTopic
  name: string
  use: string
  height: number
}

export const SHOWN: readonly Shown[] = [
  {
    box: 'verifikasi',
    name: CHECK.title,
    use: 'Pengunjung situs Anda memeriksa apakah sebuah dokumen kepegawaian asli dan masih berlaku.',
    height: 880,
  },
  {
    box: 'masuk',
    name: SIGN_IN_BOX.title,
    use: 'Tombol masuk. Halaman masuk selalu terbuka di tab baru dan tidak pernah di dalam situs lain.',
    height: 280,
  },
  {
    box: 'bantuan',
    topic: 'jam-hp',
    name: 'Bantuan: jam HP tidak tepat',
    use: 'Satu topik dari halaman Bantuan. Ganti jam-hp dengan topik lain, yaitu tulisan sesudah tanda # pada alamat topik itu.',
    height: 1240,
  },
  {
    box: 'aktivasi',
    name: ACTIVATION_BOX.title,
    use: 'Kemajuan aktivasi instansi pemilik situs, tanpa rincian unit. Jumlah di bawah 10 orang tidak ditampilkan.',
    height: 560,
  },
]

export const EMBEDS = {
  title: 'Sematan untuk situs pemerintah',
  lead: 'Situs instansi dapat menampilkan verifikasi dokumen, tombol masuk, bantuan, dan kemajuan aktivasi ASN Digital di halamannya sendiri.',
  register: 'Mendaftarkan situs',
  steps: [
    'Instansi menulis kepada BKN: nama situs, dan satu sampai lima asal situs, misalnya https://bkd.contoh.go.id.',
    'Dua admin nasional memeriksa dan menyetujuinya. Instansi menerima kunci situs, yang bukan rahasia.',
    'Salin salah satu potongan di bawah ini, lalu ganti KUNCI dengan kunci situs. Sebelum situs terdaftar, hanya tautan di dalam potongan yang tampil.',
    'Situs berganti alamat atau tidak dipakai lagi? Tulis kepada BKN. Sematan berhenti tampil dalam satu menit sesudah pendaftaran diakhiri.',
  ],
  live: 'Contoh',
  ways: {
    element: 'Elemen asn-sematan (disarankan)',
    frame: 'Iframe biasa',
    part: 'Potongan untuk htmx 4',
  },
  wayHints: {
    element:
      'Tingginya menyesuaikan sendiri dan warnanya mengikuti halaman Anda. Bila sematan tidak dapat tampil, tautan di dalamnya yang tampil. Cukup satu script untuk seluruh halaman.',
    frame:
      'Tanpa script. Tingginya tetap; tambahkan ?skema=terang atau ?skema=gelap bila situs Anda hanya punya satu skema warna.',
    part: 'Isinya memakai gaya halaman Anda; kelasnya diawali asn-. Elemen meta cukup sekali, di dalam head, sebelum script htmx: htmx membacanya ketika dimuat.',
  },
  copy: 'Salin potongan',
  copied: 'Potongan tersalin.',
  copyByHand: 'Tidak dapat menyalin otomatis. Potongan sudah dipilih; salin dengan keyboard.',
  colours: 'Warna',
  coloursText:
    'Sematan memakai warna tautan dan latar halaman Anda. Warna yang sulit dibaca digeser sampai kontrasnya cukup (WCAG 2.2 AA). Untuk menetapkannya sendiri, isi atribut warna, dasar, dan skema, atau tambahkan pada alamat: ?warna=125a9c&dasar=ffffff&skema=terang.',
  safety: 'Keamanan dan data',
  safetyLines: [
    'Tidak ada cookie, sesi, atau pihak ketiga. Berkas yang diperiksa tidak meninggalkan perangkat pengunjung.',
    'Hanya asal yang terdaftar yang dapat menampilkan sematan. Halaman ASN Digital lainnya tidak pernah tampil di dalam situs lain; bila Anda melihatnya, laporkan kepada BKN.',
  ],
} as const

/** What a content security policy of the host page has to allow. */
export function policyText(origin: string): string {
  return `Bila situs Anda memakai Content-Security-Policy, izinkan ${origin} pada script-src dan frame-src, atau pada connect-src untuk htmx.`
}
