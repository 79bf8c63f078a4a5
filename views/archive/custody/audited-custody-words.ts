import type { ArchiveEvent } from '#domain/archive/archive-event.ts'
import type { Custody, CustodyDifference } from '#domain/archive/custody.ts'
import { countText } from '../../parts/number-words.ts'

export const AUDITED_CUSTODIES = {
  title: 'Serah terima arsip semua instansi',
  lead: 'Setiap tawaran serah terima beserta kedua arsiparis, daftarnya, dan perbedaannya. Setiap pembacaan halaman dicatat.',
  ask: 'Cari serah terima',
  from: 'Ditawarkan sejak',
  to: 'Ditawarkan sampai',
  none: 'Belum ada serah terima.',
  noneFound: 'Tidak ada serah terima yang cocok. Ubah pilihan di atas.',
} as const

export const AUDITED_CUSTODY = {
  title: 'Serah terima arsip',
  items: 'Arsip dalam daftar',
  history: 'Riwayat serah terima',
  all: 'Semua serah terima',
} as const

export function stateName(state: Custody['state']): string {
  return STATES[state]
}

const STATES: Record<Custody['state'], string> = {
  offered: 'Menunggu diterima',
  accepted: 'Diterima',
  declined: 'Ditolak',
  withdrawn: 'Ditarik',
}

/** Whether what was accepted is what was offered. */
export function equalText(differences: readonly CustodyDifference[]): string {
  if (differences.length === 0) return 'Sama dengan yang ditawarkan'
  const counted = HOW.flatMap(([how, text]) => {
    const count = differences.filter((one) => one.how === how).length
    return count === 0 ? [] : [`${countText(count)} ${text}`]
  })
  return `Berbeda dari yang ditawarkan: ${counted.join(', ')}`
}

const HOW: readonly (readonly [CustodyDifference['how'], string])[] = [
  ['gone', 'tidak ada lagi'],
  ['added', 'bertambah'],
  ['changed', 'dengan versi baru'],
]

type CustodyEvent = {
  name: 'custodyOffered' | 'custodyAccepted' | 'custodyKept'
  body: ArchiveEvent['body']
}

export function custodyEventText({ name, body }: CustodyEvent): string {
  switch (name) {
    case 'custodyOffered':
      return 'Serah terima ditawarkan'
    case 'custodyAccepted':
      return 'Arsip diterima'
    case 'custodyKept':
      return body['state'] === 'withdrawn' ? 'Tawaran ditarik' : 'Tawaran ditolak'
  }
}
