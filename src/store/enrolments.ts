import type { AccountHold } from '#domain/account/hold.ts'
import type { AuditEvent } from '#domain/audit/event.ts'
import type { DeviceName } from '#domain/mfa/device.ts'
import { nameKey } from '#domain/mfa/device.ts'
import type { Enrolment, VerifiedDevice } from '#domain/mfa/enrolment.ts'
import type { PersonId } from '#domain/person.ts'
import { putsAside } from '#domain/reset/frozen-device.ts'
import type { BrowserId } from '#domain/sign-in/sign-in.ts'
import { inTransaction, inTransactionOrNot, type Sql, type TransactionSql } from './database.ts'
import type { SealedSeed } from './devices.ts'
import { addEvent } from './events.ts'
import { finishMfaResetOf } from './mfa-resets.ts'
import { type NewSession, openSession } from './sessions.ts'

/** `name`: what its owner has typed so far, for when the page is lost or left. */
export type KeptEnrolment = { enrolment: Enrolment; seed: SealedSeed; name: string | undefined }

/** The newest secret shown to this browser, valid or not; another browser never sees it (R-OT-02). */
export async function findEnrolment(
  sql: Sql | TransactionSql,
  { person, browser }: { person: PersonId; browser: BrowserId },
): Promise<KeptEnrolment | undefined> {
  const [row] = await sql<Row[]>`
    select id, name, key_id, sealed, started_at, expires_at from enrolments
    where person = ${person} and browser = ${browser}
    order by started_at desc limit 1`
  return row && toKept(row)
}

/** Lets `start` decide over the QR codes of the last hour; two tabs at once get the same one. */
export function addEnrolment<Refused>(
  sql: Sql,
  { person, browser, now }: { person: PersonId; browser: BrowserId; now: Date },
  start: (started: readonly Date[]) => KeptEnrolment | Refused,
): Promise<KeptEnrolment | Refused> {
  return inTransaction(sql, async (tx) => {
    await tx`select from accounts where person = ${person} for update`
    const kept = await findEnrolment(tx, { person, browser })
    if (kept && kept.enrolment.expiresAt > now) return kept
    const rows = await tx<{ startedAt: Date }[]>`
      select started_at from enrolments where person = ${person}
        and started_at > ${now}::timestamptz - interval '1 hour'`
    const fresh = start(rows.map(({ startedAt }) => startedAt))
    if (isKept(fresh)) {
      const { enrolment, seed } = fresh
      await tx`
        insert into enrolments (id, person, browser, key_id, sealed, started_at, expires_at)
        values (${enrolment.id}, ${person}, ${browser}, ${seed.keyId}, ${seed.sealed},
                ${enrolment.startedAt}, ${enrolment.expiresAt})`
    }
    return fresh
  })
}

export async function nameEnrolment(sql: Sql, id: string, name: string): Promise<void> {
  await sql`update enrolments set name = ${name} where id = ${id}`
}

export type Activation = {
  person: PersonId
  device: VerifiedDevice
  name: DeviceName
  hold: AccountHold | undefined
  session: NewSession
  event: AuditEvent
}

/** All or nothing (T-CRASH): without its session, an activation would show its recovery codes to nobody. */
export function activate(
  sql: Sql,
  { person, device, name, hold, session, event }: Activation,
  and: (tx: TransactionSql) => Promise<void>,
): Promise<boolean> {
  return inTransactionOrNot(sql, async (tx) => {
    const [account] = await tx<{ mfa: string }[]>`
      select mfa from accounts
      where person = ${person} and state in ('created', 'active') for update`
    const [pending] = await tx`
      select from enrolments where id = ${device.id} and person = ${person} for update`
    if (!account || !pending) return false
    const way = await finishMfaResetOf(tx, { person, signIn: session.signIn })
    if (account.mfa === 'inUse' && !way) return false
    await tx`
      update devices set retired_at = ${device.verifiedAt}, put_aside = ${putsAside(way)}
      where person = ${person} and retired_at is null`
    await takeIntoUse(tx, { person, device, name })
    await endAllElse(tx, person)
    await tx`
      update accounts set mfa = 'inUse', held_until = coalesce(${hold?.until ?? null}, held_until),
        held_because = coalesce(${hold?.because ?? null}, held_because),
        state_since = case when state = 'created' then ${device.verifiedAt} else state_since end,
        state = 'active'
      where person = ${person} and state in ('created', 'active')`
    await addEvent(tx, event)
    await and(tx)
    return openSession(tx, session)
  })
}

/** What was opened, or proven, with a device that is put aside (ASVS 7.4.3). */
async function endAllElse(tx: TransactionSql, person: PersonId): Promise<void> {
  await tx`delete from sign_ins where person = ${person} and state = 'secondFactorProven'`
  await tx`delete from sessions where person = ${person}`
  await tx`delete from known_browsers where person = ${person}`
}

/** The secret that was on the screen becomes a device; the code that verified it is used (R-OT-02). */
export async function takeIntoUse(
  tx: TransactionSql,
  { person, device, name }: { person: PersonId; device: VerifiedDevice; name: DeviceName },
): Promise<void> {
  await tx`
    insert into devices (id, person, name, name_key, key_id, sealed, last_step, drift, verified_at)
    select id, person, ${name}, ${nameKey(name)}, key_id, sealed, ${device.lastStep},
           ${device.drift}, ${device.verifiedAt}
    from enrolments where id = ${device.id} and person = ${person}`
  await tx`delete from enrolments where id = ${device.id}`
}

function isKept(fresh: unknown): fresh is KeptEnrolment {
  return typeof fresh === 'object' && fresh !== null && 'enrolment' in fresh
}

type Row = {
  id: string
  name: string | null
  keyId: string
  sealed: Buffer
  startedAt: Date
  expiresAt: Date
}

function toKept({ id, name, keyId, sealed, startedAt, expiresAt }: Row): KeptEnrolment {
  return {
    enrolment: { id: id as Enrolment['id'], startedAt, expiresAt },
    seed: { device: id, keyId, sealed },
    name: name ?? undefined,
  }
}
