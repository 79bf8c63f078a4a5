import type { Zone } from '#domain/agency.ts'
import type { QueueAge } from '#domain/archive/queue-age.ts'
import { momentText } from '../../parts/time-words.ts'

export const AGES = {
  heading: 'Lama menunggu',
  title: 'Jumlah berkas menurut lamanya menunggu',
  since: 'Menunggu',
  records: 'Berkas',
} as const

const NAMES: Record<QueueAge, { name: string; short: string }> = {
  today: { name: 'Sejak hari ini', short: 'Hari ini' },
  oneToThree: { name: '1–3 hari', short: '1–3' },
  fourToSeven: { name: '4–7 hari', short: '4–7' },
  eightToThirty: { name: '8–30 hari', short: '8–30' },
  longer: { name: 'Lebih dari 30 hari', short: '> 30' },
}

export function queueAgeText(age: QueueAge): { name: string; short: string } {
  return NAMES[age]
}

export function agesCountedText(at: Date | undefined, zone: Zone): string {
  return at
    ? `Dihitung ${momentText(at, zone)}, setiap 10 menit.`
    : 'Belum dihitung. Angka pertama muncul dalam beberapa menit.'
}
