import { readFile } from 'node:fs/promises'
import type { Scope } from '#domain/access/scope.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { Sql } from '#src/store/database.ts'
import { inScope } from '#src/store/scope.ts'
import { makeDice } from '#src/synthetic/dice.ts'
import { NAMES } from '#src/synthetic/names.ts'

type Search = { kind: string; words: string[] } | { kind: string; number: string }

const EACH = 40
const PAGE = 26
const dice = makeDice(4)
const name = () => {
  const { given, second } = dice.chance(0.5) ? NAMES.female : NAMES.male
  return { given: dice.oneOf(given), middle: dice.oneOf(given), second: dice.oneOf(second) }
}
const letter = () => String.fromCharCode(97 + dice.below(26))
const two = (number: number) => String(number).padStart(2, '0')
const birth = () => `${1962 + dice.below(42)}${two(1 + dice.below(12))}${two(1 + dice.below(28))}`

/** What officers type, from the commonest to what nobody is called. */
const KINDS: Record<string, () => string[] | string> = {
  'a very common name': () => [dice.oneOf(['Siti', 'Muhammad', 'Sri', 'Nur'])],
  'a name': () => [name().given],
  'a last name': () => [name().second],
  'two letters': () => [letter() + letter()],
  'half a name': () => [name().second.slice(0, 4)],
  'three words': () => Object.values(name()),
  'words of nobody': () => [`${name().second}${letter()}q`],
  'year of birth': () => birth().slice(0, 4),
  'year and month': () => birth().slice(0, 6),
  'date of birth': () => birth(),
}

/** Of wall time and of processor time, which others on the machine do not change. */
export type Times = { kind: string; took: Summary; worked: Summary }

type Summary = { p50: number; p95: number; max: number }

/** How long the server took for the first page of each, in the largest agency; plans of those above `slow`. */
export async function searchTimes(sql: Sql, slow: number): Promise<Times[]> {
  const [agency] = await sql<{ id: AgencyId }[]>`select id from agencies where code = '2001'`
  if (!agency) throw new Error('no agency to search in')
  const scope: Scope = { reach: 'agency', agency: agency.id, unit: undefined }
  const times: Times[] = []
  for (const [kind, make] of Object.entries(KINDS)) {
    const took: number[] = []
    const worked: number[] = []
    for (let count = 0; count < EACH; count += 1) {
      const asked = make()
      const search = typeof asked === 'string' ? { kind, number: asked } : { kind, words: asked }
      const one = await serverTime(sql, scope, search)
      took.push(one.took)
      worked.push(one.worked)
      if (one.worked > slow) process.stdout.write(`slow: ${JSON.stringify(search)} ${one.worked}\n`)
    }
    times.push({ kind, took: summary(took), worked: summary(worked) })
  }
  return times
}

/** Of one search with its planning; `sql` has one connection, whose process it is. */
async function serverTime(sql: Sql, scope: Scope, search: Search) {
  const [server] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
  const before = await processorTime(server?.pid)
  const rows = await inScope(sql, scope, new Date(), async (tx) =>
    'words' in search
      ? await tx`explain (analyze, buffers, format json)
          select find_people(${search.words}, null, null, ${PAGE})`
      : await tx`explain (analyze, buffers, format json)
          select find_by_number(${search.number}, null, null, ${PAGE})`,
  )
  const worked = (await processorTime(server?.pid)) - before
  const [plan] = rows[0]?.['queryPlan'] ?? rows[0]?.['QUERY PLAN'] ?? []
  return { took: plan['Planning Time'] + plan['Execution Time'], worked }
}

/** Milliseconds that a process ran so far, as Linux counts them. */
async function processorTime(pid: number | undefined): Promise<number> {
  const [ran] = (await readFile(`/proc/${pid}/schedstat`, 'utf8')).split(' ')
  return Number(ran) / 1e6
}

function summary(each: readonly number[]): Summary {
  const sorted = each.toSorted((one, other) => one - other)
  const at = (share: number) =>
    sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0
  return { p50: at(0.5), p95: at(0.95), max: at(1) }
}
