import { afterAll, expect, test, vi } from 'vitest'
import { ACCOUNT_STEPS, accountContradictions } from '#test/support/account-steps.ts'
import { PASSWORD, type SomePerson } from '#test/support/builders.ts'
import { caller } from '#test/support/caller.ts'
import { inGroups, killWhileHeld, reachNamed } from '#test/support/crashes.ts'
import { openDesk, presentPasswords, untilForgotten } from '#test/support/desk.ts'
import { BETTER, codeOn, signIn } from '#test/support/last-steps.ts'
import { KEY, type ResetStep } from '#test/support/reset-steps.ts'
import { findWriters } from '#test/support/writers.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 120_000 })

const desk = await openDesk({ JOBS: 'off' })
let portal = await desk.start()
const owner = await desk.owner()
const hash = await presentPasswords.hash(PASSWORD)

/** Every table that someone's change of their own account writes to. */
const TABLES = [
  'accounts',
  'approval_requests',
  'devices',
  'email_corrections',
  'embed_site_requests',
  'enrolments',
  'events',
  'known_browsers',
  'mfa_resets',
  'outbox',
  'passwords',
  'reactivation_codes',
  'recovery_codes',
  'recovery_sets',
  'resets',
  'sessions',
  'sign_ins',
  'throttles',
]
const writers = await findWriters(owner, await reach())

afterAll(() => portal.stop())

test('T-CRASH no change of the own account writes to a table that the next test leaves out', () => {
  expect([...writers.keys()].toSorted()).toEqual(TABLES)
})

test.each(TABLES)(
  'T-CRASH kill -9 while every change of the own account waits for %s leaves all or nothing',
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

test('T-CRASH kill -9 at any moment of a change of the own account leaves a way in', async () => {
  for (const delay of [0, 30, 110]) {
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
  const steps = Object.entries(ACCOUNT_STEPS).map(([name, to]) => [name, () => to(place)] as const)
  return reachNamed(Object.fromEntries(steps), names)
}

async function expectWhole(steps: ResetStep[]): Promise<void> {
  for (const { person } of steps)
    expect(await accountContradictions({ owner, hash }, person)).toEqual([])
}

/** A quarter of a minute later: what a crash claimed for its hashing is free again. */
async function freeHashing(): Promise<void> {
  await owner`update accounts set hashing_until = 'epoch' where hashing_until > now()`
}

/** The same post once more, whether the first was lost or only its answer. */
async function expectGoesOn(step: ResetStep): Promise<void> {
  step.browser.goTo(portal.url)
  await step.browser.open(paths.account)
  const { status } = await step.post()
  // A code that was used by the first is refused.
  expect([303, 422]).toContain(status)
  await expectWhole([step])
  await expectWayIn(step.person)
}

/** With the new password exactly where the record tells of it, unless it tells of a freeze. */
async function expectWayIn(person: SomePerson): Promise<void> {
  const browser = caller(portal.url)
  const [frozen, changed] = await Promise.all([
    happened(person, 'frozen'),
    happened(person, 'passwordChanged'),
  ])
  const page = await signIn(browser, person.nip, changed ? BETTER : PASSWORD)
  if (frozen) return expect(page.body).toContain('Akun Anda ditahan karena laporan Bukan saya.')
  // The step of the interrupted code may be used; the next one is accepted already.
  const home = await browser.send(paths.code, { code: codeOn(KEY, 30) })
  expect([paths.home, paths.mfaResetCancel]).toContain(home.path)
}

async function happened({ id }: SomePerson, kind: string): Promise<boolean> {
  return (await owner`select from events where person = ${id} and kind = ${kind}`).length > 0
}
