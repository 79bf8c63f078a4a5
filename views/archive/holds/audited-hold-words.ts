import type { Zone } from '#domain/agency.ts'
import type { Hold } from '#domain/archive/hold.ts'
import { daysText, momentText } from '../../parts/time-words.ts'

export const AUDITED_HOLDS = {
  title: 'Penahanan arsip semua instansi',
  lead: 'Setiap penahanan beserta dasar, perkara, peninjauan, dan pencabutannya, termasuk yang dirahasiakan dari pegawainya. Setiap pembacaan halaman dicatat.',
  ask: 'Cari penahanan',
  from: 'Dipasang sejak',
  to: 'Dipasang sampai',
  none: 'Belum ada penahanan.',
  noneFound: 'Tidak ada penahanan yang cocok. Ubah pilihan di atas.',
} as const

export const AUDITED_HOLD = {
  title: 'Penahanan arsip',
  covered: 'Arsip yang tercakup',
  none: 'Tidak ada arsip yang tercakup.',
  history: 'Riwayat penahanan',
  secret: 'Dirahasiakan dari pegawai',
  told: 'Pegawai diberi tahu',
  all: 'Semua penahanan',
} as const

/** Of a restore there is no agency that looks after it. */
export function holderText(agencyName: string | undefined): string {
  return agencyName ?? 'Tanpa instansi, dipasang saat basis data dipulihkan'
}

/** What a restore writes where others have the number of a case. */
const AFTER_RESTORE = 'restoreReview'

export function caseText(caseNo: string): string {
  return caseNo === AFTER_RESTORE ? 'Peninjauan setelah pemulihan' : caseNo
}

type Names = { askerName: string | undefined; agreerName: string | undefined }

/** Who lifted it with whom and why, and how long it was on: as far as it has come. */
export function liftTexts(
  hold: Hold & Names,
  { now, zone }: { now: Date; zone: Zone },
): (readonly [label: string, text: string])[] {
  const { placedAt, askerName = '', agreerName = '' } = hold
  if (hold.state === 'on') return [['Lama penahanan', `sudah ${daysText(placedAt, now)}`]]
  const { lift } = hold
  const asked = [
    ['Pencabutan diajukan', `${askerName}, ${momentText(lift.at, zone)}`],
    ['Alasan pencabutan', lift.reason],
  ] as const
  if (hold.state === 'liftAsked')
    return [...asked, ['Lama penahanan', `sudah ${daysText(placedAt, now)}`]]
  const { liftedAt } = hold
  return [
    ...asked,
    ['Pencabutan disetujui', `${agreerName}, ${momentText(liftedAt, zone)}`],
    ['Menunggu persetujuan', daysText(lift.at, liftedAt)],
    ['Lama penahanan', daysText(placedAt, liftedAt)],
  ]
}
