import type { AuditEvent } from '#domain/audit/event.ts'
import type { PersonId } from '#domain/person.ts'
import { cancelMfaReset, type IssuedMfaReset, type MfaResetId } from '#domain/reset/mfa-reset.ts'
import type { Sql, TransactionSql } from './database.ts'
import { inTransaction } from './database.ts'
import { addEvent } from './events.ts'
import { keepMfaReset, listMfaResets } from './mfa-resets.ts'

/** The clear code, sealed, for the session of the officer who hands it over. */
type ShownCode = { to: Buffer; until: Date; keyId: string; sealed: Buffer }

export type NewReactivationCode = {
  reset: IssuedMfaReset
  by: { person: PersonId; hat: string }
  mac: Buffer
  shown: ShownCode
}

/** One is out at a time: a new one makes the older void. Whoever calls has locked the account. */
export async function addReactivationCode(
  tx: TransactionSql,
  { reset, by, mac, shown }: NewReactivationCode,
): Promise<void> {
  const { person, askedAt } = reset
  const past = await listMfaResets(tx, person, askedAt)
  for (const one of past.filter(({ state }) => state === 'issued')) {
    const cancelled = cancelMfaReset(one, askedAt)
    await keepMfaReset(tx, cancelled.ok ? cancelled.value : { ...one, state: 'cancelled' })
  }
  await keepMfaReset(tx, reset)
  await tx`
    insert into reactivation_codes
      (reset, made_by, made_as, made_at, mac, shown_to, shown_until, key_id, sealed)
    values (${reset.id}, ${by.person}, ${by.hat}, ${askedAt}, ${mac}, ${shown.to}, ${shown.until},
            ${shown.keyId}, ${shown.sealed})`
}

/** Codes of that officer in the day that ends now. */
export async function countIssued(
  tx: TransactionSql,
  officer: PersonId,
  now: Date,
): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*) as count from reactivation_codes
    where made_by = ${officer} and made_at > ${now}::timestamptz - interval '1 day'`
  return row?.count ?? 0
}

export type CodeOnScreen = {
  reset: MfaResetId
  person: PersonId
  name: string
  nip: string
  madeAt: Date
  until: Date
  sealed: { keyId: string; sealed: Buffer }
}

/** What that session shows for that person: until it is put away, used or over. */
export async function findShownCode(
  sql: Sql,
  { person, to, now }: { person: PersonId; to: Buffer; now: Date },
): Promise<CodeOnScreen | undefined> {
  const [row] = await sql<(Omit<CodeOnScreen, 'sealed'> & { keyId: string; sealed: Buffer })[]>`
    select c.reset, m.person, p.name, c.made_at, m.closes_at as until, c.key_id, c.sealed,
      coalesce(p.number, '') as nip
    from reactivation_codes c
    join mfa_resets m on m.id = c.reset and m.state = 'issued'
    join people p on p.id = m.person
    where m.person = ${person} and c.shown_to = ${to} and c.shown_until > ${now} and m.closes_at > ${now}`
  if (!row) return undefined
  const { keyId, sealed, ...shown } = row
  return { ...shown, sealed: { keyId, sealed } }
}

export async function putAwayCode(
  sql: Sql,
  { person, to }: { person: PersonId; to: Buffer },
): Promise<void> {
  await sql`
    update reactivation_codes set shown_to = null, shown_until = null, key_id = null, sealed = null
    where shown_to = ${to} and reset in (select id from mfa_resets where person = ${person})`
}

/** Beside what the code is typed: a sign-in whose password is proven, or a reset's mailbox. */
export type AgencyCodeJourney = { signIn: Buffer } | { reset: string }

export type AgencyCodeTry =
  | {
      kind: 'admitted'
      journey: number
      tries: number | undefined
      out: { id: MfaResetId; mac: Buffer } | undefined
    }
  | { kind: 'elsewhere' | 'triesSpent' }

/** Counts a code before it is looked at (R-RL-06); `admitAgencyCode` is the model. */
export async function admitAgencyCodeTry(
  sql: Sql,
  { person, ...journey }: AgencyCodeJourney & { person: PersonId },
  now: Date,
): Promise<AgencyCodeTry> {
  const signIn = 'signIn' in journey ? journey.signIn : null
  const flow = 'reset' in journey ? journey.reset : null
  const [row] = await sql<TryRow[]>`
    select outcome, journey, tries, code, mac
    from admit_agency_code_try(${signIn}, ${flow}, ${person}, ${now})`
  if (!row) throw new Error('admit_agency_code_try answered nothing')
  if (row.outcome !== 'admitted') return { kind: row.outcome }
  const out = row.code && row.mac ? { id: row.code, mac: row.mac } : undefined
  return { kind: 'admitted', journey: row.journey, tries: row.tries ?? undefined, out }
}

/** An error of ours, or a rule that refused a right code, is no wrong one. */
export async function giveBackAgencyCodeTry(
  sql: Sql,
  journey: AgencyCodeJourney,
  code: MfaResetId | undefined,
): Promise<void> {
  if ('signIn' in journey)
    await sql`
      update sign_ins set tries = greatest(tries - 1, 0)
      where id_hash = ${journey.signIn} and state = 'passwordProven'`
  else
    await sql`
      update resets set tries = greatest(tries - 1, 0)
      where id = ${journey.reset} and state = 'emailProven'`
  if (code)
    await sql`
      update reactivation_codes set tries = greatest(tries - 1, 0) where reset = ${code}`
}

/** The fifth wrong one makes the code void; all are recorded. */
export function keepWrongAgencyCode(
  sql: Sql,
  { event, voids }: { event: Omit<AuditEvent, 'happening'>; voids: MfaResetId | undefined },
): Promise<void> {
  return inTransaction(sql, async (tx) => {
    await tx`select from accounts where person = ${event.person} for update`
    await addEvent(tx, { ...event, happening: { kind: 'agencyCodeWrong' } })
    const [voided] = await tx`
      update mfa_resets set state = 'cancelled', closes_at = null
      where id = ${voids ?? null} and state = 'issued' returning 1`
    if (voided) await addEvent(tx, { ...event, happening: { kind: 'agencyCodeVoid' } })
  })
}

/** Of any number of posts of one code, one finds it still out. */
export async function takeAgencyCode(
  tx: TransactionSql,
  { id, mac, to }: { id: MfaResetId; mac: Buffer; to: 'granted' | 'done' },
): Promise<boolean> {
  const taken = await tx`
    update mfa_resets m set state = ${to}, closes_at = null
    from reactivation_codes c
    where m.id = ${id} and m.state = 'issued' and c.reset = m.id and c.mac = ${mac} returning 1`
  await tx`
    update reactivation_codes set shown_to = null, shown_until = null, key_id = null, sealed = null
    where reset = ${id}`
  return taken.length === 1
}

type TryRow = {
  outcome: 'admitted' | 'elsewhere' | 'triesSpent'
  journey: number
  tries: number | null
  code: MfaResetId | null
  mac: Buffer | null
}
