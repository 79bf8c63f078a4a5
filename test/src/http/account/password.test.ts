import { describe, expect, test } from 'vitest'
import { makeHashQueue } from '#src/secrets/hash-queue.ts'
import { atAccount } from '#test/support/at-account.ts'
import { PASSWORD } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { vault } from '#test/support/secrets.ts'
import { visitor } from '#test/support/visitor.ts'
import { typePassword } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const BETTER = 'Layang-Layang=Putus7'
const form = (current = PASSWORD, typed = BETTER, confirmation = typed) => ({
  current_password: current,
  new_password: typed,
  confirm_password: confirmation,
})

async function atPassword(visit = {}) {
  const one = await atAccount(sql, {}, visit)
  await one.browser.get(paths.password)
  const failures = async () => {
    const rows =
      await sql`select from events where person = ${one.person.id} and kind = 'passwordWrong'`
    return rows.length
  }
  const opens = async (password: string) => {
    const other = visitor(sql, { deps: { clock: one.clock } })
    await other.get(paths.signIn)
    return (await typePassword(other, { nip: one.person.nip, password })).path === paths.code
  }
  return { ...one, failures, opens }
}

describe('/akun/password (R-PW-07)', () => {
  test('changes the password, under a new session id, and says so', async () => {
    const { browser, kinds, opens } = await atPassword()
    const old = browser.cookies.get('sid')
    const done = await browser.send(paths.password, form())
    expect(done.path).toBe(paths.accountAfter('password'))
    expect(done.body).toContain('Password baru tersimpan. Semua sesi lain sudah diakhiri.')
    expect(browser.cookies.get('sid')).not.toBe(old)
    expect(await kinds()).toEqual(['passwordChanged'])
    expect([await opens(BETTER), await opens(PASSWORD)]).toEqual([true, false])
  })

  test('ends the other sessions, sign-ins on their way and other known browsers (ASVS 7.4.3)', async () => {
    const { person, browser, again, clock } = await atPassword()
    const other = await again(30)
    const midway = visitor(sql, { deps: { clock } })
    await midway.get(paths.signIn)
    await typePassword(midway, person)
    await browser.get(paths.password)
    await browser.send(paths.password, form())
    expect((await other.open(paths.home)).path).toBe(paths.sessionOver)
    expect((await midway.open(paths.code)).path).toBe(paths.signIn)
    expect(await sql`select from known_browsers where person = ${person.id}`).toHaveLength(1)
    expect((await browser.open(paths.home)).path).toBe(paths.home)
  })

  test('counts a wrong present password, says so, and changes nothing', async () => {
    const { browser, failures, opens, kinds } = await atPassword()
    const refused = await browser.post(paths.password, form('salah'))
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Password sekarang salah. Periksa kembali, lalu coba lagi.')
    expect(await failures()).toBe(1)
    expect(await opens(PASSWORD)).toBe(true)
    expect(await kinds()).toEqual(['passwordWrong'])
  })

  test('slows guessing down, and stops it', async () => {
    const { browser, at, failures } = await atPassword()
    const answers = []
    for (let count = 0; count < 4; count += 1)
      answers.push(await browser.post(paths.password, form('salah')))
    const slowed = await browser.post(paths.password, form())
    expect([slowed.status, slowed.headers.get('Retry-After')]).toEqual([429, '1'])
    expect(slowed.body).toContain('Terlalu banyak percobaan. Silakan coba lagi pukul 12.00.01 WIB')
    for (let count = 0; count < 60; count += 1) {
      at(31 + count * 31)
      await browser.get(paths.home)
      if (count % 15 === 0)
        await sql`update sessions set proven_at = started_at + interval '1 hour'`
      await browser.post(paths.password, form('salah'))
    }
    const last = await browser.post(paths.password, form('salah'))
    expect(last.status).toBe(429)
    expect(await failures()).toBeLessThanOrEqual(100)
  })

  test.each([
    ['', BETTER, BETTER, 'Ketik password Anda sekarang.'],
    ['salah', 'pendek', 'pendek', 'Password minimal 12 karakter; Anda mengetik 6.'],
    ['salah', BETTER, 'lain', 'Konfirmasi password tidak sama.'],
    [PASSWORD, PASSWORD, PASSWORD, 'Password baru harus berbeda dari yang lama.'],
    [BETTER, BETTER, BETTER, 'Password baru harus berbeda dari yang lama.'],
  ])('answers no guess where %j is to become %j', async (current, typed, confirmation, text) => {
    const { browser, failures } = await atPassword()
    const refused = await browser.post(paths.password, form(current, typed, confirmation))
    expect([refused.status, refused.body.includes(text)]).toEqual([422, true])
    expect(refused.body).not.toContain(`value="${typed}"`)
    expect(await failures()).toBe(0)
  })

  test('counts no right password', async () => {
    const { person, browser } = await atPassword()
    await browser.send(paths.password, form())
    const key = vault.throttleKey('known browsers', `person ${person.id}`)
    expect(await sql`select count from throttles where key = ${key}`).toEqual([{ count: 0 }])
  })

  test('has no place in a full queue, and then counts nothing', async () => {
    const hashQueue = makeHashQueue({ workers: 0, waiting: 0 })
    const { browser: seen, clock, failures } = await atPassword()
    const browser = visitor(sql, { cookies: seen.cookies, deps: { clock, hashQueue } })
    await browser.get(paths.password)
    const busy = await browser.post(paths.password, form('salah'))
    expect([busy.status, busy.headers.get('Retry-After')]).toEqual([503, '5'])
    expect(await failures()).toBe(0)
  })

  test('asks for a step-up first, and keeps no password meanwhile', async () => {
    const { browser, at, opens } = await atPassword()
    at(600)
    const asked = await browser.send(paths.password, form())
    expect(asked.path).toBe(paths.stepUpFor(paths.password))
    expect(asked.body).not.toContain(BETTER)
    expect(await opens(PASSWORD)).toBe(true)
  })
})
