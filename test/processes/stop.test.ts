import { expect, test, vi } from 'vitest'
import { addPerson, PASSWORD } from '#test/support/builders.ts'
import { caller } from '#test/support/caller.ts'
import { openDesk, untilWaiting } from '#test/support/desk.ts'
import { codeOn, keyOn, signIn } from '#test/support/last-steps.ts'
import { isRunning } from '#test/support/leftovers.ts'
import { databasePid } from '#test/support/portal.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 60_000 })

test('SIGTERM finishes the answers under way, stops the database and ends with code 0', async () => {
  const desk = await openDesk()
  const portal = await desk.start()
  const database = await databasePid(portal)
  const owner = await desk.owner()
  const { nip } = await addPerson(owner)
  const browser = caller(portal.url)
  await browser.get(paths.signIn)
  const { answer, stopped } = await owner.begin(async (tx) => {
    await tx`lock table sign_ins in share row exclusive mode`
    const answer = browser.post(paths.signIn, { username: nip, password: PASSWORD })
    await untilWaiting(owner, () => 1)
    const stopped = portal.stop()
    await expect.poll(() => isAnswering(portal.url), { timeout: 10_000 }).toBe(false)
    return { answer, stopped }
  })
  await owner.end({ timeout: 1 })
  expect(await answer).toMatchObject({ status: 303, path: paths.code })
  expect(await stopped).toBe(0)
  expect(await isRunning(database)).toBe(false)
  const again = await desk.start()
  browser.goTo(again.url)
  expect((await browser.open(paths.code)).path).toBe(paths.code)
  expect(await again.stop()).toBe(0)
})

test('a server restarted between any two steps leaves the journey where it was', async () => {
  const desk = await openDesk()
  let portal = await desk.start()
  const { nip } = await addPerson(await desk.owner(), { state: 'created' })
  const browser = caller(portal.url)
  const restart = async () => {
    await portal.stop()
    portal = await desk.start()
    browser.goTo(portal.url)
  }
  await browser.get(paths.signIn)
  await restart()
  const activation = await browser.send(paths.signIn, { username: nip, password: PASSWORD })
  const key = keyOn(activation.body)
  await restart()
  expect(keyOn((await browser.open(paths.activation)).body)).toBe(key)
  await restart()
  const codes = await browser.send(paths.activation, { device_name: 'HP', code: codeOn(key) })
  expect(codes.path).toBe(paths.recoveryCodes)
  await restart()
  expect((await browser.open(paths.recoveryCodes)).body).toContain('class="codes"')
  expect((await browser.send(paths.recoveryCodes, { saved: 'ya' })).path).toBe(paths.practice)
  expect((await signIn(caller(portal.url), nip, PASSWORD)).path).toBe(paths.code)
  await portal.stop()
})

async function isAnswering(url: string): Promise<boolean> {
  return fetch(new URL('/healthz', url)).then(
    () => true,
    () => false,
  )
}
