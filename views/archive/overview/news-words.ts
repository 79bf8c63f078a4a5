export const NEWS = {
  title: 'Kabar arsip',
  lead: 'Apa yang dilakukan orang lain, atau portal, terhadap berkas Anda.',
  none: 'Belum ada kabar tentang arsip Anda.',
  noneOlder: 'Tidak ada kabar yang lebih lama.',
  unread: 'Baru',
  all: 'Semua kabar',
  older: 'Yang lebih lama',
  newest: 'Yang terbaru',
} as const

/** Of what concerns no one record alone. */
export const WHOLE_ARCHIVE = 'Seluruh arsip Anda'

export function allOfTypeText(type: string): string {
  return `Semua arsip jenis ${type}`
}
