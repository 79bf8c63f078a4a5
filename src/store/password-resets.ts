import type { AuditEvent } from '#domain/audit/event.ts'
import type { PersonId } from '#domain/person.ts'
import type { FinishedReset, FinishRefused } from '#domain/reset/finish.ts'
import { type DeviceHistory, opensFrozen } from '#domain/reset/frozen-device.ts'
import type { Reset } from '#domain/reset/reset.ts'
import { no, type Result } from '#domain/result.ts'
import type { StoredPassword } from './credentials.ts'
import { inTransaction, type Sql, type TransactionSql } from './database.ts'
import { addEvent } from './events.ts'
import { endMfaResetsOf } from './mfa-resets.ts'
import { lockResetOwner, type ResetOwner } from './reset-owners.ts'
import { lockReset, type ResetKey } from './resets.ts'

export type PasswordReset = {
  key: ResetKey
  person: PersonId
  password: StoredPassword
  decide: (
    reset: Reset,
    owner: Pick<ResetOwner, 'account' | 'mandates'>,
  ) => Result<FinishedReset, FinishRefused>
  /** The counters that closed the name to known browsers, and to unknown ones, locked in that order. */
  closed: readonly Buffer[]
  events: (finished: FinishedReset) => readonly AuditEvent[]
  now: Date
}

type Answer = Result<FinishedReset, FinishRefused>

/**
 * R-RS-04: the new password, and with it the end of all that the old one, or another reset, had
 * opened. Nobody is signed in.
 */
export function resetPassword(sql: Sql, change: PasswordReset): Promise<Answer> {
  const { key, person, decide, events, now } = change
  return inTransaction(sql, async (tx) => {
    const owner = await lockResetOwner(tx, person)
    const reset = await lockReset(tx, key, now)
    const decided = reset ? decide(reset, owner) : no({ kind: 'elsewhere' } as const)
    if (!decided.ok) return decided
    await keepPassword(tx, change)
    if (decided.value.unfreezes && owner.frozenAt) await unfreeze(tx, owner, owner.frozenAt, now)
    await keepMfa(tx, person, decided.value)
    await endAllElse(tx, change, decided.value)
    for (const event of events(decided.value)) await addEvent(tx, event)
    return decided
  })
}

async function keepPassword(
  tx: TransactionSql,
  { person, password, now }: PasswordReset,
): Promise<void> {
  await tx`
    insert into passwords (person, kind, body, judged_at)
    values (${person}, ${password.kind}, ${tx.json(password.body as never)}, ${now})
    on conflict (person) do update set kind = excluded.kind, body = excluded.body,
      judged_at = excluded.judged_at, must_change = false`
}

/** The devices stay, to be offered as "Perangkat lama masih ada?". */
async function keepMfa(
  tx: TransactionSql,
  person: PersonId,
  { reset }: FinishedReset,
): Promise<void> {
  if (reset.mfa !== 'reactivation') return
  await tx`update accounts set mfa = 'reactivation' where person = ${person} and mfa = 'inUse'`
}

/**
 * The devices from before what was reported serve again, and no others: neither those that came
 * since, not even after another freeze, nor the recovery codes, which whoever came may have seen.
 * Whether they are asked for, or a new one is activated, is `keepMfa`'s to say.
 */
async function unfreeze(
  tx: TransactionSql,
  { account: { person } }: Pick<ResetOwner, 'account'>,
  frozenAt: Date,
  now: Date,
): Promise<void> {
  const rows = await tx<DeviceRow[]>`
    select id, verified_at, retired_at, put_aside from devices where person = ${person} for update`
  const [serving, others] = [true, false].map((serves) =>
    rows.filter((row) => opensFrozen(historyOf(row), frozenAt, now) === serves).map(({ id }) => id),
  )
  // First those that leave, since their names may be those of the ones that come back.
  await tx`
    update devices set retired_at = coalesce(retired_at, ${now}), put_aside = false
    where id = any(${others ?? []})`
  await tx`
    update devices set retired_at = null, put_aside = false where id = any(${serving ?? []})`
  await tx`delete from recovery_sets where person = ${person}`
  await tx`
    update accounts set state = case mfa when 'none' then 'created' else 'active' end,
      state_since = ${now}, mfa = case mfa when 'none' then mfa else 'inUse' end
    where person = ${person}`
}

function historyOf({ verifiedAt, retiredAt, putAside }: DeviceRow): DeviceHistory {
  return { verifiedAt, retiredAt: retiredAt ?? undefined, wasPutAside: putAside }
}

type DeviceRow = { id: string; verifiedAt: Date; retiredAt: Date | null; putAside: boolean }

async function endAllElse(
  tx: TransactionSql,
  { person, closed }: PasswordReset,
  { reset }: FinishedReset,
): Promise<void> {
  await tx`delete from sign_ins where person = ${person}`
  await tx`delete from resets where person = ${person} and id <> ${reset.id}`
  await tx`
    update resets set state = ${reset.state}, mfa = ${reset.mfa}, proof = null where id = ${reset.id}`
  await endMfaResetsOf(tx, person)
  await tx`delete from sessions where person = ${person}`
  await tx`delete from known_browsers where person = ${person}`
  for (const key of closed) await tx`delete from throttles where key = ${key}`
}
