import type { Mandate } from '#domain/access/mandate.ts'
import type { MfaState } from '#domain/mfa/mfa.ts'
import type { Person, PersonId } from '#domain/person.ts'
import type { MfaReset, MfaResetWay } from '#domain/reset/mfa-reset.ts'
import type { BrowserId, SignIn, SignInWish } from '#domain/sign-in/sign-in.ts'
import type { StoredPassword } from './credentials.ts'
import { byteas, inTransactionOrNot, type Sql, type TransactionSql } from './database.ts'
import {
  type AuthenticatorJson,
  type Authenticators,
  authenticatorsColumn,
  toAuthenticators,
} from './devices.ts'
import { endMfaResetsOf, type PendingJson, pendingMfaReset, toPending } from './mfa-resets.ts'
import { type MandateJson, type PersonRow, personColumns, toMandates, toPerson } from './people.ts'
import { endResetsOf } from './resets.ts'

/** A sign-in on its way, with what its pages ask about the person. */
export type FoundSignIn = {
  id: Buffer
  signIn: SignIn
  mfa: MfaState
  account: { failures: number; lockedUntil: Date }
  person: Person
  mandates: readonly Mandate[]
  authenticators: Authenticators
  /** What another sign-in has asked for to replace the devices, to be told and cancelled. */
  pendingMfaReset: MfaReset | undefined
}

/** What a right password changes: the try is given back, the hash may be renewed, a sign-in starts. */
export type ProvenPassword = {
  id: Buffer
  replaces: Buffer
  signIn: SignIn
  /** The hash that the typed password was found to match. */
  verified: StoredPassword
  counted: readonly Buffer[]
  upgrade: StoredPassword | undefined
  isJudgedSound: boolean
  now: Date
}

/**
 * One statement, since 6 million people pass here; false if the password was replaced while it was
 * looked at. An old attempt of the same person in this browser ends (R-SE-01); the name of the
 * browser goes on, and with it its QR code.
 */
export async function addSignIn(sql: Sql, proven: ProvenPassword): Promise<boolean> {
  const { id, replaces, signIn, verified, counted, upgrade, isJudgedSound, now } = proven
  const rows = await sql`
    with still_right as (
      select from accounts a join passwords w on w.person = a.person
      where a.person = ${signIn.person} and w.body = ${sql.json(verified.body as never)}::jsonb
      for update
    ), replaced as (
      delete from sign_ins where id_hash = ${replaces} and exists (select from still_right)
      returning person, browser
    ), given_back as (
      select give_back_password_try(${byteas(sql, counted)})
      from still_right, (select count(*) from replaced) _
    ), renewed as (
      update passwords set
        kind = coalesce(${upgrade?.kind ?? null}, kind),
        body = coalesce(${upgrade ? sql.json(upgrade.body as never) : null}::jsonb, body),
        judged_at = case when ${isJudgedSound} then ${now} else judged_at end
      where person = ${signIn.person} and exists (select from still_right)
        and (${upgrade !== undefined} or ${isJudgedSound})
    )
    insert into sign_ins (id_hash, browser, person, wants, state, weak_password, started_at, expires_at)
    select ${id},
      coalesce((select browser from replaced where person = ${signIn.person}), ${signIn.browser}::uuid),
      ${signIn.person}::uuid, ${signIn.wants}, 'passwordProven',
      ${signIn.state === 'passwordProven' && signIn.weakPassword}, ${now}, ${signIn.expiresAt}
    from given_back
    returning 1`
  return rows.length === 1
}

/** Undefined once its time is over. */
export async function findSignIn(
  sql: Sql,
  id: Buffer,
  now: Date,
): Promise<FoundSignIn | undefined> {
  const [row] = await sql<Row[]>`
    select s.id_hash, s.browser, s.person, s.wants, s.state, s.weak_password, s.tries, s.expires_at,
      a.mfa, a.code_failures, a.codes_locked_until,
      (select way from mfa_resets m where m.id = s.mfa_reset and m.state = 'granted') as mfa_reset,
      ${pendingMfaReset(sql, sql`s.person`, { besides: id, now })},
      ${authenticatorsColumn(sql, sql`s.person`, now)}, ${personColumns(sql)}
    from sign_ins s
    join accounts a on a.person = s.person
    join people p on p.id = s.person
    join agencies g on g.id = p.agency
    where s.id_hash = ${id} and s.expires_at > ${now} and a.state in ('created', 'active')`
  return row && toFound(row)
}

