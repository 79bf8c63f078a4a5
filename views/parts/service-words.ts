import type { LegalPosition, Service } from '#domain/import/service.ts'

/** As SIASN names them (kedudukan hukum). */
const POSITIONS: Record<string, string> = {
  '01': 'Aktif',
  '02': 'CLTN',
  '03': 'Tugas belajar',
  '04': 'Pemberhentian sementara',
  '05': 'Penerima uang tunggu',
  '06': 'Prajurit wajib',
  '07': 'Pejabat negara',
  '08': 'Kepala desa',
  '09': 'Dalam proses banding BAPEK',
  '11': 'Pegawai titipan',
  '12': 'Pengungsi',
  '13': 'Perpanjangan CLTN',
  '14': 'PNS yang dinyatakan hilang',
  '15': 'PNS kena hukuman disiplin',
  '16': 'Pemindahan dalam rangka penurunan jabatan',
  '20': 'Masa persiapan pensiun',
  '51': 'CPNS yang belum menerima SK CPNS',
  '52': 'Tidak aktif',
  '66': 'Diberhentikan',
  '67': 'Punah',
  '68': 'Eks PNS Timor Timur',
  '69': 'TMS dari pengadaan',
  '70': 'Pembatalan NIP',
  '77': 'Pemberhentian tanpa hak pensiun',
  '88': 'Pemberhentian dengan hak pensiun',
  '89': 'Tidak aktif tetapi diusulkan pensiun',
  '90': 'Tidak ikut PUPNS 2015',
  '91': 'Tindak pidana atau tindak pidana jabatan',
  '92': 'Pemblokiran data PNS',
  '98': 'Mencapai BUP',
  '99': 'Pensiun',
}

export function positionText(position: LegalPosition | undefined): string {
  return (position && POSITIONS[position]) ?? 'belum tercatat'
}

export function serviceText({ position, ending }: Service): string {
  const ended = ending ? `, jenis pemberhentian ${ending}` : ''
  return `${positionText(position)}${ended}`
}
