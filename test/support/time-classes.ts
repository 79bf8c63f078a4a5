import { setTimeout as pause } from 'node:timers/promises'
import type { PersonId } from '#domain/person.ts'
import { toStored } from '#src/secrets/password-hash.ts'
import type { Sql } from '#src/store/database.ts'
import { PASSWORD } from './builders.ts'
import { caller, type Reply } from './caller.ts'
import { sendCorrection } from './correction-rows.ts'
import { presentPasswords } from './desk.ts'
import { legacyHash } from './last-steps.ts'
import { mannWhitney, median } from './mann-whitney.ts'

/** What a name may stand for; all of them are tried with a password that is wrong (T-TIME). */
export const CLASSES = [
  'active',
  'unknown',
  'legacyHash',
  'otpLocked',
  'frozen',
  'disabled',
  'neverActivated',
  'emptyPassword',
] as const

/**
 * Both in the place of `emptyPassword`. `wrongAddress`: someone active, whose address is not known;
 * `codeSent`: someone active, to whose new mailbox a code is on its way.
 */
export type Class = (typeof CLASSES)[number] | 'wrongAddress' | 'codeSent'
export type Sample = { milliseconds: number; bytes: string }
/** By class; `active` is what the others are compared with. */
export type Samples = { active: Sample[] } & Record<string, Sample[]>

/** Steps that one person takes after the other; `go` adds what it sees to `steps`. */
export type Journey = {
  classes: readonly Class[]
  rounds: number
  steps: Record<string, Samples>
  go: (one: Class, nip: string) => Promise<void>
}

/** Median and p against *active*; `verdict` as identity.md, T-TIME, says it. */
export type Comparison = {
  class: string
  median: number
  p: number
  verdict: 'alike' | 'different'
}

export const EMAIL = 'pegawai@instansi.example'

/** One try a person, so that no counter tells classes apart; everybody has a network of their own. */
export async function addClasses(sql: Sql, each: number): Promise<void> {
  const own = toStored(await presentPasswords.hash(PASSWORD))
  const legacy = toStored(legacyHash())
  await sql`
    insert into agencies (id, code, name, zone)
    values ('00000000-0000-4000-8000-000000000001', 'T-TIME', 'Instansi Uji', 'WIB')`
  for (const one of CLASSES.filter((name) => name !== 'unknown')) {
    const hash = one === 'legacyHash' ? legacy : own
    const nips = Array.from({ length: each }, (_, at) => nipOf(one, at))
    const isNew = one === 'neverActivated'
    const state = isNew ? 'created' : one === 'frozen' || one === 'disabled' ? one : 'active'
    await sql`
      with fresh as (
        insert into people (id, name, agency, kind)
        select gen_random_uuid(), 'Contoh Pegawai', '00000000-0000-4000-8000-000000000001', 'pns'
        from unnest(${nips}::text[]) returning id
      ), numbered as (
        select id, row_number() over () as at from fresh
      ), named as (
        insert into login_identifiers (identifier, person, kind, valid_from)
        select (${nips}::text[])[at], id, 'nip', '2020-01-01' from numbered
      ), accounts_added as (
        insert into accounts (person, state, state_since, mfa, codes_locked_until)
        select id, ${state}, '2020-01-01', ${isNew ? 'none' : 'inUse'},
          ${one === 'otpLocked' ? '2099-01-01' : '1970-01-01'} from numbered
      )
      insert into passwords (person, kind, body, judged_at)
      select id, ${hash.kind}, ${sql.json(hash.body as never)}, now() from numbered`
  }
  await sql`
    insert into email_addresses (person, address, since, usable_from)
    select id, ${EMAIL}, '2020-01-01', '2020-01-01' from people
    where agency = '00000000-0000-4000-8000-000000000001'`
  await sql`analyze people, login_identifiers, accounts, passwords, devices, email_addresses`
}

/** As many are on their way, from the first person of the class on. */
export async function sendCodes(sql: Sql, { from, count }: { from: number; count: number }) {
  const nips = Array.from({ length: count }, (_, at) => nipOf('codeSent', from + at))
  const people = await sql<{ person: PersonId }[]>`
    select person from login_identifiers where identifier = any(${nips}::text[])`
  for (const { person } of people) await sendCorrection(sql, person, new Date())
}

/** A wrong password at a door. */
export function atDoor(
  url: string,
  door: string,
  { rounds, classes = CLASSES }: { rounds: number; classes?: readonly Class[] },
): Journey {
  const found = noSamples(classes)
  const go = async (one: Class, nip: string) => {
    found[one]?.push(await tryPassword(url, door, one, nip))
  }
  return { classes, rounds, steps: { [door]: found }, go }
}

export function noSamples(classes: readonly Class[]): Samples {
  const none = Object.fromEntries(classes.map((one) => [one, [] as Sample[]]))
  return { active: [], ...none }
}

/**
 * All journeys beside each other, every class of each as often as it says, in an order that changes
 * with each round: while one answer waits for its deadline, others are worked on. They begin `apart`
 * milliseconds after each other, so that not all are due together.
 */
