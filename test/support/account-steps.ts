import type { MailId } from '#domain/mail/mail.ts'
import { toStored } from '#src/secrets/password-hash.ts'
import type { Sql } from '#src/store/database.ts'
import { paths } from '#views/paths.ts'
import { NOW, SEED, type SomePerson } from './builders.ts'
import { type Caller, caller } from './caller.ts'
import { BETTER, codeOn, keyOn, signIn, twice } from './last-steps.ts'
import { type Form, KEY, type Place, type ResetStep } from './reset-steps.ts'
import { addForgetful, addRecoveryCodes } from './reset-walk.ts'
import { vault } from './secrets.ts'

const DEVICES = [
  { name: 'HP Samsung', seed: SEED },
  { name: 'Tablet', seed: Buffer.from('09876543210987654321') },
]

/** Each change that people make in their own account, one step before it. */
export const ACCOUNT_STEPS = {
  newDevice: async (place: Place) => withSecret(await atAccount(place), paths.newDevice),

  replacement: async (place: Place) => {
    const one = await atAccount(place)
    return withSecret(one, paths.deviceReplacement(await tabletOf(place.owner, one)))
  },

  name: async (place: Place) => {
    const one = await atAccount(place)
    const path = paths.deviceName(await tabletOf(place.owner, one))
    return step(one, path, () => ({ device_name: 'Laptop' }))
  },

  removal: async (place: Place) => {
    const one = await atAccount(place)
    return step(one, paths.deviceRemoval(await tabletOf(place.owner, one)))
  },

  password: async (place: Place) => {
    const one = await atAccount(place)
    const form = { current_password: one.person.password, ...twice(BETTER) }
    return step(one, paths.password, () => form)
  },

  recoveryCodes: async (place: Place) =>
    step(await atAccount(place), paths.recoveryCodes, () => ({ make: 'ya' })),

  stepUp: async (place: Place) =>
    step(await late(place), paths.stepUpFor(paths.password), () => ({ code: codeOn(KEY) })),

  stepUpByRecoveryCode: async (place: Place) => {
    const { recovery_code, ...one } = await late(place)
    return step(one, paths.stepUpByRecoveryCode(paths.password), () => ({ recovery_code }))
  },

  otherSessions: async (place: Place) => step(await atAccount(place), paths.otherSessionsEnd),

  cancel: async (place: Place) => {
    const one = await atAccount(place)
    await addWaiting(place.owner, one.person)
    return step(one, paths.mfaResetCancel)
  },

  /** From the notice of the sign-in, while something waits that has to end with it. */
  freeze: async (place: Place) => {
    const one = await atAccount(place)
    await addWaiting(place.owner, one.person)
    const [mail] = await place.owner<{ id: MailId }[]>`
      select id from outbox where person = ${one.person.id} limit 1`
    const path = paths.notMe(vault.notMeToken(mail?.id ?? ('' as MailId)))
    const browser = caller(place.url)
    return step({ ...one, browser }, path)
  },
} satisfies Record<string, (place: Place) => Promise<ResetStep>>

type One = { person: SomePerson; browser: Caller; recovery_code: string }

async function step(
  { person, browser }: Pick<One, 'person' | 'browser'>,
  path: string,
  form: () => Form = () => ({}),
): Promise<ResetStep> {
  await browser.get(path)
  return { person, browser, form, post: (tab = browser) => tab.post(path, form()) }
}

async function withSecret(one: One, path: string): Promise<ResetStep> {
  const key = keyOn((await one.browser.get(path)).body)
  return step(one, path, () => ({ device_name: 'HP Baru', code: codeOn(key) }))
}

/** Signed in here and elsewhere, with two devices whose codes are all unused, and recovery codes. */
async function atAccount({ owner, hash, url }: Place): Promise<One> {
  const person = await addForgetful(owner, { hash, devices: DEVICES })
  const recovery_code = await addRecoveryCodes(owner, person)
  const browsers = [caller(url), caller(url)]
  for (const browser of browsers) {
    await signIn(browser, person.nip, person.password)
    await browser.send(paths.code, { code: codeOn(KEY) })
    await owner`update devices set last_step = 0 where person = ${person.id}`
  }
  const [browser = caller(url)] = browsers
  await browser.get(paths.account)
  return { person, browser, recovery_code }
}

