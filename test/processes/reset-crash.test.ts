import { afterAll, expect, test, vi } from 'vitest'
import type { Sql } from '#src/store/database.ts'
import { PASSWORD, type SomePerson } from '#test/support/builders.ts'
import { caller, type Reply } from '#test/support/caller.ts'
import { inGroups, killWhileHeld, reachNamed } from '#test/support/crashes.ts'
import { openDesk, presentPasswords, untilForgotten } from '#test/support/desk.ts'
import { BETTER, codeOn, keyOn, signIn } from '#test/support/last-steps.ts'
import { KEY, RESET_STEPS, type ResetStep } from '#test/support/reset-steps.ts'
import { EMAIL, lastCodeMailedTo } from '#test/support/reset-walk.ts'
import { findWriters } from '#test/support/writers.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 120_000 })

/** The mails stay unsent, so that the codes can be read where they wait. */
const desk = await openDesk({ JOBS: 'off' })
let portal = await desk.start()
const owner = await desk.owner()
const hash = await presentPasswords.hash(PASSWORD)

/** Where a session begins; the third tells of a Reset MFA that was granted before the crash. */
const SESSION_PAGES = [paths.home, paths.recoveryCodes, paths.mfaResetCancel]

/** Every table that a reset writes to: whoever waits for it dies in the midst of its transaction. */
const TABLES = [
  'accounts',
  'devices',
  'enrolments',
  'events',
  'known_browsers',
  'mfa_resets',
  'outbox',
  'passwords',
  'recovery_codes',
  'recovery_sets',
  'resets',
  'sessions',
  'sign_ins',
  'throttles',
]
const writers = await findWriters(owner, await reach())

afterAll(() => portal.stop())

test('T-CRASH no reset writes to a table that the next test leaves out', () => {
  expect([...writers.keys()].toSorted()).toEqual(TABLES)
})

test.each(TABLES)(
  'T-CRASH kill -9 while every reset waits for %s leaves all or nothing, and goes on',
  async (table) => {
    const steps = Object.values(await reach(writers.get(table)))
    let begun = 0
    for (const group of inGroups(steps)) {
      for (const { browser } of group) browser.goTo(portal.url)
      const posts = group.map(({ post }) => post)
      begun += await killWhileHeld({ owner, portal, table, posts })
      await expectWhole(group)
      portal = await desk.start()
    }
    expect(begun).toBe(steps.length)
    await freeHashing()
    await Promise.all(steps.map(expectGoesOn))
  },
)

test('T-CRASH kill -9 at any moment of a reset leaves each person a way in', async () => {
  for (const delay of [0, 30, 90, 200]) {
    const steps = Object.values(await reach())
    const posts = steps.map(({ post }) => post().catch(() => undefined))
    await new Promise((resolve) => setTimeout(resolve, delay))
    await portal.kill('SIGKILL')
    await Promise.all(posts)
    await untilForgotten(owner)
    await expectWhole(steps)
    portal = await desk.start()
    await freeHashing()
    await Promise.all(steps.map(({ person }) => expectWayIn(person)))
  }
})

/** One step before each of these changes, or before all. */
function reach(names?: readonly string[]): Promise<Record<string, ResetStep>> {
  const place = { owner, hash, url: portal.url }
  const steps = Object.entries(RESET_STEPS).map(([name, to]) => [name, () => to(place)] as const)
  return reachNamed(Object.fromEntries(steps), names)
}

async function expectWhole(steps: ResetStep[]): Promise<void> {
  for (const { person } of steps) expect(await contradictions(owner, person)).toEqual([])
}

/** A quarter of a minute later: what a crash claimed for its hashing is free again. */
async function freeHashing(): Promise<void> {
  await owner`update accounts set hashing_until = 'epoch' where hashing_until > now()`
}

/** The same post from the same browser, whether the first was lost or only its answer. */
async function expectGoesOn({ person, browser, post }: ResetStep): Promise<void> {
  browser.goTo(portal.url)
  const { status, path } = await post()
  expect(status).toBe(303)
  expect((await browser.open(path)).status).toBe(200)
  expect(await contradictions(owner, person)).toEqual([])
}

/** With what they know, and the mailbox: the new password exactly where the record tells of it. */
async function expectWayIn(person: SomePerson): Promise<void> {
  const [told] = await owner`
    select from events where person = ${person.id} and kind = 'passwordReset'`
  const browser = caller(portal.url)
  const word = told ? BETTER : PASSWORD
  const page = await signIn(browser, person.nip, word)
  expect(page.path).toBe(told ? paths.activation : paths.code)
  const end = told ? await activate(page, browser) : await withDeviceOrMail(person, browser)
  expect(SESSION_PAGES).toContain(end.path)
}

