import { beforeEach, describe, expect, test } from 'vitest'
import { atAccount } from '#test/support/at-account.ts'
import type { SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { EMAIL, emailProven, typeNewPassword } from '#test/support/reset-walk.ts'
import { keptPasswords } from '#test/support/secrets.ts'
import { visitor } from '#test/support/visitor.ts'
import { atActivation } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const GUESS = 'Kereta-Malam=Lewat8'

beforeEach(async () => {
  await sql`delete from throttles`
})

/** Counts the passwords that were compared with a kept one. */
function counting() {
  let compared = 0
  const matches = (...args: Parameters<typeof keptPasswords.matches>) => {
    compared += 1
    return keptPasswords.matches(...args)
  }
  return { passwords: { ...keptPasswords, matches }, compared: () => compared }
}

async function mailsTo({ id }: SomePerson): Promise<number> {
  return (await sql`select from outbox where person = ${id}`).length
}

describe('R-HA-03 whoever has come to choose a new password', () => {
  test('has ten compared with the old one, which a mailbox must not tell', async () => {
    const { passwords, compared } = counting()
    const { person, browser: seen } = await emailProven(sql)
    const browser = visitor(sql, { cookies: seen.cookies, deps: { passwords } })
    await browser.get(paths.resetNewPassword)
    const form = { new_password: person.password, confirm_password: person.password }
    for (let time = 0; time < 10; time += 1)
      expect((await browser.post(paths.resetNewPassword, form)).body).toContain('harus berbeda')
    const answer = await browser.post(paths.resetNewPassword, form)
    expect(answer.status).toBe(429)
    expect(answer.headers.get('Retry-After')).toBe('3600')
    expect(answer.body).not.toContain('harus berbeda')
    await typeNewPassword(browser, GUESS)
    expect(compared()).toBe(10)
  })

  test('likewise within a sign-in', async () => {
    const { passwords, compared } = counting()
    const WEAK = { password: 'Jeruk-Bali-Manis-71', judgedAt: undefined as never }
    const { person, browser } = await atActivation(sql, { deps: { passwords } }, WEAK)
    await sql`update sign_ins set weak_password = true where person = ${person.id}`
    await browser.get(paths.newPassword)
    const before = compared()
    const form = { new_password: person.password, confirm_password: person.password }
    for (let time = 0; time < 13; time += 1) await browser.post(paths.newPassword, form)
    expect(compared() - before).toBe(10)
  })
})

describe('R-NO-01 a session that changes without end', () => {
  test('downloads ten times an hour: each is a line for ever and a mail before others’', async () => {
    const { person, browser } = await atAccount(sql, { emails: [EMAIL] })
    const before = await mailsTo(person)
    for (let time = 0; time < 10; time += 1)
      expect((await browser.get(paths.ownDataJson)).status).toBe(200)
    const answer = await browser.get(paths.ownDataHtml)
    expect(answer.status).toBe(429)
    expect(answer.body).toContain('Terlalu banyak percobaan.')
    expect((await mailsTo(person)) - before).toBe(10)
  })

  test.each(['cross-site', 'same-site', 'none'])(
    'downloads nothing by a link: %s',
    async (site) => {
      const { browser: seen, kinds, clock } = await atAccount(sql)
      const headers = { 'Sec-Fetch-Site': site }
      const browser = visitor(sql, { cookies: seen.cookies, headers, deps: { clock } })
      for (const file of [paths.ownDataJson, paths.ownDataHtml])
        expect((await browser.get(file)).headers.get('Location')).toBe(paths.ownData)
      expect(await kinds()).toEqual([])
    },
  )

  test('cannot bury the notice of a planted device under renamings', async () => {
    const { person, browser, ids } = await atAccount(sql, { emails: [EMAIL] })
    const [id = ''] = await ids()
    const before = await mailsTo(person)
    await browser.get(paths.deviceName(id as never))
    for (let time = 0; time < 15; time += 1)
      await browser.post(paths.deviceName(id as never), { device_name: `HP ${time}` })
    expect((await mailsTo(person)) - before).toBe(10)
  })

  test('keeps its owner, in another session, from nothing', async () => {
    const { browser, ids, again } = await atAccount(sql, { emails: [EMAIL] })
    for (let time = 0; time < 11; time += 1) await browser.get(paths.ownDataJson)
    const [id = ''] = await ids()
    const owner = await again(60)
    await owner.get(paths.deviceName(id as never))
    const answer = await owner.post(paths.deviceName(id as never), { device_name: 'HP Saya' })
    expect(answer.headers.get('Location')).toBe(paths.devicesAfter('dinamai'))
  })
})
