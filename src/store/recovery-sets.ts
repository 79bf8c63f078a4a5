import type { AuditEvent } from '#domain/audit/event.ts'
import type { RecoveryNotAdmitted } from '#domain/mfa/recovery-code.ts'
import type { PersonId } from '#domain/person.ts'
import { inTransaction, inTransactionOrNot, type Sql, type TransactionSql } from './database.ts'
import { addEvent } from './events.ts'
import { endResetsOf } from './resets.ts'
import { type NewSession, openSession } from './sessions.ts'

/** One code as kept: the two characters that name it, and the hash of the rest. */
export type KeptRecoveryCode = { name: string; body: Record<string, unknown> }

/** The clear codes, sealed, for the one session they are shown to, until they are ticked off. */
export type Shown = { to: Buffer; until: Date; keyId: string; sealed: Buffer }

export type RecoverySet = { madeAt: Date; savedAt: Date | undefined; shown: Shown | undefined }

/**
 * A new set replaces the old one whole, used codes and the count of wrong ones included, and a reset
 * that was proven by one of them.
 */
export async function replaceRecoverySet(
  tx: TransactionSql,
  {
    person,
    codes,
    shown,
    event,
  }: { person: PersonId; codes: readonly KeptRecoveryCode[]; shown: Shown; event: AuditEvent },
): Promise<void> {
  await tx`select from accounts where person = ${person} for update`
  await tx`delete from recovery_sets where person = ${person}`
  await endResetsOf(tx, person)
  await tx`
    insert into recovery_sets (person, made_at, shown_to, shown_until, key_id, sealed)
    values (${person}, ${event.at}, ${shown.to}, ${shown.until}, ${shown.keyId}, ${shown.sealed})`
  await tx`
    insert into recovery_codes (person, name, body)
    select ${person}, name, body
    from jsonb_to_recordset(${tx.json(codes as never)}) as c (name text, body jsonb)`
  await tx`update accounts set recovery_failures = 0 where person = ${person}`
  await addEvent(tx, event)
}

export async function findRecoverySet(
  sql: Sql,
  person: PersonId,
): Promise<RecoverySet | undefined> {
  const [row] = await sql<SetRow[]>`
    select made_at, saved_at, shown_to, shown_until, key_id, sealed
    from recovery_sets where person = ${person}`
  return row && toSet(row)
}

/**
 * Ticked or not, the clear codes go; only a tick makes the set count as saved. It is the session
 * that saw the codes which may say so.
 */
export function putAwayRecoverySet(
  sql: Sql,
  { person, by, saved, event }: { person: PersonId; by: Buffer; saved: boolean; event: AuditEvent },
): Promise<void> {
  return inTransaction(sql, async (tx) => {
    const [changed] = await tx`
      update recovery_sets set shown_to = null, shown_until = null, key_id = null, sealed = null,
        saved_at = case when ${saved} then ${event.at} else saved_at end
      where person = ${person} and shown_to = ${by} and saved_at is null returning 1`
    if (changed && saved) await addEvent(tx, event)
  })
}

/** Its owner says so of a set that no screen shows any more: "Kode yang lama sudah saya simpan". */
export function markRecoverySetSaved(
  sql: Sql,
  { person, event }: { person: PersonId; event: AuditEvent },
): Promise<void> {
  return inTransaction(sql, async (tx) => {
    const [changed] = await tx`
      update recovery_sets set saved_at = ${event.at}
      where person = ${person} and saved_at is null and sealed is null returning 1`
    if (changed) await addEvent(tx, event)
  })
}

export type RecoveryTry = { kind: 'admitted' } | RecoveryNotAdmitted

/** Counted as wrong before it is looked at, in a pool of its own; `admitRecoveryCode` is the model. */
export async function admitRecoveryTry(
  sql: Sql,
  person: PersonId,
  now: Date,
): Promise<RecoveryTry> {
  const [row] = await sql<{ outcome: 'admitted' | RecoveryNotAdmitted['kind']; until: Date }[]>`
    select outcome, until from admit_recovery_try(${person}, ${now})`
  if (!row) throw new Error('admit_recovery_try answered nothing')
  if (row.outcome === 'recoveryWait') return { kind: 'recoveryWait', until: row.until }
  return { kind: row.outcome }
}

export async function giveBackRecoveryTry(sql: Sql, person: PersonId): Promise<void> {
  await sql`
    update accounts set recovery_failures = greatest(recovery_failures - 1, 0),
      recovery_hour_count = greatest(recovery_hour_count - 1, 0) where person = ${person}`
}

/** The hash of the unused code of that name. */
export async function findRecoveryCode(
  sql: Sql,
  person: PersonId,
  name: string,
): Promise<KeptRecoveryCode | undefined> {
  const [row] = await sql<KeptRecoveryCode[]>`
    select name, body from recovery_codes
    where person = ${person} and name = ${name} and used_at is null`
  return row
}

export type UsedRecoveryCode = {
  person: PersonId
  name: string
  now: Date
  event: (left: number) => AuditEvent
}

/**
 * R-RS-06: whoever fills `used_at` has used the code. `session` undefined: a weak password still
 * has to be replaced. A sign-in that is gone takes no code with it.
 */
export function useRecoveryCode(
  sql: Sql,
  {
    signIn,
    session,
    ...code
  }: UsedRecoveryCode & { signIn: Buffer; session: NewSession | undefined },
): Promise<boolean> {
  return useOwnRecoveryCode(sql, code, (tx) =>
    session ? openSession(tx, session) : waitForPassword(tx, signIn),
  )
}

/** A `no` of `and` leaves the code unused. */
export function useOwnRecoveryCode(
  sql: Sql,
  { person, name, now, event }: UsedRecoveryCode,
  and: (tx: TransactionSql) => Promise<boolean>,
): Promise<boolean> {
  return inTransactionOrNot(sql, async (tx) => {
    const left = await takeRecoveryCode(tx, { person, name, now })
    if (left === undefined) return false
    await addEvent(tx, event(left))
    return and(tx)
  })
}

/** How many are left after it, or undefined if it was used; with it all wrong codes are forgotten. */
export async function takeRecoveryCode(
  tx: TransactionSql,
  { person, name, now }: { person: PersonId; name: string; now: Date },
): Promise<number | undefined> {
  await tx`
    update accounts set recovery_failures = 0, code_failures = 0, codes_locked_until = 'epoch'
    where person = ${person}`
  const [used] = await tx`
    update recovery_codes set used_at = ${now}
    where person = ${person} and name = ${name} and used_at is null returning 1`
  if (!used) return undefined
  const [rest] = await tx<{ left: number }[]>`
    select count(*) as left from recovery_codes where person = ${person} and used_at is null`
  return rest?.left ?? 0
}

async function waitForPassword(tx: TransactionSql, signIn: Buffer): Promise<boolean> {
  const rows = await tx`
    update sign_ins set state = 'secondFactorProven'
    where id_hash = ${signIn} and state = 'passwordProven' and weak_password returning 1`
  return rows.length === 1
}

type SetRow = {
  madeAt: Date
  savedAt: Date | null
  shownTo: Buffer | null
  shownUntil: Date | null
  keyId: string | null
  sealed: Buffer | null
}

function toSet({ madeAt, savedAt, shownTo, shownUntil, keyId, sealed }: SetRow): RecoverySet {
  const shown =
    shownTo && shownUntil && keyId && sealed
      ? { to: shownTo, until: shownUntil, keyId, sealed }
      : undefined
  return { madeAt, savedAt: savedAt ?? undefined, shown }
}
