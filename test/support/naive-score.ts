import type { PersonId } from '#domain/person.ts'
import type { Sql } from '#src/store/database.ts'

const HISTORIES = ['pendidikan', 'golongan', 'jabatan', 'diklat']
const PARTS: Record<string, string[]> = {
  pendidikan: ['ijazah', 'transkrip'],
  golongan: ['skKp'],
  jabatan: ['skJabatan'],
  angkaKredit: ['skPak', 'dokPak'],
  pmk: ['skPmk'],
}
const CONDITIONAL = ['pindahInstansi', 'cltn', 'pmk', 'penghargaan', 'angkaKredit', 'skp22']

/** The formula of domain.md 4.3 as one would write it at once, over what is verified; in hundredths. */
export async function naiveScore(sql: Sql, person: PersonId): Promise<number> {
  const [one] = await sql<{ kind: string }[]>`select kind from people where id = ${person}`
  const rows = await sql<{ type: string; key: string }[]>`
    select type, key from archive.history where person = ${person}`
  const verified = await sql<{ type: string; slot: string }[]>`
    select r.type, r.slot from archive.records r join archive.versions v on v.record = r.id
    where r.person = ${person} and v.status = 'verified'`
  const has = (type: string, slot: string) =>
    verified.some((found) => found.type === type && found.slot === slot)
  const isWhole = ({ type, key }: { type: string; key: string }) =>
    (PARTS[type]?.map((part) => `${key}#${part}`) ?? [key]).every((slot) => has(type, slot))
  const share = (types: readonly string[]) => {
    const own = rows.filter(({ type }) => types.includes(type))
    return own.length === 0 ? 1 : own.filter(isWhole).length / own.length
  }
  const singles = ['drh', 'd2np', 'cpns', 'spmtCpns', ...(one?.kind === 'cpns' ? [] : ['pns'])]
  const anyMain = singles.some((type) => has(type, ''))
  const points = (isGiven: boolean) => (isGiven ? 7.5 : 0)
  const main =
    7.5 +
    points(has('d2np', '')) +
    points(has('cpns', '')) +
    points(anyMain && (one?.kind === 'cpns' || has('pns', ''))) +
    HISTORIES.reduce((sum, type) => sum + 15 * share([type]), 0)
  return Math.round((main + 10 * share(CONDITIONAL)) * 100 + 1e-6)
}
