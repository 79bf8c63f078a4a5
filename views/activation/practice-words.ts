export const PRACTICE =
  'Latihan (boleh dilewati): ketik kode berikutnya untuk memastikan HP Anda siap.'

export const PRACTICE_DONE = 'Kode cocok. HP Anda siap dipakai untuk masuk.'
