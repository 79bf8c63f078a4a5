import type { PasswordAttempt, PasswordNotAdmitted } from '#domain/throttle/password-throttle.ts'
import { byteas, type Sql } from './database.ts'

/** HMACs of what an attempt is counted under, so that the table names nobody. */
export type ThrottleKeys = {
  nameFromNetwork: Buffer
  addressMinute: Buffer
  addressHour: Buffer
  name: Buffer
  unknownBrowsers: Buffer
  knownBrowsers: Buffer
  nameFromBrowser: Buffer
}

/** `counted`: the keys that moved, to be given back if the attempt was no failure. */
export type PasswordTry = { kind: 'admitted'; counted: Buffer[] } | PasswordNotAdmitted

/** Counts and decides in one statement (R-RL-06); `admitPassword` is its model. */
export async function admitPasswordTry(
  sql: Sql,
  keys: ThrottleKeys,
  attempt: PasswordAttempt,
  now: Date,
): Promise<PasswordTry> {
  const { isPerson, isKnownBrowser, captchaPassed, addressFactor } = attempt
  const [row] = await sql<Row[]>`
    select outcome, until, counted
    from admit_password_try(${byteas(sql, inOrder(keys))}, ${isPerson}, ${isKnownBrowser},
                            ${captchaPassed}, ${addressFactor}, ${now})`
  if (!row) throw new Error('admit_password_try answered nothing')
  switch (row.outcome) {
    case 'slowed':
      return { kind: 'slowed', until: row.until }
    case 'admitted':
      return { kind: 'admitted', counted: row.counted }
    default:
      return { kind: row.outcome }
  }
}

/** Takes an attempt back that was no failure: a right password, or an error of ours. */
export async function giveBackPasswordTry(sql: Sql, counted: readonly Buffer[]): Promise<void> {
  await sql`select give_back_password_try(${byteas(sql, counted)})`
}

/** The order in which the functions of migrations/0003_tries.sql expect them. */
export function inOrder(keys: ThrottleKeys): Buffer[] {
  return [
    keys.nameFromNetwork,
    keys.addressMinute,
    keys.addressHour,
    keys.name,
    keys.unknownBrowsers,
    keys.knownBrowsers,
    keys.nameFromBrowser,
  ]
}

type Row = {
  outcome: 'admitted' | PasswordNotAdmitted['kind']
  until: Date
  counted: Buffer[]
}