/** The second factor is longer ago than ten minutes. */
async function late(place: Place): Promise<One> {
  const one = await atAccount(place)
  await place.owner`
    update sessions set started_at = started_at - interval '11 minutes'
    where person = ${one.person.id}`
  return one
}

async function tabletOf(owner: Sql, { person }: One): Promise<string> {
  const [row] = await owner<{ id: string }[]>`
    select id from devices where person = ${person.id} and name = 'Tablet'`
  return row?.id ?? ''
}

async function addWaiting(owner: Sql, { id }: SomePerson): Promise<void> {
  await owner`
    insert into mfa_resets (id, person, way, state, asked_at, opens_at, closes_at)
    values (gen_random_uuid(), ${id}, 'email', 'waiting', now(), now() + interval '1 day', now() + interval '4 days')`
}

/** Each is a pair of facts that a change makes true together; the record tells both or neither. */
export async function accountContradictions(
  { owner: sql, hash }: Pick<Place, 'owner' | 'hash'>,
  { id }: SomePerson,
): Promise<string[]> {
  const [row] = await sql<Record<string, boolean>[]>`
    with told as (select kind, detail, count(*) as times from events where person = ${id} group by kind, detail),
    times as (select coalesce(sum(times) filter (where kind = 'deviceAdded'), 0) as added,
      coalesce(sum(times) filter (where kind = 'deviceReplaced'), 0) as replaced,
      coalesce(sum(times) filter (where kind = 'deviceRenamed'), 0) as renamed,
      coalesce(sum(times) filter (where kind = 'deviceRemoved'), 0) as removed,
      coalesce(sum(times) filter (where kind = 'passwordChanged'), 0) as changed,
      coalesce(sum(times) filter (where kind = 'steppedUp' and detail ->> 'by' = 'code'), 0) as by_code,
      coalesce(sum(times) filter (where kind = 'steppedUp' and detail ->> 'by' = 'recoveryCode'), 0) as by_recovery,
      coalesce(sum(times) filter (where kind = 'recoveryCodeUsed'), 0) as used,
      coalesce(sum(times) filter (where kind = 'recoveryCodesMade'), 0) as made,
      coalesce(sum(times) filter (where kind = 'otherSessionsEnded'), 0) as ended,
      coalesce(sum(times) filter (where kind = 'mfaResetCancelled'), 0) as cancelled,
      coalesce(sum(times) filter (where kind = 'frozen'), 0) as frozen from told),
    in_use as (select * from devices where person = ${id} and retired_at is null)
    select
      (select count(*) from in_use) = 2 + added - removed as "the devices and their events",
      (select count(*) from in_use where name = 'HP Baru') = added + replaced as "a new device and its event",
      (select count(*) from in_use where name = 'Laptop') = renamed as "a new name and its event",
      (select count(*) from devices where person = ${id} and retired_at is not null) = replaced + removed
        as "a device put away and its event",
      not exists (select from enrolments where id in (select id from devices)) as "a secret in one place",
      (w.body <> ${sql.json(toStored(hash).body as never)}::jsonb) = (changed = 1) as "a new password and its event",
      exists (select from in_use where last_step > 0 and name <> 'HP Baru') = (by_code > 0)
        as "an accepted code and what it proved",
      (select count(*) from recovery_codes where person = ${id} and used_at is not null) = used
        and used = by_recovery as "a used recovery code and what it proved",
      exists (select from recovery_sets where person = ${id} and made_at <> ${NOW}) = (made > 0)
        and (select count(*) from recovery_codes where person = ${id}) = 10 as "new codes and their event",
      (select count(*) from sessions where person = ${id}) = 2 - changed - ended - 2 * frozen
        as "the sessions and what ended them",
      exists (select from sessions where person = ${id} and proven_at is not null) = (by_code + by_recovery > 0)
        as "a session and what proved it",
      (a.state = 'frozen') = (frozen = 1) as "the frozen account and its event",
      (select count(*) from mfa_resets where person = ${id} and state = 'cancelled') = cancelled + frozen
        as "what was taken back and its event",
      frozen = 0 or not exists (select from known_browsers where person = ${id}) as "nothing known of a frozen account",
      (select count(*) from events where person = ${id} and notice_urgency(kind, detail) is not null)
        = (select count(*) from outbox where person = ${id}) as "what is told and its mail"
    from accounts a join passwords w on w.person = a.person, times where a.person = ${id}`
  return Object.entries(row ?? { nobody: false }).flatMap(([fact, holds]) => (holds ? [] : [fact]))
}
