export const LIFT = {
  title: 'Pencabutan penahanan',
  reason: 'Alasan mencabut',
  reasonHint: 'Sedikitnya 20 huruf, misalnya putusan yang sudah berkekuatan hukum tetap.',
  twoPeople: 'Penahanan tetap berlaku sampai pejabat unit hukum lain menyetujui pencabutannya.',
  ask: 'Ajukan pencabutan',
  own: 'Anda yang mengajukan. Pejabat unit hukum lain yang memutuskan; Anda dapat menariknya kembali.',
  others:
    'Bila disetujui, arsip yang ditahan kembali mengikuti retensinya dan dapat diusulkan musnah.',
  agree: 'Setujui pencabutan',
  keep: 'Tetap tahan',
  withdraw: 'Tarik kembali',
  back: 'Kembali ke penahanan',
} as const

export const REVIEW = {
  title: 'Peninjauan penahanan',
  lead: 'Perkaranya belum selesai? Tentukan kapan penahanan ini ditinjau lagi. Bila sudah selesai, ajukan pencabutannya.',
  until: 'Tinjau lagi pada',
  hint: 'Sesudah hari ini, paling lama satu tahun.',
  keep: 'Simpan tanggal tinjau',
} as const
