import type { SyntheticAgency } from './agencies.ts'
import { type Dice, makeDice } from './dice.ts'
import { NAMES, UNUSUAL } from './names.ts'
import type { SyntheticUnit } from './units.ts'

/** A person of the synthetic national file; empty text where the file says nothing. */
export type SyntheticPerson = {
  nip: string
  name: string
  kind: 'pns' | 'cpns' | 'pppk'
  agency: string
  unit: string
  userName: string
  email: string
  position: string
}

const THIS_YEAR = 2026
const PPPK_SHARE = 0.36
const WOMEN_SHARE = 0.56
/** Positions beside 01, which nearly everyone has. */
const OTHER_POSITIONS = ['02', '03', '15', '20', '52', '66', '88', '98', '99', '99', '99']

/**
 * As many people as asked, the same for the same seed. Every number is valid and given once: its
 * serial counts within birthday, appointment and sex.
 */
export function* syntheticPeople(
  count: number,
  seed: number,
  agencies: readonly SyntheticAgency[],
  units: readonly SyntheticUnit[],
): Generator<SyntheticPerson> {
  const dice = makeDice(seed)
  const unitIn = unitChooser(units)
  const chosen = agencyChooser(agencies)
  const given = new Map<number, number>()
  for (let made = 0; made < count; ) {
    const sex = dice.chance(WOMEN_SHARE) ? 'female' : 'male'
    const kind = kindOf(dice)
    const nip = numberFor(dice, kind, sex, given)
    if (!nip) continue
    made += 1
    const agency = chosen(dice)
    yield {
      nip,
      kind,
      name: nameOf(dice, sex),
      agency,
      unit: dice.chance(0.97) ? unitIn(dice, agency) : '',
      userName: dice.chance(0.05) ? `pegawai.${made}` : '',
      email: dice.chance(0.98) ? `p${nip}@instansi.example` : '',
      position: dice.chance(0.97) ? '01' : dice.oneOf(OTHER_POSITIONS),
    }
  }
}

function kindOf(dice: Dice): SyntheticPerson['kind'] {
  if (dice.chance(PPPK_SHARE)) return 'pppk'
  return dice.chance(0.03) ? 'cpns' : 'pns'
}

/** Undefined once the 999 serials of a birthday, appointment and sex are given. */
function numberFor(
  dice: Dice,
  kind: SyntheticPerson['kind'],
  sex: 'male' | 'female',
  given: Map<number, number>,
): string | undefined {
  const appointed = appointmentYear(dice, kind)
  const born = appointed - 20 - Math.floor((dice.below(100) * dice.below(100)) / 480)
  const birthday = two(1 + dice.below(12)) + two(1 + dice.below(28))
  const term = kind === 'pppk' ? 21 : 1 + dice.below(12)
  const stem = `${born}${birthday}${appointed}${two(term)}${sex === 'male' ? 1 : 2}`
  const key = Number(stem)
  const serial = (given.get(key) ?? 0) + 1
  if (serial > 999) return undefined
  given.set(key, serial)
  return stem + String(serial).padStart(3, '0')
}

function appointmentYear(dice: Dice, kind: SyntheticPerson['kind']): number {
  if (kind === 'cpns') return THIS_YEAR - 1
  return kind === 'pppk' ? 2020 + dice.below(6) : THIS_YEAR - 2 - dice.below(33)
}

/**
 * One in ten has one name only, three in ten have a third, one in a thousand a name that is seldom
 * thought of; and what millions are called stands before many others.
 */
function nameOf(dice: Dice, sex: 'male' | 'female'): string {
  if (dice.chance(0.001)) return dice.oneOf(UNUSUAL)
  const { given, second, common } = NAMES[sex]
  const first = dice.chance(0.07) ? `${common} ${dice.oneOf(given)}` : dice.oneOf(given)
  if (dice.chance(0.1)) return first
  const last = dice.oneOf(second)
  return dice.chance(0.3) ? `${first} ${dice.oneOf(given)} ${last}` : `${first} ${last}`
}

function agencyChooser(agencies: readonly SyntheticAgency[]): (dice: Dice) => string {
  const steps = 100_000
  const total = agencies.reduce((sum, { weight }) => sum + weight, 0)
  const codes = agencies.flatMap(({ code, weight }) =>
    Array<string>(Math.max(1, Math.round((weight / total) * steps))).fill(code),
  )
  return (dice) => dice.oneOf(codes)
}

function unitChooser(units: readonly SyntheticUnit[]): (dice: Dice, agency: string) => string {
  const codes = Map.groupBy(units, ({ agency }) => agency)
  return (dice, agency) => dice.oneOf(codes.get(agency) ?? []).code
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
