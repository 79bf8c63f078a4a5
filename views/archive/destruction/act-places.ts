import type { BatchAct } from '#domain/archive/destruction/acts.ts'
import type { BatchActPath, BatchDone } from '../../path-names.ts'

/** Where each act has its form. */
export const ACT_PLACES: Record<BatchAct, BatchActPath> = {
  takeSeat: 'kursi',
  leaveSeat: 'lepas-kursi',
  addPaper: 'surat',
  sign: 'tanda-tangan',
  approve: 'persetujuan',
  attend: 'kehadiran',
  start: 'pelaksanaan',
}

/** What the page of the batch says has been done. */
export const DONE: Record<BatchDone, string> = {
  disusun: 'Daftar tersusun dan menunggu panitia penilai.',
  duduk: 'Anda memegang kursi dalam daftar ini.',
  dilepas: 'Kursi dilepas.',
  dicatat: 'Surat tercatat.',
  ditandatangani: 'Tanda tangan Anda tersimpan.',
  disetujui: 'Pemusnahan disetujui. Masa tunggu dimulai dan pegawai diberi tahu.',
  hadir: 'Kehadiran Anda tercatat, berlaku 15 menit.',
  dimulai: 'Pelaksanaan dimulai. Halaman ini menunjukkan kemajuannya.',
}

export const DONE_AFTER: Record<BatchAct, BatchDone> = {
  takeSeat: 'duduk',
  leaveSeat: 'dilepas',
  addPaper: 'dicatat',
  sign: 'ditandatangani',
  approve: 'disetujui',
  attend: 'hadir',
  start: 'dimulai',
}
