import type { AuditEvent } from '#domain/audit/event.ts'
import type { CodeCounters, CodeNotAdmitted, EndedSignIns } from '#domain/mfa/code-limits.ts'
import type { Acceptance, Burning } from '#domain/mfa/otp.ts'
import type { PersonId } from '#domain/person.ts'
import { inTransaction, inTransactionOrNot, type Sql, type TransactionSql } from './database.ts'
import { addEvent } from './events.ts'
import { type NewSession, openSessionCall } from './sessions.ts'
import { endSignIn, endSignInsOf } from './sign-ins.ts'

export type CodeTry =
  | { kind: 'admitted'; counters: CodeCounters }
  | CodeNotAdmitted
  | { kind: 'noSuchSignIn' }

/**
 * Counts a code as failed before it is looked at (R-RL-06); `admitCode` is the model. Without a
 * sign-in the code is one of practice, and only the person's own counter moves.
 */
export async function admitCodeTry(
  sql: Sql,
  { signIn, person, budget }: { signIn: Buffer | undefined; person: PersonId; budget: number },
  now: Date,
): Promise<CodeTry> {
  const [row] = await sql<Row[]>`
    select outcome, tries, failures, locked_until
    from admit_code_try(${signIn ?? null}, ${person}, ${budget}, ${now})`
  if (!row) throw new Error('admit_code_try answered nothing')
  const { outcome, tries, failures, lockedUntil } = row
  switch (outcome) {
    case 'admitted':
      return { kind: 'admitted', counters: { tries, failures, lockedUntil } }
    case 'locked':
      return { kind: 'locked', until: lockedUntil }
    default:
      return { kind: outcome }
  }
}

/** An error of ours is no wrong code: it is given back (R-RL-06). */
export function giveBackCodeTry(
  sql: Sql,
  signIn: Buffer | undefined,
  person: PersonId,
): Promise<void> {
  return inTransaction(sql, async (tx) => {
    await tx`
      update accounts set code_failures = greatest(code_failures - 1, 0),
        codes_locked_until =
          case when code_failures % 10 = 0 then 'epoch' else codes_locked_until end
      where person = ${person}`
    await tx`
      update sign_ins set tries = greatest(tries - 1, 0) where id_hash = ${signIn ?? null}`
  })
}

/** R-OT-05: the update *is* the acceptance; of any number of posts of one code, one takes its step. */
export async function acceptCodeAndOpen(
  sql: Sql,
  person: PersonId,
  acceptance: Acceptance,
  session: NewSession,
): Promise<boolean> {
  const [row] = await sql<{ opened: boolean }[]>`
    with taken as (${takeStep(sql, person, acceptance)})
    select ${openSessionCall(sql, session)} as opened from taken`
  return row?.opened ?? false
}

/** Likewise where a weak password still has to be replaced before a session opens. */
export async function acceptCodeAndWait(
  sql: Sql,
  person: PersonId,
  acceptance: Acceptance,
  signIn: Buffer,
): Promise<boolean> {
  const rows = await sql`
    with taken as (${takeStep(sql, person, acceptance)}), cleared as (
      update accounts a set code_failures = 0, codes_locked_until = 'epoch'
      from taken where a.person = taken.person returning a.person
    )
    update sign_ins s set state = 'secondFactorProven'
    from cleared where s.id_hash = ${signIn} and s.state = 'passwordProven' and s.person = cleared.person
    returning 1`
  return rows.length === 1
}

/** Likewise for the code of someone already signed in; a `no` of `and` leaves the code unused. */
export function acceptOwnCode(
  sql: Sql,
  person: PersonId,
  acceptance: Acceptance,
  and: (tx: TransactionSql) => Promise<boolean> = async () => true,
): Promise<boolean> {
  return inTransactionOrNot(sql, async (tx) => {
    const rows = await tx`
      with taken as (${takeStep(tx, person, acceptance)})
      update accounts a set code_failures = 0, codes_locked_until = 'epoch'
      from taken where a.person = taken.person returning 1`
    return rows.length === 1 && and(tx)
  })
}

/**
 * The statement that accepts: a step newer than the last one, and never told as a clock error. The
 * account is locked first, as everywhere, so that nobody waits for each other in a circle.
 */
export function takeStep(
  sql: Sql | TransactionSql,
  person: PersonId,
  { device, step, drift }: Acceptance,
) {
  return sql`
    update devices set last_step = ${step}, drift = ${drift}
    where exists (
        select from accounts where accounts.person = ${person} and state = 'active' for update)
      and id = ${device} and person = ${person} and retired_at is null and last_step < ${step}
      and not exists (select from told_steps t where t.device = ${device} and t.step = ${step})
    returning person, name`
}

/** What a refused code leaves behind: its steps are told, and the last try ends the sign-in. */
export function keepRefusedCode(
  sql: Sql,
  {
    signIn,
    person,
    burned,
    ends,
    events,
  }: {
    signIn: Buffer | undefined
    person: PersonId
    burned: readonly Burning[]
    ends: EndedSignIns
    events: readonly AuditEvent[]
  },
): Promise<void> {
  return inTransaction(sql, async (tx) => {
    for (const { device, step, atStep } of burned)
      await tx`
        insert into told_steps (device, step, at_step) values (${device}, ${step}, ${atStep})
        on conflict do nothing`
    if (ends === 'thisSignIn' && signIn) await endSignIn(tx, signIn)
    if (ends === 'allSignIns') await endSignInsOf(tx, person)
    for (const event of events) await addEvent(tx, event)
  })
}

type Row = {
  outcome: 'admitted' | 'locked' | 'budgetSpent' | 'triesSpent' | 'noSuchSignIn'
  tries: number
  failures: number
  lockedUntil: Date
}
