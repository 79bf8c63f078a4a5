import { createHash } from 'node:crypto'
import { afterAll, expect, test, vi } from 'vitest'
import type { Sql } from '#src/store/database.ts'
import type { SomePerson } from '#test/support/builders.ts'
import { type Caller, caller, type Reply } from '#test/support/caller.ts'
import { openDesk, presentPasswords, untilForgotten, untilWaiting } from '#test/support/desk.ts'
import { BETTER, signIn } from '#test/support/last-steps.ts'
import {
  addForgetful,
  addRecoveryCodes,
  EMAIL,
  lastCodeMailedTo,
} from '#test/support/reset-walk.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 60_000 })

/** The mails stay unsent, so that the codes can be read where they wait. */
const desk = await openDesk({ JOBS: 'off' })
let portal = await desk.start()
const owner = await desk.owner()
const hash = await presentPasswords.hash('Jeruk-Bali-Manis-71')

afterAll(() => portal.stop())

type Step = { person: SomePerson; browser: Caller; post: () => Promise<Reply> }

/** Each change that a reset makes, one step before it. */
const STEPS = {
  ask: async (): Promise<Step> => {
    const { person, browser } = await named()
    return { person, browser, post: () => browser.post(paths.resetEmail, { email: EMAIL }) }
  },
  emailCode: async (): Promise<Step> => {
    const { person, browser, email_code } = await asked()
    return { person, browser, post: () => browser.post(paths.resetCode, { email_code }) }
  },
  password: async (): Promise<Step> => {
    const { person, browser, email_code } = await asked()
    await browser.send(paths.resetCode, { email_code })
    const form = { new_password: BETTER, confirm_password: BETTER }
    return { person, browser, post: () => browser.post(paths.resetNewPassword, form) }
  },
  mfa: async (): Promise<Step> => {
    const person = await addForgetful(owner, { hash })
    const recovery_code = await addRecoveryCodes(owner, person)
    const browser = caller(portal.url)
    await signIn(browser, person.nip, person.password)
    await browser.get(paths.mfaResetRecoveryCode)
    return {
      person,
      browser,
      post: () => browser.post(paths.mfaResetRecoveryCode, { recovery_code }),
    }
  },
}

/** A number is typed; the security check is another test's. */
async function named() {
  const person = await addForgetful(owner, { hash })
  const browser = caller(portal.url)
  await browser.get(paths.signIn)
  const name = createHash('sha256')
    .update(browser.cookies.get('pre') ?? '')
    .digest()
  await owner`
    insert into resets (id, purpose, id_hash, person, state, started_at, expires_at)
    values (gen_random_uuid(), 'password', ${name}, ${person.id}, 'named', now(), now() + interval '30 minutes')`
  return { person, browser }
}

async function asked() {
  const { person, browser } = await named()
  await browser.send(paths.resetEmail, { email: EMAIL })
  return { person, browser, email_code: await lastCodeMailedTo(owner, person) }
}

/** Every table that a reset writes to: whoever waits for it dies in the midst of its transaction. */
test.each([
  'accounts',
  'events',
  'known_browsers',
  'mfa_resets',
  'outbox',
  'passwords',
  'recovery_codes',
  'resets',
  'sessions',
  'sign_ins',
  'throttles',
])('T-CRASH kill -9 while every reset waits for %s leaves all or nothing', async (table) => {
  const steps = await Promise.all(Object.values(STEPS).map((reach) => reach()))
  expect(await killWhileHeld(table, steps)).toBeGreaterThan(0)
  for (const { person } of steps) expect(await contradictions(owner, person)).toEqual([])
  portal = await desk.start()
  for (const { person, browser, post } of steps) {
    browser.goTo(portal.url)
    const { status, path } = await post()
    expect(status).toBe(303)
    expect((await browser.open(path)).status).toBe(200)
    expect(await contradictions(owner, person)).toEqual([])
  }
})

async function killWhileHeld(table: string, steps: Step[]): Promise<number> {
  let open = 0
  const { posts, begun } = await owner.begin(async (tx) => {
    await tx.unsafe(`lock table ${table} in share row exclusive mode`)
    const posts = steps.map(async ({ post }) => {
      open += 1
      await post().catch(() => undefined)
      open -= 1
    })
    await untilWaiting(owner, () => open)
    const begun = open
    await portal.kill('SIGKILL')
    return { posts, begun }
  })
  await Promise.all(posts)
  await untilForgotten(owner)
  return begun
}

/** Each is a pair of facts that a change makes true together; the record tells both or neither. */
async function contradictions(sql: Sql, { id }: SomePerson): Promise<string[]> {
  const [row] = await sql<Record<string, boolean>[]>`
    with told as (select kind, count(*) as times from events where person = ${id} group by kind),
    times as (select coalesce(max(times) filter (where kind = 'resetCodeMade'), 0) as mailed,
      coalesce(max(times) filter (where kind = 'resetEmailProven'), 0) as proven,
      coalesce(max(times) filter (where kind = 'passwordReset'), 0) as reset,
      coalesce(max(times) filter (where kind = 'mfaResetGranted'), 0) as granted,
      coalesce(max(times) filter (where kind = 'recoveryCodeUsed'), 0) as used from told)
    select
      mailed = (select count(*) from outbox where person = ${id} and kind = 'resetCode')
        as "a code and its mail",
      (mailed > 0 and proven = 0) = exists (select from resets where person = ${id} and state = 'asked' and mailed)
        as "a mail and its reset",
      (proven > reset) = exists (select from resets where person = ${id} and state = 'ready')
        as "a proven mailbox and its reset",
      (reset > 0) = exists (select from resets where person = ${id} and state = 'done')
        as "a new password and the end of its reset",
      (reset > 0) = (a.mfa = 'reactivation') as "a new password and the device put aside",
      (reset > 0) = (w.judged_at > now() - interval '1 hour') as "a new password and its event",
      used = (select count(*) from recovery_codes where person = ${id} and used_at is not null)
        as "a used recovery code and its event",
      used = granted as "a used recovery code and what it granted",
      granted = (select count(*) from sign_ins where person = ${id} and mfa_reset is not null)
        as "what was granted and to whom",
      (select count(*) from events where person = ${id} and notice_urgency(kind, detail) is not null)
        = (select count(*) from outbox where person = ${id} and kind = 'notice') as "what is told and its mail"
    from accounts a join passwords w on w.person = a.person, times where a.person = ${id}`
  return Object.entries(row ?? { nobody: false }).flatMap(([fact, holds]) => (holds ? [] : [fact]))
}
