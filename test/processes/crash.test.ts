import { afterAll, expect, test, vi } from 'vitest'
import type { Sql } from '#src/store/database.ts'
import type { SomePerson } from '#test/support/builders.ts'
import { inGroups, killWhileHeld, reachNamed } from '#test/support/crashes.ts'
import { openDesk, untilForgotten } from '#test/support/desk.ts'
import { BETTER, findWayIn, goOn, LAST_STEPS, type LastStep } from '#test/support/last-steps.ts'
import { untilGone } from '#test/support/leftovers.ts'
import { databasePid, type Portal } from '#test/support/portal.ts'
import { findWriters } from '#test/support/writers.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 120_000 })

const SESSION_PAGES = [paths.home, paths.recoveryCodes]
const desk = await openDesk()
/** Until it is known who writes where, no mail is sent that would write too. */
let portal = await desk.start({ JOBS: 'off' })
let owner = await desk.owner()

/** Every table that a change writes to: whoever waits for it dies in the midst of its transaction. */
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
await portal.stop()
portal = await desk.start()
owner = await desk.owner()

test('T-CRASH no change writes to a table that the next test leaves out', () => {
  expect([...writers.keys()].toSorted()).toEqual(TABLES)
})

test.each(TABLES)(
  'T-CRASH kill -9 while every change waits for %s leaves each person whole, with a way in',
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
    await Promise.all(steps.map((step) => expectWayIn(portal, step)))
  },
)

test('T-CRASH kill -9 at any moment, of the program or of all, leaves each person whole', async () => {
  for (const [at, delay] of [0, 20, 60, 140].entries()) {
    const steps = Object.values(await reach())
    const posts = steps.map(({ post }) => post().catch(() => undefined))
    await new Promise((resolve) => setTimeout(resolve, delay))
    await (at % 2 === 0 ? killProgram() : killAll())
    await Promise.all(posts)
    portal = await desk.start()
    owner = await desk.owner()
    await expectWhole(steps)
    await Promise.all(steps.map((step) => expectWayIn(portal, step)))
  }
})

test('T-CRASH a browser that the crash interrupted goes on with the cookies it has', async () => {
  const steps = Object.values(await reach())
  await portal.kill('SIGKILL')
  portal = await desk.start()
  for (const step of steps) {
    step.browser.goTo(portal.url)
    const { status, path } = await step.post()
    expect(status).toBe(303)
    const reply = await goOn(step.browser, step, await step.browser.open(path))
    expect([...SESSION_PAGES, paths.practice]).toContain(reply.path)
  }
})

afterAll(() => portal.stop())

/** One step before each of these changes, or before all. */
function reach(names?: readonly string[]): Promise<Record<string, LastStep>> {
  const { url } = portal
  const steps = Object.entries(LAST_STEPS).map(
    ([name, to]) => [name, () => to(owner, url)] as const,
  )
  return reachNamed(Object.fromEntries(steps), names)
}

async function killProgram(): Promise<void> {
  await portal.kill('SIGKILL')
  await untilForgotten(owner)
}

async function killAll(): Promise<void> {
  const database = await databasePid(portal)
  await portal.kill('SIGKILL')
  await owner.end({ timeout: 0 })
  process.kill(database, 'SIGKILL')
  await untilGone(database)
}

/** A quarter of a minute later: what a crash claimed for its hashing is free again. */
async function expectWhole(steps: LastStep[]): Promise<void> {
  const [late] =
    await owner`select from accounts where hashing_until > now() + interval '15 seconds'`
  expect(late).toBe(undefined)
  await owner`update accounts set hashing_until = 'epoch' where hashing_until > now()`
  for (const { person } of steps) expect(await contradictions(owner, person)).toEqual([])
}

/** With the new password exactly where the record tells of it, with the code where it tells of no use. */
async function expectWayIn({ url }: Portal, step: LastStep): Promise<void> {
  const wasReplaced = await isTold(step, 'weakPasswordReplaced')
  const wasUsed = await isTold(step, 'recoveryCodeUsed')
  const { password, page, codeOpens } = await findWayIn(url, step)
  expect(SESSION_PAGES).toContain(page.path)
  if (step.passwords.length > 1) expect(password === BETTER).toBe(wasReplaced)
  expect(codeOpens).toBe(step.recoveryCode ? !wasUsed : undefined)
}

async function isTold({ person: { id } }: LastStep, kind: string): Promise<boolean> {
  return (await owner`select from events where person = ${id} and kind = ${kind}`).length > 0
}

/** Each is a pair of facts that a change makes true together; the record tells both or neither. */
async function contradictions(sql: Sql, { id }: SomePerson): Promise<string[]> {
  const [row] = await sql<Record<string, boolean>[]>`
    with told as (select kind, count(*) as times from events where person = ${id} group by kind),
    times as (select coalesce(max(times) filter (where kind = 'signedIn'), 0) as signed_in,
      coalesce(max(times) filter (where kind = 'mfaActivated'), 0) as activated,
      coalesce(max(times) filter (where kind = 'recoveryCodesMade'), 0) as made,
      coalesce(max(times) filter (where kind = 'recoveryCodesSaved'), 0) as saved,
      coalesce(max(times) filter (where kind = 'recoveryCodeUsed'), 0) as used,
      coalesce(max(times) filter (where kind = 'weakPasswordReplaced'), 0) as replaced from told),
    in_use as (select * from devices where person = ${id} and retired_at is null)
    select
      signed_in = (select count(*) from sessions where person = ${id}) as "a session and its event",
      (a.mfa = 'inUse') = (select count(*) = 1 from in_use) as "the device and its account",
      (a.state = 'active') = (a.mfa = 'inUse') as "the account and its state",
      activated = made as "an activation and its recovery codes",
      activated <= signed_in as "an activation and its session",
      activated = 0 or (select count(*) from recovery_codes where person = ${id}) = 10 as "ten codes",
      (saved > 0) = exists (select from recovery_sets
        where person = ${id} and saved_at is not null and made > 0) as "the tick and its event",
      used = (select count(*) from recovery_codes where person = ${id} and used_at is not null)
        as "a used recovery code and its event",
      used <= signed_in as "a used recovery code and its session",
      not exists (select from in_use where last_step > 0) or signed_in > 0
        or exists (select from sign_ins where person = ${id} and state = 'secondFactorProven')
        as "an accepted code and what it opened",
      replaced <= 1 as "one event for one new password",
      (select count(*) from events where person = ${id} and notice_urgency(kind, detail) is not null)
        = (select count(*) from outbox where person = ${id}) as "what is told and its mail"
    from accounts a, times where a.person = ${id}`
  return Object.entries(row ?? { nobody: false }).flatMap(([fact, holds]) => (holds ? [] : [fact]))
}
