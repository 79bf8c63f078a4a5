import { describe, expect, test } from 'vitest'
import type { MailId } from '#domain/mail/mail.ts'
import type { SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  addForgetful,
  addRecoveryCodes,
  askedForCode,
  BETTER,
  lastCodeMailedTo,
  passwordReset,
  typeNewPassword,
} from '#test/support/reset-walk.ts'
import { vault } from '#test/support/secrets.ts'
import { type Visit, visitor } from '#test/support/visitor.ts'
import {
  atSignIn,
  codeAt,
  recoveryCodesOn,
  seedOn,
  testClock,
  typePassword,
  wrongCode,
} from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const HOUR = 3600

/** Opens the link in the newest notice of that kind, and presses its button. */
async function notMe({ id }: SomePerson, kind: string, visit: Visit): Promise<void> {
  const [mail] = await sql<{ id: MailId }[]>`
    select o.id from outbox o join events e on e.id = o.event
    where o.person = ${id} and e.kind = ${kind} order by e.id desc limit 1`
  const browser = visitor(sql, visit)
  const path = paths.notMe(vault.notMeToken(mail?.id ?? ('' as MailId)))
  await browser.get(path)
  await browser.send(path)
}

async function stateOf({ id }: SomePerson) {
  const [row] = await sql`select state, mfa from accounts where person = ${id}`
  return row
}

async function atDevice(person: SomePerson, visit: Visit = {}) {
  const { browser } = await askedForCode(sql, { ...visit, nip: person.nip })
  const email_code = await lastCodeMailedTo(sql, person)
  return { browser, page: await browser.send(paths.resetCode, { email_code }) }
}

/** Whoever reads the mailbox sets a password, activates a phone of their own and signs in. */
async function takenOver() {
  const { clock, at } = testClock()
  const visit: Visit = { deps: { clock } }
  const { person } = await passwordReset(sql, visit)
  const thief = await atSignIn(sql, visit)
  const page = await typePassword(thief, { ...person, password: BETTER })
  const seed = seedOn(page)
  const form = { device_name: 'HP Pencuri', code: codeAt(clock(), 0, seed) }
  const codes = recoveryCodesOn(await thief.send(paths.activation, form))
  at(60)
  const again = await atSignIn(sql, visit)
  await typePassword(again, { ...person, password: BETTER })
  await again.send(paths.code, { code: codeAt(clock(), 0, seed) })
  return { person, seed, codes, thief: again, visit, at, clock }
}

describe('2.8 an account that was taken over with a stolen mailbox', () => {
  test.each(['passwordReset', 'mfaActivated', 'signedIn'])(
    'is frozen from the notice %s, and the phone of the thief opens it never',
    async (kind) => {
      const { person, seed, codes, thief, visit, at, clock } = await takenOver()
      at(HOUR)
      await notMe(person, kind, visit)
      expect(await stateOf(person)).toMatchObject({ state: 'frozen' })
      expect((await thief.open(paths.home)).path).toBe(paths.sessionOver)
      const { browser, page } = await atDevice(person, { ...visit, address: '198.51.100.1' })
      expect(page.path).toBe(paths.resetDevice)
      expect(page.body).toContain('Akun Anda ditahan karena laporan Bukan saya.')
      expect(page.body).not.toContain('Pakai kode cadangan')
      const stolen = await browser.post(paths.resetDevice, { code: codeAt(clock(), 0, seed) })
      expect(stolen.status).toBe(422)
      const code = await browser.send(paths.resetDevice, { recovery_code: codes[0] ?? '' })
      expect(code.path).toBe(paths.resetDevice)
      expect(await stateOf(person)).toMatchObject({ state: 'frozen' })
    },
  )

  test('is opened by its owner with the old phone, and nothing of the thief is left', async () => {
    const { person, seed, codes, visit, at, clock } = await takenOver()
    at(HOUR)
    await notMe(person, 'signedIn', visit)
    const { browser } = await atDevice(person, { ...visit, address: '198.51.100.2' })
    const next = await browser.send(paths.resetDevice, { code: codeAt(clock()) })
    expect(next.path).toBe(paths.resetNewPassword)
    const password = 'Pohon*Kelapa-Miring8'
    const end = await typeNewPassword(browser, password)
    expect(end.body).toContain('kode dari perangkat Anda tetap berlaku.')
    expect(await stateOf(person)).toEqual({ state: 'active', mfa: 'inUse' })
    at(HOUR + 60)
    const owner = await atSignIn(sql, visit)
    await typePassword(owner, { ...person, password })
    const stolen = await owner.post(paths.code, { code: codeAt(clock(), 0, seed) })
    expect(stolen.status).toBe(422)
    const spent = await owner.post(paths.code, { recovery_code: codes[0] ?? '' })
    expect(spent.body).toContain('Kode cadangan salah atau sudah dipakai.')
    expect((await owner.send(paths.code, { code: codeAt(clock()) })).path).toBe(paths.home)
  })
})

