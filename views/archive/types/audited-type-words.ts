import type { TypeRequest } from '#domain/archive/type-request.ts'

export const AUDITED_TYPES = {
  title: 'Usulan perubahan jenis arsip',
  lead: 'Setiap usulan beserta pengusul, pemutus, isi sebelum dan sesudahnya, dan sejak kapan berlaku. Setiap pembacaan halaman dicatat.',
  ask: 'Cari usulan jenis arsip',
  from: 'Diusulkan sejak',
  to: 'Diusulkan sampai',
  none: 'Belum ada usulan jenis arsip.',
  noneFound: 'Tidak ada usulan jenis arsip yang cocok. Ubah pilihan di atas.',
} as const

export const AUDITED_TYPE = {
  title: 'Usulan perubahan jenis arsip',
  before: 'Sebelumnya',
  changes: 'Perubahan',
  history: 'Penerapan',
  noEvents: 'Belum ada penerapan; hanya penerapan yang dicatat di log.',
  applied: 'Perubahan diterapkan',
  all: 'Semua usulan jenis arsip',
} as const

export function typeStateText(state: TypeRequest['state']): string {
  return STATES[state]
}

const STATES: Record<TypeRequest['state'], string> = {
  open: 'Menunggu keputusan',
  applied: 'Diterapkan',
  declined: 'Ditolak',
  withdrawn: 'Ditarik',
}
