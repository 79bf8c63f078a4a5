import type { LoginName } from '#domain/login-name.ts'
import type { PersonId } from '#domain/person.ts'
import type { MfaLeft, NamedReset, Reset, ResetId, ResetProof } from '#domain/reset/reset.ts'
import { byteas, filled, type Sql, type TransactionSql } from './database.ts'

/** What a reset is found by: the hash of its browser's cookie, and what it is for. */
export type ResetKey = { browser: Buffer; purpose: 'password' | 'mfa' }

/** Counts a beginning before anybody is looked up (R-RL-06); `admitStart` is the model. */
export async function admitResetStart(
  sql: Sql,
  keys: { addressMinute: Buffer; addressHour: Buffer },
  { addressFactor, now }: { addressFactor: number; now: Date },
): Promise<{ kind: 'admitted' } | { kind: 'slowed'; until: Date }> {
  const inOrder = byteas(sql, [keys.addressMinute, keys.addressHour])
  const [row] = await sql<{ outcome: 'admitted' | 'slowed'; until: Date }[]>`
    select outcome, until from admit_reset_start(${inOrder}, ${addressFactor}, ${now})`
  if (!row) throw new Error('admit_reset_start answered nothing')
  return row.outcome === 'slowed' ? { kind: 'slowed', until: row.until } : { kind: row.outcome }
}

/** Whose password may be reset by that name; a disabled account is nobody here. */
export async function findResetPerson(
  sql: Sql,
  name: LoginName,
  now: Date,
): Promise<PersonId | undefined> {
  const [row] = await sql<{ person: PersonId }[]>`
    select a.person from login_identifiers i join accounts a on a.person = i.person
    where i.identifier = ${name} and i.valid_from <= ${now} and (i.valid_to is null or i.valid_to > ${now})
      and a.state <> 'disabled'`
  return row?.person
}

/** Begins anew in this browser, whatever it had begun before, and clears away some that are over. */
export async function addReset(
  sql: Sql,
  { browser, purpose }: ResetKey,
  reset: NamedReset,
  now: Date,
): Promise<void> {
  await sql`
    with late as (
      delete from resets where id in (
        select id from resets where expires_at <= ${now} limit 20 for update skip locked))
    insert into resets (id, purpose, id_hash, person, state, started_at, expires_at)
    values (${reset.id}, ${purpose}, ${browser}, ${reset.person ?? null}, ${reset.state}, ${now},
            ${reset.expiresAt})
    on conflict (id_hash, purpose) do update set id = excluded.id, person = excluded.person,
      state = excluded.state, started_at = excluded.started_at, expires_at = excluded.expires_at,
      code_mac = null, code_expires_at = null, mailed = false, tries = 0, proof = null, mfa = null`
}

/** Undefined once its time is over. */
export async function findReset(
  sql: Sql | TransactionSql,
  { browser, purpose }: ResetKey,
  now: Date,
): Promise<Reset | undefined> {
  const [row] = await sql<ResetRow[]>`
    select id, person, state, expires_at, code_expires_at, tries, proof, mfa from resets
    where id_hash = ${browser} and purpose = ${purpose} and expires_at > ${now}`
  return row && toReset(row)
}

/** The same, held until the transaction ends; whoever calls has locked the account first. */
export async function lockReset(
  tx: TransactionSql,
  { browser, purpose }: ResetKey,
  now: Date,
): Promise<Reset | undefined> {
  const [row] = await tx<ResetRow[]>`
    select id, person, state, expires_at, code_expires_at, tries, proof, mfa from resets
    where id_hash = ${browser} and purpose = ${purpose} and expires_at > ${now} for update`
  return row && toReset(row)
}

/** Whether one ever was in this browser, however late it is. */
export async function hadReset(sql: Sql, { browser, purpose }: ResetKey): Promise<boolean> {
  const rows = await sql`
    select from resets where id_hash = ${browser} and purpose = ${purpose}`
  return rows.length > 0
}

/** Too many wrong codes: it has to start from the beginning. */
export async function endReset(
  sql: Sql | TransactionSql,
  { browser, purpose }: ResetKey,
): Promise<void> {
  await sql`delete from resets where id_hash = ${browser} and purpose = ${purpose}`
}

/**
 * Those of a person end, for what they were begun or proven with has been replaced. One that is done
 * only answers a second click.
 */
export async function endResetsOf(tx: TransactionSql, person: PersonId): Promise<void> {
  await tx`delete from resets where person = ${person} and state <> 'done'`
}

type ResetRow = {
  id: ResetId
  person: PersonId | null
  state: Reset['state']
  expiresAt: Date
  codeExpiresAt: Date | null
  tries: number
  proof: ResetProof | null
  mfa: MfaLeft | null
}

function toReset({ id, expiresAt, person, state, tries, ...row }: ResetRow): Reset {
  const flow = { id, expiresAt }
  switch (state) {
    case 'named':
      return { ...flow, person: person ?? undefined, state }
    case 'asked': {
      const code = { tries, expiresAt: filled(row.codeExpiresAt) }
      return { ...flow, person: person ?? undefined, state, code }
    }
    case 'emailProven':
      return { ...flow, person: filled(person), state, tries }
    case 'ready':
      return { ...flow, person: filled(person), state, proof: filled(row.proof) }
    case 'done':
      return { ...flow, person: filled(person), state, mfa: filled(row.mfa) }
  }
}