describe('step (4) of a reset', () => {
  const officer = { role: 'officer' } as const

  test('counts five wrong codes down, then the reset is over', async () => {
    const person = await addForgetful(sql, officer)
    const { browser } = await atDevice(person)
    const told: string[] = []
    for (let time = 0; time < 5; time += 1)
      told.push((await browser.post(paths.resetDevice, { code: wrongCode() })).body)
    expect(told[0]).toContain('Sisa 4 percobaan.')
    expect(told[4]).toContain('Kode salah lima kali. Silakan mulai dari awal.')
    const end = await browser.send(paths.resetDevice, { code: codeAt() })
    expect(end.path).toBe(paths.resetStart)
  })

  test('R-OT-09 tells no clock to someone whose password nobody has seen', async () => {
    const person = await addForgetful(sql, officer)
    const { browser } = await atDevice(person)
    for (const offset of [-90, 180, 600]) {
      const { body } = await browser.post(paths.resetDevice, { code: codeAt(undefined, offset) })
      expect(body).toContain('Kode salah. Pastikan entri ASN Digital yang Anda buka')
      expect(body).not.toContain('jam HP')
    }
  })

  test('R-RL-03 waits with everybody while codes are locked', async () => {
    const person = await addForgetful(sql, officer)
    await sql`update accounts set code_failures = 9 where person = ${person.id}`
    const { browser } = await atDevice(person)
    const last = await browser.post(paths.resetDevice, { code: wrongCode() })
    expect(last.status).toBe(429)
    expect((await browser.post(paths.resetDevice, { code: codeAt() })).status).toBe(429)
    const told = await sql`select kind from events where person = ${person.id} order by id desc`
    expect(told[0]).toEqual({ kind: 'codesLocked' })
  })

  test('takes a recovery code instead, once', async () => {
    const person = await addForgetful(sql, officer)
    const recovery_code = await addRecoveryCodes(sql, person)
    const { browser, page } = await atDevice(person)
    expect(page.body).toContain('Pakai kode cadangan')
    const wrong = await browser.post(paths.resetDevice, { recovery_code: 'ABCDEFGHIJKLMNOP' })
    expect(wrong.body).toContain('Kode cadangan salah atau sudah dipakai.')
    const next = await browser.send(paths.resetDevice, { recovery_code })
    expect(next.path).toBe(paths.resetNewPassword)
    const [set] = await sql`
      select count(*)::int as unused from recovery_codes
      where person = ${person.id} and used_at is null`
    expect(set).toEqual({ unused: 9 })
  })

  test('sends an officer who never had a device to the agency', async () => {
    const person = await addForgetful(sql, { ...officer, state: 'created' })
    const { browser, page } = await atDevice(person)
    expect(page.path).toBe(paths.resetDevice)
    expect(page.body).toContain('Hubungi BKPSDM instansi Anda.')
    expect(page.body).not.toContain('name="code"')
    expect((await browser.open(paths.resetNewPassword)).path).toBe(paths.resetDevice)
  })

  test('R-OT-07 is postponed and uncharged while our own clock is in doubt', async () => {
    const person = await addForgetful(sql, officer)
    const { browser } = await atDevice(person, {
      deps: { serverClock: { isTrusted: () => false } },
    })
    expect((await browser.post(paths.resetDevice, { code: codeAt() })).status).toBe(503)
    const [account] = await sql`select code_failures from accounts where person = ${person.id}`
    expect(account).toEqual({ codeFailures: 0 })
  })
})
