import type { AuditEvent } from '#domain/audit/event.ts'
import type { EmailAddress } from '#domain/mail/address.ts'
import type { PersonId } from '#domain/person.ts'
import type { Asked } from '#domain/reset/ask.ts'
import type { EmailProvenReset, ReadyReset, Reset } from '#domain/reset/reset.ts'
import type { EmailCodeNotAdmitted } from '#domain/reset/try-code.ts'
import type { Result } from '#domain/result.ts'
import {
  byteas,
  inTransaction,
  inTransactionOrNot,
  type Sql,
  type TransactionSql,
} from './database.ts'
import { findUsableAddress } from './email-addresses.ts'
import { addEvent } from './events.ts'
import { addMail, type NewMail } from './outbox.ts'
import { lockReset, type ResetKey } from './resets.ts'

/** HMACs of what a mail is counted under. */
export type MailKeys = {
  addressHour: Buffer
  accountHour: Buffer
  accountDay: Buffer
  knownHour: Buffer
}

export type AskForCode = {
  key: ResetKey
  address: EmailAddress
  /** The hash of the cookie of a known browser. */
  known: Buffer | undefined
  keys: (person: PersonId | undefined) => MailKeys
  addressFactor: number
  decide: (reset: Reset | undefined, facts: { isOwn: boolean; isAdmitted: boolean }) => Decided
  /** The HMAC of a new code, and the mail with it. */
  makeCode: (asked: Asked) => {
    mac: Buffer
    mail: (to: EmailAddress) => NewMail
    event: AuditEvent
  }
  now: Date
}

type Decided = Result<Asked, { kind: 'elsewhere' }>

/**
 * The account, the reset, then the counters are locked; code, mail and event stand all or none. For
 * nobody, and for a wrong address, the same row gets a code that nobody knows.
 */
export function askForCode(sql: Sql, ask: AskForCode): Promise<Decided> {
  const { key, now } = ask
  return inTransaction(sql, async (tx) => {
    const [found] = await tx<{ person: PersonId | null }[]>`
      select person from resets where id_hash = ${key.browser} and purpose = ${key.purpose}`
    const person = found?.person ?? undefined
    if (person) await tx`select from accounts where person = ${person} for update`
    const locked = await lockReset(tx, key, now)
    // Another tab may have named somebody else meanwhile, whose code is not this one's to be sent.
    const reset = locked?.person === person ? locked : undefined
    const address = person && (await findUsableAddress(tx, { person, address: ask.address, now }))
    const facts = { isOwn: address !== undefined, isAdmitted: false }
    if (!ask.decide(reset, facts).ok) return ask.decide(reset, facts)
    const isAdmitted = await admitMail(tx, ask, { person, isOwn: facts.isOwn })
    const decided = ask.decide(reset, { ...facts, isAdmitted })
    if (decided.ok) await keepAsked(tx, ask, decided.value, address)
    return decided
  })
}

/** The model is `admitMail`; false is silence. */
async function admitMail(
  tx: TransactionSql,
  { key, known, keys, addressFactor, now }: AskForCode,
  { person, isOwn }: { person: PersonId | undefined; isOwn: boolean },
): Promise<boolean> {
  const { addressHour, accountHour, accountDay, knownHour } = keys(person)
  const [row] = await tx<{ admitted: boolean }[]>`
    select admit_reset_mail(
      ${byteas(tx, [addressHour, accountHour, accountDay, knownHour])}, ${isOwn},
      exists (select from known_browsers
        where person = ${person ?? null} and token_hash = ${known ?? null} and until > ${now}),
      ${addressFactor},
      (select count(*)::int from resets
        where person = ${person ?? null} and mailed and code_expires_at > ${now}
          and not (id_hash = ${key.browser} and purpose = ${key.purpose})),
      ${now}) as admitted`
  return row?.admitted ?? false
}

async function keepAsked(
  tx: TransactionSql,
  { key, makeCode }: AskForCode,
  asked: Asked,
  address: EmailAddress | undefined,
): Promise<void> {
  const { mac, mail, event } = makeCode(asked)
  const { code, expiresAt } = asked.reset
  await tx`
    update resets set state = 'asked', code_mac = ${mac}, code_expires_at = ${code.expiresAt},
      mailed = ${asked.sends}, tries = ${code.tries}, expires_at = ${expiresAt}
    where id_hash = ${key.browser} and purpose = ${key.purpose}`
  if (!asked.sends || !address) return
  await addMail(tx, mail(address))
  await addEvent(tx, event)
}

export type EmailCodeTry =
  | { kind: 'admitted'; tries: number; reset: string; person: PersonId | undefined; mac: Buffer }
  | EmailCodeNotAdmitted

/**
 * Counts a code as wrong before it is looked at (R-RL-06); `admitEmailCode` is the model. Without a
 * `person` the code was mailed to nobody, and is right for nobody.
 */
export async function admitEmailCodeTry(
  sql: Sql,
  { browser, purpose }: ResetKey,
  now: Date,
): Promise<EmailCodeTry> {
  const [row] = await sql<TryRow[]>`
    select outcome, tries, reset, whose, mac from admit_email_code_try(${browser}, ${purpose}, ${now})`
  if (!row) throw new Error('admit_email_code_try answered nothing')
  if (row.outcome !== 'admitted') return { kind: row.outcome }
  const { tries, reset, mac } = row
  return { kind: 'admitted', tries, reset, person: row.whose ?? undefined, mac }
}

/** An error of ours is no wrong code. */
export async function giveBackEmailCodeTry(
  sql: Sql,
  { browser, purpose }: ResetKey,
): Promise<void> {
  await sql`
    update resets set tries = greatest(tries - 1, 0)
    where id_hash = ${browser} and purpose = ${purpose} and state = 'asked'`
}

/** The reset rises to its next state under a new name; of any number of posts of one code, once. */
export function proveEmail(
  sql: Sql,
  {
    key,
    mac,
    to,
    reset,
    event,
  }: {
    key: ResetKey
    mac: Buffer
    to: Buffer
    reset: EmailProvenReset | ReadyReset
    event: AuditEvent
  },
): Promise<boolean> {
  return inTransactionOrNot(sql, async (tx) => {
    await tx`select from accounts where person = ${reset.person} for update`
    const rows = await tx`
      update resets set id_hash = ${to}, state = ${reset.state}, expires_at = ${reset.expiresAt},
        proof = ${reset.state === 'ready' ? reset.proof : null},
        code_mac = null, code_expires_at = null, mailed = false, tries = 0
      where id_hash = ${key.browser} and purpose = ${key.purpose} and id = ${reset.id}
        and state = 'asked' and code_mac = ${mac} returning 1`
    if (rows.length === 0) return false
    await addEvent(tx, event)
    return true
  })
}

/** The code of a mailbox that was proven within a sign-in is used up with it. */
export async function useEmailCode(
  tx: TransactionSql,
  { browser, purpose }: ResetKey,
  mac: Buffer,
): Promise<boolean> {
  const rows = await tx`
    delete from resets
    where id_hash = ${browser} and purpose = ${purpose} and code_mac = ${mac} returning 1`
  return rows.length === 1
}

type TryRow = {
  outcome: 'admitted' | EmailCodeNotAdmitted['kind']
  tries: number
  reset: string
  whose: PersonId | null
  mac: Buffer
}
