import type { AuditEvent } from '#domain/audit/event.ts'
import type { CodeNotAdmitted } from '#domain/mfa/code-limits.ts'
import type { Acceptance } from '#domain/mfa/otp.ts'
import type { RecoveryNotAdmitted } from '#domain/mfa/recovery-code.ts'
import type { PersonId } from '#domain/person.ts'
import type { MfaResetId } from '#domain/reset/mfa-reset.ts'
import type { ReadyReset } from '#domain/reset/reset.ts'
import { inTransactionOrNot, type Sql, type TransactionSql } from './database.ts'
import { addEvent } from './events.ts'
import { takeAgencyCode } from './reactivation-codes.ts'
import { takeRecoveryCode } from './recovery-sets.ts'
import type { ResetKey } from './resets.ts'

export type FactorTry =
  | { kind: 'admitted'; tries: number; failures: number; lockedUntil: Date }
  | CodeNotAdmitted
  | RecoveryNotAdmitted
  | { kind: 'elsewhere' }

/**
 * Counts a code of a device, or a recovery code, within its reset and with all others of the
 * person, before it is looked at (R-RL-06); `admitFactorTry` is the model.
 */
export async function admitFactorTry(
  sql: Sql,
  { reset, person, kind, budget }: FactorAsked,
  now: Date,
): Promise<FactorTry> {
  const [row] = await sql<TryRow[]>`
    select outcome, tries, failures, until
    from admit_reset_factor_try(${reset}, ${person}, ${kind}, ${budget}, ${now})`
  if (!row) throw new Error('admit_reset_factor_try answered nothing')
  const { outcome, tries, failures, until } = row
  switch (outcome) {
    case 'admitted':
      return { kind: 'admitted', tries, failures: failures ?? 0, lockedUntil: until ?? new Date(0) }
    case 'locked':
    case 'recoveryWait':
      return { kind: outcome, until: until ?? now }
    default:
      return { kind: outcome }
  }
}

export type FactorAsked = {
  reset: string
  person: PersonId
  kind: 'device' | 'recoveryCode'
  budget: number
}

/** An error of ours is no wrong code. */
export async function giveBackFactorTry(sql: Sql, reset: string): Promise<void> {
  await sql`update resets set tries = greatest(tries - 1, 0) where id = ${reset} and tries > 0`
}

export type FactorProven = { key: ResetKey; to: Buffer; reset: ReadyReset }

/**
 * R-OT-05: the update *is* the acceptance. For a frozen account devices prove that were put aside,
 * and which ones was judged before (`opensFrozen`); for any other only those still in use.
 */
export function acceptResetCode(
  sql: Sql,
  proven: FactorProven,
  { device, step, drift }: Acceptance,
): Promise<boolean> {
  const { person } = proven.reset
  return inTransactionOrNot(sql, async (tx) => {
    const [account] = await tx<{ state: string }[]>`
      select state from accounts where person = ${person} for update`
    const taken = await tx`
      update devices set last_step = ${step}, drift = ${drift}
      where id = ${device} and person = ${person} and last_step < ${step}
        and (retired_at is null or ${account?.state === 'frozen'})
        and not exists (select from told_steps t where t.device = ${device} and t.step = ${step})
      returning 1`
    if (taken.length === 0) return false
    await tx`
      update accounts set code_failures = 0, codes_locked_until = 'epoch' where person = ${person}`
    return rise(tx, proven)
  })
}

export function useResetRecoveryCode(
  sql: Sql,
  proven: FactorProven,
  { name, now, event }: { name: string; now: Date; event: (left: number) => AuditEvent },
): Promise<boolean> {
  const { person } = proven.reset
  return inTransactionOrNot(sql, async (tx) => {
    const left = await takeRecoveryCode(tx, { person, name, now })
    if (left === undefined) return false
    await addEvent(tx, event(left))
    return rise(tx, proven)
  })
}

export function useResetAgencyCode(
  sql: Sql,
  proven: FactorProven,
  { code, event }: { code: { id: MfaResetId; mac: Buffer }; event: AuditEvent },
): Promise<boolean> {
  return inTransactionOrNot(sql, async (tx) => {
    await tx`select from accounts where person = ${proven.reset.person} for update`
    if (!(await rise(tx, proven))) return false
    if (!(await takeAgencyCode(tx, { ...code, to: 'done' }))) return false
    await addEvent(tx, event)
    return true
  })
}

/** Only from the state in which the factor was asked for, and under a new name (R-SE-01). */
async function rise(tx: TransactionSql, { key, to, reset }: FactorProven): Promise<boolean> {
  const rows = await tx`
    update resets set id_hash = ${to}, state = 'ready', proof = ${reset.proof}, tries = 0,
      expires_at = ${reset.expiresAt}
    where id_hash = ${key.browser} and purpose = ${key.purpose} and id = ${reset.id}
      and state = 'emailProven' returning 1`
  return rows.length === 1
}

type TryRow = {
  outcome: 'admitted' | 'elsewhere' | CodeNotAdmitted['kind'] | RecoveryNotAdmitted['kind']
  tries: number
  failures: number | null
  until: Date | null
}
