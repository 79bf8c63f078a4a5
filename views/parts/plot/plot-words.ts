export const PLOT = {
  desc: 'Angka setiap batang ada pada tabel di bawahnya.',
  percent: 'Persen',
} as const
