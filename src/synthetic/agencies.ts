import type { Zone } from '#domain/agency.ts'

/** `weight`: how many people it has compared with others. */
export type SyntheticAgency = { code: string; name: string; zone: Zone; weight: number }

/** 653 agencies as in February 2026: 107 central, 38 provinces, 415 regencies, 93 cities. */
const KINDS = [
  { title: 'Badan Contoh Pusat', count: 107, weight: 12 },
  { title: 'Pemerintah Provinsi Contoh', count: 38, weight: 24 },
  { title: 'Pemerintah Kabupaten Contoh', count: 415, weight: 7 },
  { title: 'Pemerintah Kota Contoh', count: 93, weight: 6 },
]
/** Four of five people live in the west. */
const ZONES: readonly Zone[] = [
  'WIB',
  'WIB',
  'WIB',
  'WITA',
  'WIB',
  'WIB',
  'WIT',
  'WIB',
  'WIB',
  'WITA',
]

/** The largest has 100,000 of 5 million people. */
const LARGEST = { code: '2001', share: 0.02 }

/** Their sizes differ as those of real ones do: the first of each kind is ten times the last. */
export function syntheticAgencies(): SyntheticAgency[] {
  const agencies = ofAllKinds()
  const others = agencies.filter(({ code }) => code !== LARGEST.code)
  const total = others.reduce((sum, { weight }) => sum + weight, 0)
  const weight = (total * LARGEST.share) / (1 - LARGEST.share)
  return agencies.map((one) => (one.code === LARGEST.code ? { ...one, weight } : one))
}

function ofAllKinds(): SyntheticAgency[] {
  return KINDS.flatMap(({ title, count, weight }, kind) =>
    Array.from({ length: count }, (_, at) => ({
      code: `${kind + 1}${String(at + 1).padStart(3, '0')}`,
      name: `${title} ${at + 1}`,
      zone: ZONES[at % ZONES.length] ?? 'WIB',
      weight: (weight * 10) / (1 + (9 * at) / count),
    })),
  )
}
