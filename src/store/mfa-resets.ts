import type { PendingQuery, Row as SqlRow } from 'postgres'
import type { Mandate } from '#domain/access/mandate.ts'
import type { AuditEvent } from '#domain/audit/event.ts'
import type { PersonId } from '#domain/person.ts'
import {
  cancelMfaReset,
  finishMfaReset,
  type GrantedMfaReset,
  type MfaReset,
  type MfaResetId,
  type MfaResetRefused,
  type MfaResetWay,
  REMEMBERED_SECONDS,
  type WaitingMfaReset,
} from '#domain/reset/mfa-reset.ts'
import { no, type Result } from '#domain/result.ts'
import {
  filled,
  inTransaction,
  inTransactionOrNot,
  type Sql,
  type TransactionSql,
} from './database.ts'
import { addEvent } from './events.ts'
import { type MandateJson, mandatesColumn, toMandates } from './people.ts'

type Decided = GrantedMfaReset | WaitingMfaReset

export type NewMfaReset = {
  /** The sign-in that is let in, if it is granted. */
  signIn: Buffer
  person: PersonId
  decide: (facts: {
    past: readonly MfaReset[]
    mandates: readonly Mandate[]
  }) => Result<Decided, MfaResetRefused>
  /** Uses the proof up, whatever it is; false if another request was first. */
  takeProof: (tx: TransactionSql) => Promise<boolean>
  event: (reset: Decided) => AuditEvent
  now: Date
}

type Answer = Result<Decided, MfaResetRefused | { kind: 'gone' }>

/** Proof, request and event stand all or none: what is refused has used up no code. */
export async function addMfaReset(
  sql: Sql,
  { signIn, person, decide, takeProof, event, now }: NewMfaReset,
): Promise<Answer> {
  let answer: Answer = no({ kind: 'gone' })
  await inTransactionOrNot(sql, async (tx) => {
    const mandates = await lockForReset(tx, { signIn, person, now })
    if (!mandates) return false
    const decided = decide({ past: await listMfaResets(tx, person, now), mandates })
    if (!decided.ok) answer = decided
    if (!decided.ok || !(await takeProof(tx))) return false
    await keepMfaReset(tx, decided.value)
    if (decided.value.state === 'granted')
      await tx`update sign_ins set mfa_reset = ${decided.value.id} where id_hash = ${signIn}`
    await addEvent(tx, event(decided.value))
    answer = decided
    return true
  })
  return answer
}

/** The account, then the sign-in; undefined where either cannot go on this way. */
async function lockForReset(
  tx: TransactionSql,
  { signIn, person, now }: Pick<NewMfaReset, 'signIn' | 'person' | 'now'>,
): Promise<Mandate[] | undefined> {
  const [account] = await tx<{ mandates: MandateJson[] }[]>`
    select ${mandatesColumn(tx, tx`a.person`)} from accounts a
    where a.person = ${person} and a.state = 'active' and a.mfa = 'inUse' for update`
  const [attempt] = await tx`
    select from sign_ins
    where id_hash = ${signIn} and person = ${person} and state = 'passwordProven'
      and expires_at > ${now} for update`
  return account && attempt && toMandates(account.mandates)
}

/** Those that still count against the limit, or can still be used. */
export async function listMfaResets(
  tx: TransactionSql,
  person: PersonId,
  now: Date,
): Promise<MfaReset[]> {
  const rows = await tx<Row[]>`
    select id, person, way, state, asked_at, opens_at, closes_at from mfa_resets
    where person = ${person} and asked_at > ${now}::timestamptz - ${REMEMBERED_SECONDS} * interval '1 second'
    for update`
  return rows.map(toMfaReset)
}

/** Takes back whatever is not used yet; false if there is nothing of that kind. */
export function cancelMfaResets(
  sql: Sql,
  { person, event }: { person: PersonId; event: AuditEvent },
): Promise<boolean> {
  return inTransaction(sql, async (tx) => {
    await tx`select from accounts where person = ${person} for update`
    const past = await listMfaResets(tx, person, event.at)
    const cancelled = past.map((one) => cancelMfaReset(one, event.at))
    for (const one of cancelled) if (one.ok) await keepMfaReset(tx, one.value)
    const any = cancelled.some(({ ok }) => ok)
    if (any) await addEvent(tx, event)
    return any
  })
}