export async function interleave(
  journeys: readonly Journey[],
  { atOnce, apart = 0, from = 0 }: { atOnce: number; apart?: number; from?: number },
): Promise<Record<string, Samples>> {
  const rounds = Math.max(...journeys.map((journey) => journey.rounds))
  const starts = journeys.map((_, at) => from + peopleFor(journeys.slice(0, at)))
  const tries = Array.from({ length: rounds }, (_, round) => {
    const due = journeys.flatMap(({ classes, rounds: own, go }, at) => {
      const turn = Math.floor((round * own) / rounds)
      const isDue = turn < Math.floor(((round + 1) * own) / rounds)
      const place = (starts[at] ?? 0) + turn
      return isDue ? classes.map((one) => () => go(one, nipOf(one, place))) : []
    })
    return shuffled(due, round)
  }).flat()
  const worker = async (_: unknown, at: number) => {
    await pause(at * apart)
    for (let next = tries.shift(); next; next = tries.shift()) await next()
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return Object.assign({}, ...journeys.map(({ steps }) => steps))
}

/** How many of each class it takes, as nobody goes on two journeys. */
export function peopleFor(journeys: readonly Journey[]): number {
  return journeys.reduce((sum, { rounds }) => sum + rounds, 0)
}

/** How many comparisons a run makes of these steps: its p is divided by all of them. */
export function comparisonsOf(journeys: readonly Journey[]): number {
  const steps = journeys.flatMap(({ steps }) => Object.values(steps))
  return steps.reduce((sum, samples) => sum + Object.keys(samples).length - 1, 0)
}

/** Each class against *active*, as one of so many `comparisons` of a run. */
export function compare(samples: Samples, comparisons: number): Comparison[] {
  const times = (one: string) => (samples[one] ?? []).map(({ milliseconds }) => milliseconds)
  const active = median(times('active'))
  const others = Object.keys(samples).filter((one) => one !== 'active')
  return others.map((one) => {
    const off = Math.abs(median(times(one)) - active)
    const p = mannWhitney(times(one), times('active'))
    const alike = off <= 5 && (off <= 1 || p > 0.01 / comparisons)
    return { class: one, median: median(times(one)), p, verdict: alike ? 'alike' : 'different' }
  })
}

export function different(comparisons: readonly Comparison[]): string[] {
  return comparisons.filter(({ verdict }) => verdict === 'different').map((one) => one.class)
}

/** How many different answers there were. */
export function answersIn(samples: Samples): number {
  return new Set(Object.values(samples).flatMap((each) => each.map(({ bytes }) => bytes))).size
}

/** For whoever reads the run. */
export function tell(step: string, comparisons: readonly Comparison[]): void {
  const lines = comparisons.map(
    (one) =>
      `${step.padEnd(22)} ${one.class.padEnd(16)}${one.median.toFixed(2)} ms  p ${one.p.toFixed(3)}  ${one.verdict}`,
  )
  process.stdout.write(`${lines.join('\n')}\n`)
}

async function tryPassword(url: string, door: string, one: Class, nip: string): Promise<Sample> {
  const browser = caller(url)
  await browser.get(door)
  const password = one === 'emptyPassword' ? '' : 'Salah-Sekali-Lagi-5'
  return sampleOf(await browser.post(door, { username: nip, password }), nip)
}

export function sampleOf(reply: Reply, nip: string): Sample {
  return { milliseconds: reply.milliseconds, bytes: bytesOf(reply, nip) }
}

/** All that a browser gets, without what differs by right: name, token, check and the time of day. */
function bytesOf({ status, headers, body }: Reply, nip: string): string {
  // The compressed length follows the random letters of the token.
  const apart = ['date', 'content-length']
  const kept = [...headers].filter(([name]) => !apart.includes(name)).map((one) => one.join(': '))
  const [, captcha = nip] = /data-captcha="([^"]+)"/.exec(body) ?? []
  const page = body
    .replaceAll(captcha, 'CAPTCHA')
    .replaceAll(nip, 'NIP')
    .replace(/(name="csrf" value=")[^"]+/, '$1')
    .replace(/pukul \d\d\.\d\d/g, 'pukul')
  return [status, ...kept, page].join('\n')
}

/** All of one length; the year of birth is the class, so that no two are alike. */
function nipOf(one: Class, at: number): string {
  const isGuest = one === 'wrongAddress' || one === 'codeSent'
  const year = 1970 + CLASSES.indexOf(isGuest ? 'emptyPassword' : one)
  const month = String(1 + Math.floor(at / 900)).padStart(2, '0')
  return `${year}${month}012010011${String(1 + (at % 900)).padStart(3, '0')}`
}

/** Fisher-Yates with the dice of a linear congruential generator: alike in every run. */
function shuffled<Name>(names: readonly Name[], seed: number): Name[] {
  const order = [...names]
  let dice = seed * 2_654_435_761 + 1
  for (let at = order.length - 1; at > 0; at -= 1) {
    dice = (Math.imul(dice, 1_664_525) + 1_013_904_223) >>> 0
    const other = dice % (at + 1)
    const [a, b] = [order[at], order[other]]
    if (a && b) [order[at], order[other]] = [b, a]
  }
  return order
}
