import { expect, test } from 'vitest'
import { testDatabase } from '#test/support/database.ts'
import { atActivation, codeAt, seedOn, testClock, typePassword } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const DAY = 24 * 3600
const DAYS = [0, 7, -7, 1, -1, 3]

/** The server's clock is wrong at first, then set right, then wrong again, by days. */
test('R-OT-07 a server whose clock jumps by a week either way lets people activate and sign in', async () => {
  for (const days of DAYS) {
    const { clock, at } = testClock()
    at(days * DAY)
    const { person, browser, page } = await atActivation(sql, { deps: { clock } })
    const seed = seedOn(page)
    const form = { device_name: 'HP Samsung', code: codeAt(clock(), 0, seed) }
    expect((await browser.send(paths.activation, form)).path).toBe(paths.recoveryCodes)
    await browser.send(paths.signOut)

    for (const later of [60, 7 * DAY, 14 * DAY]) {
      at(days * DAY + later)
      await browser.get(paths.signIn)
      await typePassword(browser, person)
      const home = await browser.send(paths.code, { code: codeAt(clock(), 0, seed) })
      expect(home.path).toBe(paths.home)
      await browser.send(paths.signOut)
    }
  }
})

test('R-OT-05 a clock set back refuses codes that it had accepted, and says so', async () => {
  const { clock, at } = testClock()
  at(DAY)
  const { person, browser, page } = await atActivation(sql, { deps: { clock } })
  const seed = seedOn(page)
  await browser.send(paths.activation, { device_name: 'HP', code: codeAt(clock(), 0, seed) })
  await browser.send(paths.signOut)
  at(0)
  await browser.get(paths.signIn)
  await typePassword(browser, person)
  const answer = await browser.post(paths.code, { code: codeAt(clock(), 0, seed) })
  expect(answer.status).toBe(422)
  expect(answer.body).toContain('Kode ini sudah dipakai.')
})
