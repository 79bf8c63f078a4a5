import { fallenHat, type Hat, wornHat } from '#domain/access/hat.ts'
import type { MandateId } from '#domain/access/mandate.ts'
import type { AccountHold } from '#domain/account/hold.ts'
import type { Happening, Origin } from '#domain/audit/event.ts'
import type { Brand } from '#domain/brand.ts'
import type { Person } from '#domain/person.ts'
import type { MfaReset } from '#domain/reset/mfa-reset.ts'
import type { Session } from '#domain/session/session.ts'
import { byteas, filled, type Sql, type TransactionSql } from './database.ts'
import { type PendingJson, pendingMfaReset, toPending } from './mfa-resets.ts'
import type { ThrottleKeys } from './password-tries.ts'
import { inOrder } from './password-tries.ts'
import { type PersonRow, personColumns, toMandates, toPerson } from './people.ts'

/** What a sign-in becomes; `from` is the state it must be in for that. */
export type NewSession = {
  signIn: Buffer
  from: 'passwordProven' | 'secondFactorProven'
  id: Buffer
  session: Session
  origin: Origin
  /** The hashes of the cookies that came with the request; both are dead afterwards. */
  sent: { session: Buffer | undefined; known: Buffer | undefined }
  known: { token: Buffer; until: Date }
  throttles: ThrottleKeys
  by: Extract<Happening, { kind: 'signedIn' }>['by']
}

/** What its owner calls a session by, in an address; a step-up does not change it. */
export type SessionHandle = Brand<string, 'SessionHandle'>

/** A session with what every page of its person shows. */
export type FoundSession = {
  id: Buffer
  handle: SessionHandle
  session: Session
  person: Person
  mandates: readonly Hat[]
  /** In whose name its person acts for others; nobody's, as long as it is undefined. */
  hat: Hat | undefined
  /** One that was worn and is not in force any more: it fell off. */
  fallen: Hat | undefined
  previousAt: Date | undefined
  failedElsewhere: number
  hold: AccountHold | undefined
  recovery: { saved: boolean; left: number } | undefined
  pendingMfaReset: MfaReset | undefined
}

/** The call of `open_session` for use within a statement or alone. */
export function openSessionCall(sql: Sql | TransactionSql, new_: NewSession) {
  const { signIn, from, id, session, origin, sent, known, throttles, by } = new_
  return sql`
    open_session(${signIn}, ${from}, ${id}, ${session.startedAt}, ${session.idleSeconds},
      ${session.absoluteUntil}, ${origin.browser}, ${origin.network}, ${sent.session ?? null},
      ${sent.known ?? null}, ${known.token}, ${known.until},
      ${byteas(sql, inOrder(throttles))}, ${sql.json({ by })})`
}

export async function openSession(
  sql: Sql | TransactionSql,
  session: NewSession,
): Promise<boolean> {
  const [row] = await sql<{ opened: boolean }[]>`select ${openSessionCall(sql, session)} as opened`
  return row?.opened ?? false
}

/**
 * The open session of a cookie. `touch` says that the person acts: idleness starts anew, written
 * only when it moves by some seconds, so that a page with many parts costs one write.
 */
export async function findSession(
  sql: Sql,
  id: Buffer,
  { now, touch }: { now: Date; touch: boolean },
): Promise<FoundSession | undefined> {
  const [row] = await sql<Row[]>`
    with touched as (
      update sessions set idle_until = ${now}::timestamptz + idle_seconds * interval '1 second'
      where ${touch} and id_hash = ${id} and idle_until > ${now} and absolute_until > ${now}
        and idle_until < ${now}::timestamptz + (idle_seconds - 10) * interval '1 second'
      returning idle_until
    )
    select s.id_hash, s.handle, s.started_at, s.proven_at, s.idle_seconds, s.absolute_until,
      s.previous_at, s.failed_elsewhere, s.hat,
      coalesce((select idle_until from touched), s.idle_until) as idle_until, a.held_until, a.held_because,
      r.saved_at is not null as saved, r.person is not null as has_set,
      (select count(*) from recovery_codes c where c.person = s.person and c.used_at is null) as codes_left,
      ${pendingMfaReset(sql, sql`s.person`, { besides: null, now })},
      ${personColumns(sql)}
    from sessions s
    join accounts a on a.person = s.person
    join people p on p.id = s.person
    join agencies g on g.id = p.agency
    left join recovery_sets r on r.person = s.person
    where s.id_hash = ${id} and s.idle_until > ${now} and s.absolute_until > ${now}
      and a.state = 'active'`
  return row && toFound(row, now)
}

type Renewal = { from: Buffer; to: Buffer; provenAt?: Date; hat?: MandateId | null }

/**
 * The same session under a new id; the old one is dead at once (ASVS 7.2.4), and recovery codes on
 * its screen, and the one for an employee, are now on the new one's. `provenAt`: a second factor was given; `hat`: another one is
 * put on, or none. False if it is over.
 */
export async function renewSession(
  tx: TransactionSql,
  { from, to, provenAt, hat }: Renewal,
): Promise<boolean> {
  const rows = await tx`
    update sessions set id_hash = ${to}, proven_at = coalesce(${provenAt ?? null}, proven_at),
      hat = case when ${hat === undefined} then hat else ${hat ?? null}::uuid end
    where id_hash = ${from} returning 1`
  await tx`update recovery_sets set shown_to = ${to} where shown_to = ${from}`
  await tx`update reactivation_codes set shown_to = ${to} where shown_to = ${from}`
  return rows.length === 1
}

export async function endSession(sql: Sql | TransactionSql, id: Buffer): Promise<void> {
  await sql`delete from sessions where id_hash = ${id}`
}

type Row = PersonRow & {
  idHash: Buffer
  handle: SessionHandle
  startedAt: Date
  provenAt: Date | null
  idleSeconds: number
  idleUntil: Date
  absoluteUntil: Date
  previousAt: Date | null
  failedElsewhere: number
  hat: MandateId | null
  heldUntil: Date | null
  heldBecause: AccountHold['because'] | null
  saved: boolean
  hasSet: boolean
  codesLeft: number
  pending: PendingJson | null
}

function toFound(row: Row, now: Date): FoundSession {
  const { startedAt, idleSeconds, idleUntil, absoluteUntil } = row
  const person = toPerson(row)
  const provenAt = row.provenAt ?? startedAt
  const mandates = toMandates(row.mandates)
  return {
    id: row.idHash,
    handle: row.handle,
    session: { person: person.id, startedAt, provenAt, idleSeconds, idleUntil, absoluteUntil },
    person,
    mandates,
    hat: wornHat(mandates, row.hat ?? undefined, now),
    fallen: fallenHat(mandates, row.hat ?? undefined, now),
    previousAt: row.previousAt ?? undefined,
    failedElsewhere: row.failedElsewhere,
    hold: row.heldUntil ? { until: row.heldUntil, because: filled(row.heldBecause) } : undefined,
    recovery: row.hasSet ? { saved: row.saved, left: row.codesLeft } : undefined,
    pendingMfaReset: toPending(row.pending),
  }
}