type Browser = ReturnType<typeof caller>

function activate({ body }: Reply, browser: Browser): Promise<Reply> {
  const form = { device_name: 'HP Lagi', code: codeOn(keyOn(body)) }
  return browser.send(paths.activation, form)
}

/** The phone in use is the old one, unless the record tells of another: then by a Reset MFA. */
async function withDeviceOrMail(person: SomePerson, browser: Browser): Promise<Reply> {
  const [other] = await owner`
    select from events where person = ${person.id} and kind = 'mfaActivated'`
  // A code whose step a reset has used is followed by the next one.
  if (!other) return browser.send(paths.code, { code: codeOn(KEY, 30) })
  await browser.get(paths.mfaResetEmail)
  await browser.send(paths.mfaResetEmail, { email: EMAIL })
  const email_code = await lastCodeMailedTo(owner, person)
  return activate(await browser.send(paths.mfaResetEmailCode, { email_code }), browser)
}

/** Each is a pair of facts that a change makes true together; the record tells both or neither. */
async function contradictions(sql: Sql, { id }: SomePerson): Promise<string[]> {
  const [row] = await sql<Record<string, boolean>[]>`
    with told as (select kind, count(*) as times from events where person = ${id} group by kind),
    times as (select coalesce(max(times) filter (where kind = 'resetCodeMade'), 0) as mailed,
      coalesce(max(times) filter (where kind = 'resetEmailProven'), 0) as proven,
      coalesce(max(times) filter (where kind = 'passwordReset'), 0) as reset,
      coalesce(max(times) filter (where kind = 'mfaResetGranted'), 0) as granted,
      coalesce(max(times) filter (where kind = 'mfaActivated'), 0) as activated,
      coalesce(max(times) filter (where kind = 'signedIn'), 0) as signed_in,
      coalesce(max(times) filter (where kind = 'recoveryCodeUsed'), 0) as used from told),
    flows as (select count(*) filter (where purpose = 'password' and state = 'asked' and mailed) as asked,
      count(*) filter (where purpose = 'mfa' and mailed) as mfa_asked,
      count(*) filter (where state = 'emailProven') as email_proven,
      count(*) filter (where state = 'ready' and proof = 'factor') as by_factor,
      count(*) filter (where state in ('emailProven', 'ready')) as open,
      count(*) filter (where state = 'done') as done from resets where person = ${id}),
    in_use as (select * from devices where person = ${id} and retired_at is null)
    select
      mailed = (select count(*) from outbox where person = ${id} and kind = 'resetCode')
        as "a code and its mail",
      (mailed > 0) = (asked + mfa_asked + proven + case when used = 0 then granted else 0 end > 0)
        as "a mail and where it belongs",
      proven = open + reset as "a proven mailbox and its reset",
      reset = done as "a new password and the end of its reset",
      (reset > 0) = (a.mfa = 'reactivation') as "a new password and the device put aside",
      (reset > 0) = (w.judged_at > now() - interval '1 hour') as "a new password and its event",
      by_factor = (select count(*) from in_use where last_step > 0)
          + case when granted = 0 then used else 0 end - activated
        as "an accepted code and what it proved",
      used = (select count(*) from recovery_codes where person = ${id} and used_at is not null)
        as "a used recovery code and its event",
      used = case when granted > 0 and mailed = 0 then granted else by_factor * used end
        as "a used recovery code and what it opened",
      granted = (select count(*) from mfa_resets where person = ${id}) as "what was granted and its event",
      activated = (select count(*) from mfa_resets where person = ${id} and state = 'done')
        as "a new device and the end of its reset",
      activated = (select count(*) from devices where person = ${id} and put_aside)
        as "a new device and the old one put aside",
      (select count(*) from in_use) = 1 as "one device",
      activated = signed_in and signed_in = (select count(*) from sessions where person = ${id})
        as "a new device and its session",
      activated = 0 or (select count(*) from recovery_codes where person = ${id}) = 10 as "ten codes",
      (activated > 0) = (a.held_because is not distinct from 'reactivation' and a.held_until > now())
        as "a new device and its hold",
      (select count(*) from events where person = ${id} and notice_urgency(kind, detail) is not null)
        = (select count(*) from outbox where person = ${id} and kind = 'notice') as "what is told and its mail"
    from accounts a join passwords w on w.person = a.person, times, flows where a.person = ${id}`
  return Object.entries(row ?? { nobody: false }).flatMap(([fact, holds]) => (holds ? [] : [fact]))
}
