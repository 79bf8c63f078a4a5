import { randomBytes } from 'node:crypto'
import type { EmailAddress } from '#domain/mail/address.ts'
import type { MailId } from '#domain/mail/mail.ts'
import type { PersonId } from '#domain/person.ts'
import { askReset } from '#domain/reset/ask.ts'
import {
  type EmailProvenReset,
  nameReset,
  type ReadyReset,
  type ResetId,
  type ResetProof,
  untilNextProof,
} from '#domain/reset/reset.ts'
import { no } from '#domain/result.ts'
import type { Sql } from '#src/store/database.ts'
import { type AskForCode, askForCode, proveEmail } from '#src/store/email-codes.ts'
import { addReset, type ResetKey } from '#src/store/resets.ts'
import { NOW } from './builders.ts'
import { origin } from './tries.ts'

export const ADDRESS = 'pegawai@instansi.example' as EmailAddress

export type SomeReset = { key: ResetKey; id: ResetId; person: PersonId | undefined }

/** A number was typed in a browser of its own. */
export async function addSomeReset(
  sql: Sql,
  person: PersonId | undefined,
  fields: Partial<ResetKey> = {},
): Promise<SomeReset> {
  const key: ResetKey = { browser: randomBytes(32), purpose: 'password', ...fields }
  const id = crypto.randomUUID() as ResetId
  await addReset(sql, key, nameReset(id, person, NOW), NOW)
  return { key, id, person }
}

/** Asks as the shell does, with counters of its own unless a test says which are shared. */
export function askSome(
  sql: Sql,
  { key, person }: SomeReset,
  { now = NOW, mac = randomBytes(32), ...fields }: Partial<AskForCode> & { mac?: Buffer } = {},
) {
  const keys = {
    addressHour: randomBytes(32),
    accountHour: randomBytes(32),
    accountDay: randomBytes(32),
    knownHour: randomBytes(32),
  }
  return askForCode(sql, {
    key,
    address: ADDRESS,
    known: undefined,
    keys: () => keys,
    addressFactor: 1,
    decide: (reset, facts) => (reset ? askReset(reset, facts, now) : no({ kind: 'elsewhere' })),
    makeCode: () => ({
      mac,
      mail: (address) => ({
        id: crypto.randomUUID() as MailId,
        person: person ?? ('' as PersonId),
        address,
        kind: 'resetCode',
        sealed: { keyId: 'k', sealed: randomBytes(8) },
        madeAt: now,
      }),
      event: eventOf(person ?? ('' as PersonId), now),
    }),
    now,
    ...fields,
  })
}

/** As after the right code: a second factor is due, or the new password. */
export async function addProvenReset(
  sql: Sql,
  person: PersonId,
  proof: ResetProof | 'none' = 'mailbox',
): Promise<SomeReset & { reset: EmailProvenReset | ReadyReset }> {
  const one = await addSomeReset(sql, person)
  const mac = randomBytes(32)
  await askSome(sql, one, { mac })
  const to = randomBytes(32)
  const flow = { id: one.id, person, expiresAt: untilNextProof(NOW) }
  const reset: EmailProvenReset | ReadyReset =
    proof === 'none'
      ? { ...flow, state: 'emailProven', tries: 0 }
      : { ...flow, state: 'ready', proof }
  await proveEmail(sql, { key: one.key, mac, to, reset, event: eventOf(person, NOW) })
  return { ...one, key: { ...one.key, browser: to }, reset }
}

export function eventOf(person: PersonId, at: Date) {
  const happening = { kind: 'resetCodeMade', purpose: 'password' } as const
  return { ...origin, at, person, actor: person, happening }
}