/** Whether an attempt of that name ever was, however late it is. */
export async function hadSignIn(sql: Sql, id: Buffer): Promise<boolean> {
  const rows = await sql`select from sign_ins where id_hash = ${id}`
  return rows.length > 0
}

/** Too many wrong codes, or signed out of: the attempt cannot go on. */
export async function endSignIn(sql: Sql | TransactionSql, id: Buffer): Promise<void> {
  await sql`delete from sign_ins where id_hash = ${id}`
}

export async function endSignInsOf(sql: Sql | TransactionSql, person: PersonId): Promise<void> {
  await sql`delete from sign_ins where person = ${person}`
}

export async function prolongSignIn(sql: Sql, id: Buffer, until: Date): Promise<void> {
  await sql`update sign_ins set expires_at = greatest(expires_at, ${until}) where id_hash = ${id}`
}

/**
 * The weak password of a sign-in is replaced; false if another request did it first, or if what let
 * this one do without a code was taken back. All that was begun or opened with the old one ends
 * (ASVS 7.4.3), for whoever did may know only that; `known`: of this browser.
 */
export function replaceWeakPassword(
  sql: Sql,
  {
    id,
    person,
    password,
    known,
    now,
  }: {
    id: Buffer
    person: PersonId
    password: StoredPassword
    known: Buffer | undefined
    now: Date
  },
  and: (tx: TransactionSql) => Promise<boolean>,
): Promise<boolean> {
  return inTransactionOrNot(sql, async (tx) => {
    const [account] = await tx<{ mfa: MfaState }[]>`
      select mfa from accounts where person = ${person} for update`
    const [signIn] = await tx<{ state: string; mayGoOn: boolean }[]>`
      select state, state = 'secondFactorProven' or ${account?.mfa !== 'inUse'} or exists (
          select from mfa_resets m where m.id = mfa_reset and m.state = 'granted') as may_go_on
      from sign_ins
      where id_hash = ${id} and person = ${person} and weak_password and state <> 'finished'
        and expires_at > ${now} for update`
    if (!signIn?.mayGoOn) return false
    await tx`
      update passwords set kind = ${password.kind}, body = ${tx.json(password.body as never)},
        judged_at = ${now}, must_change = false where person = ${person}`
    await endAllElse(tx, { id, person, known })
    if (signIn.state === 'passwordProven')
      await tx`update sign_ins set weak_password = false where id_hash = ${id}`
    return and(tx)
  })
}

async function endAllElse(
  tx: TransactionSql,
  { id, person, known }: { id: Buffer; person: PersonId; known: Buffer | undefined },
): Promise<void> {
  await endMfaResetsOf(tx, person, { but: id })
  await endResetsOf(tx, person)
  await tx`delete from sign_ins where person = ${person} and id_hash <> ${id}`
  await tx`delete from sessions where person = ${person}`
  await tx`
    delete from known_browsers
    where person = ${person} and token_hash is distinct from ${known ?? null}::bytea`
}

type Row = PersonRow & {
  idHash: Buffer
  browser: BrowserId
  person: PersonId
  wants: SignInWish
  state: SignIn['state']
  weakPassword: boolean
  tries: number
  expiresAt: Date
  mfa: MfaState
  mfaReset: MfaResetWay | null
  pending: PendingJson | null
  codeFailures: number
  codesLockedUntil: Date
  mandates: MandateJson[]
  authenticators: AuthenticatorJson[]
}

function toFound(row: Row): FoundSignIn {
  return {
    id: row.idHash,
    signIn: toSignIn(row),
    mfa: row.mfa,
    account: { failures: row.codeFailures, lockedUntil: row.codesLockedUntil },
    person: toPerson(row),
    mandates: toMandates(row.mandates),
    authenticators: toAuthenticators(row.authenticators),
    pendingMfaReset: toPending(row.pending),
  }
}

function toSignIn({ person, browser, wants, tries, expiresAt, ...row }: Row): SignIn {
  const attempt = { person, browser, wants, tries, expiresAt }
  switch (row.state) {
    case 'passwordProven':
      return {
        ...attempt,
        state: row.state,
        weakPassword: row.weakPassword,
        mfaReset: row.mfaReset ?? undefined,
      }
    case 'secondFactorProven':
      return { ...attempt, state: row.state, weakPassword: true }
    case 'finished':
      return { ...attempt, state: row.state }
  }
}