/**
 * A new device is verified in the sign-in that was let in, by what is returned: the others of this
 * person are over.
 */
export async function finishMfaResetOf(
  tx: TransactionSql,
  { person, signIn }: { person: PersonId; signIn: Buffer },
): Promise<MfaResetWay | undefined> {
  const [row] = await tx<Row[]>`
    select id, person, way, state, asked_at, opens_at, closes_at from mfa_resets
    where person = ${person} and id = (select mfa_reset from sign_ins where id_hash = ${signIn})
    for update`
  const finished = row && finishMfaReset(toMfaReset(row))
  if (!finished?.ok) return undefined
  await keepMfaReset(tx, finished.value)
  await endMfaResetsOf(tx, person)
  return finished.value.by
}

/** What waits or was granted is over, but for what `but`, a sign-in, was granted. */
export async function endMfaResetsOf(
  tx: TransactionSql,
  person: PersonId,
  { but }: { but?: Buffer } = {},
): Promise<void> {
  await tx`
    update mfa_resets set state = 'cancelled', opens_at = null, closes_at = null
    where person = ${person} and state in ('issued', 'granted', 'waiting')
      and id is distinct from (select mfa_reset from sign_ins where id_hash = ${but ?? null})`
}

type Fragment = PendingQuery<SqlRow[]>

/**
 * For a statement that has the person as `of`: what waits or may be used, in any sign-in but the
 * one `besides`.
 */
export function pendingMfaReset(
  sql: Sql,
  of: Fragment,
  { besides, now }: { besides: Buffer | null; now: Date },
) {
  return sql`
    (select json_build_object('id', w.id, 'person', w.person, 'way', w.way, 'state', w.state,
        'askedAt', w.asked_at, 'opensAt', w.opens_at, 'closesAt', w.closes_at)
      from mfa_resets w
      where w.person = ${of} and (
        w.state in ('issued', 'waiting') and w.closes_at > ${now}
        or w.state = 'granted' and exists (
          select from sign_ins g
          where g.mfa_reset = w.id and g.expires_at > ${now} and g.id_hash is distinct from ${besides}))
      order by w.asked_at desc limit 1) as pending`
}

/** Moments as text, as JSON has them. */
export type PendingJson = Pick<Row, 'id' | 'person' | 'way' | 'state'> & {
  askedAt: string
  opensAt: string | null
  closesAt: string | null
}

export function toPending(row: PendingJson | null): MfaReset | undefined {
  if (!row) return undefined
  const [askedAt, opensAt, closesAt] = [row.askedAt, row.opensAt, row.closesAt].map((text) =>
    text === null ? null : new Date(text),
  )
  return toMfaReset({
    ...row,
    askedAt: filled(askedAt ?? null),
    opensAt: opensAt ?? null,
    closesAt: closesAt ?? null,
  })
}

export async function keepMfaReset(tx: TransactionSql, reset: MfaReset): Promise<void> {
  const { id, person, by, state, askedAt } = reset
  const opensAt = reset.state === 'waiting' ? reset.opensAt : null
  const closesAt = reset.state === 'waiting' || reset.state === 'issued' ? reset.closesAt : null
  await tx`
    insert into mfa_resets (id, person, way, state, asked_at, opens_at, closes_at)
    values (${id}, ${person}, ${by}, ${state}, ${askedAt}, ${opensAt}, ${closesAt})
    on conflict (id) do update set state = excluded.state, opens_at = excluded.opens_at,
      closes_at = excluded.closes_at`
}

type Row = {
  id: MfaResetId
  person: PersonId
  way: MfaResetWay
  state: MfaReset['state']
  askedAt: Date
  opensAt: Date | null
  closesAt: Date | null
}

function toMfaReset({ id, person, way, state, askedAt, ...row }: Row): MfaReset {
  const request = { id, person, by: way, askedAt }
  if (state === 'issued') return { ...request, state, closesAt: filled(row.closesAt) }
  if (state !== 'waiting') return { ...request, state }
  return { ...request, state, opensAt: filled(row.opensAt), closesAt: filled(row.closesAt) }
}
