import { describe, expect, test } from 'vitest'
import { giveAgencyCode } from '#test/support/agency-code.ts'
import { NOW, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  atMfaReset,
  BETTER,
  EMAIL,
  emailProven,
  throughMfaDoor,
  typeNewPassword,
} from '#test/support/reset-walk.ts'
import { seconds } from '#test/support/tries.ts'
import type { Answer } from '#test/support/visitor.ts'
import {
  atCode,
  atSignIn,
  type Browser,
  codeAt,
  seedOn,
  testClock,
  typePassword,
} from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const DAY = 24 * 3600
const WRONG = 'ZZZZ-ZZZZ-ZZZZ'

async function atAgencyCode(fields: Partial<SomePerson> = {}) {
  const one = await atCode(sql, {}, { emails: [EMAIL], ...fields })
  await one.browser.get(paths.agencyCode)
  return one
}

function type(browser: Browser, agency_code: string): Promise<Answer> {
  return browser.send(paths.code, { agency_code })
}

async function activate(browser: Browser, page: Answer, now = NOW): Promise<Answer> {
  const form = { device_name: 'HP Baru', code: codeAt(now, 0, seedOn(page)) }
  return browser.send(paths.activation, form)
}

async function devicesOf({ id }: SomePerson) {
  return sql`select name, retired_at is null as in_use from devices where person = ${id} order by name`
}

describe('R-AD-02 a code of BKPSDM after the password', () => {
  test('lets this sign-in activate another device, and then the old ones go', async () => {
    const { person, browser } = await atAgencyCode()
    const { typed } = await giveAgencyCode(sql, person)
    const page = await type(browser, ` ${typed.toLowerCase()} `)
    expect(page.path).toBe(paths.activation)
    expect(await devicesOf(person)).toEqual([{ name: 'HP Samsung', inUse: true }])
    const other = await atSignIn(sql)
    expect((await typePassword(other, person)).path).toBe(paths.code)
    expect((await activate(browser, page)).path).toBe(paths.recoveryCodes)
    expect(await devicesOf(person)).toEqual([
      { name: 'HP Baru', inUse: true },
      { name: 'HP Samsung', inUse: false },
    ])
    const [account] = await sql`select held_because from accounts where person = ${person.id}`
    expect(account).toEqual({ heldBecause: 'reactivation' })
  })

  test('is told to all addresses with Bukan saya, and used once', async () => {
    const { person, browser } = await atAgencyCode()
    const { typed } = await giveAgencyCode(sql, person)
    await type(browser, typed)
    const told = await sql`
      select e.detail ->> 'by' as by from outbox o join events e on e.id = o.event
      where o.person = ${person.id} and e.kind = 'mfaResetGranted'`
    expect(told).toEqual([{ by: 'agencyCode' }])
    const other = await atSignIn(sql)
    await typePassword(other, person)
    const again = await type(other, typed)
    expect(again.body).toContain('Kode aktivasi ulang salah atau sudah tidak berlaku. Sisa 4')
  })

  test('is the third way of Reset MFA, for officers too', async () => {
    for (const fields of [{}, { role: 'officer' }] as const) {
      const { person, browser, page } = await atMfaReset(sql, {}, fields)
      expect(page.body).toContain('Saya punya kode dari BKPSDM')
      const { typed } = await giveAgencyCode(sql, person)
      await browser.get(paths.agencyCode)
      expect((await type(browser, typed)).path).toBe(paths.activation)
    }
  })

  test('serves a day and not a moment longer', async () => {
    for (const [age, path] of [
      [DAY - 1, paths.activation],
      [DAY, paths.code],
    ] as const) {
      const { person, browser } = await atAgencyCode()
      const { typed } = await giveAgencyCode(sql, person, { madeAt: seconds(-age) })
      expect((await type(browser, typed)).path).toBe(path)
    }
  })

  test('is void after five wrong ones, over any number of sign-ins, and told', async () => {
    const { person, browser } = await atAgencyCode()
    const { typed } = await giveAgencyCode(sql, person)
    for (const left of [4, 3])
      expect((await type(browser, WRONG)).body).toContain(`Sisa ${left} percobaan.`)
    const other = await atSignIn(sql)
    await typePassword(other, person)
    await type(other, WRONG)
    await type(other, WRONG)
    const last = await type(other, WRONG)
    expect(last.body).toContain('Lima kode salah. Demi keamanan, silakan masuk lagi dari awal.')
    const fresh = await atSignIn(sql)
    await typePassword(fresh, person)
    expect((await type(fresh, typed)).path).toBe(paths.code)
    const told =
      await sql`select kind from events where person = ${person.id} and kind like 'agencyCode%'`
    expect(told.filter(({ kind }) => kind === 'agencyCodeVoid')).toHaveLength(1)
  })

  test('has five tries a sign-in where none is out, which tells nothing else', async () => {
    const { browser } = await atAgencyCode()
    for (const left of [4, 3, 2, 1])
      expect((await type(browser, WRONG)).body).toContain(`Sisa ${left} percobaan.`)
    expect((await type(browser, WRONG)).body).toContain('silakan masuk lagi dari awal.')
    expect((await browser.open(paths.code)).path).toBe(paths.signIn)
  })

  test('that is misspelt is told, and not counted', async () => {
    const { person, browser } = await atAgencyCode()
    for (const [typed, text] of [
      ['', 'Ketik kode aktivasi ulang dari BKPSDM.'],
      ['ABCD', 'Kode aktivasi ulang terdiri dari 12 huruf dan angka.'],
    ] as const)
      expect((await type(browser, typed)).body).toContain(text)
    const [row] = await sql`select tries from sign_ins where person = ${person.id}`
    expect(row).toEqual({ tries: 0 })
  })

  test('serves during a lock of codes, as recovery codes do', async () => {
    const { person, browser } = await atAgencyCode()
    await sql`update accounts set codes_locked_until = ${seconds(900)} where person = ${person.id}`
    const { typed } = await giveAgencyCode(sql, person)
    expect((await type(browser, typed)).path).toBe(paths.activation)
  })

  test('that is out is told to whoever signs in with the old device, who can cancel it', async () => {
    const { person, browser } = await atAgencyCode()
    const { typed } = await giveAgencyCode(sql, person)
    const { clock, at } = testClock()
    at(60)
    const owner = await atSignIn(sql, { deps: { clock } })
    await typePassword(owner, person)
    const page = await owner.send(paths.code, { code: codeAt(seconds(60)) })
    expect(page.path).toBe(paths.mfaResetCancel)
    expect(page.body).toContain('Petugas BKPSDM memberi kode aktivasi ulang untuk akun Anda')
    await owner.send(paths.mfaResetCancel)
    expect((await type(browser, typed)).path).toBe(paths.code)
  })

  test('is over once its owner says Bukan saya', async () => {
    const { person } = await atAgencyCode()
    const { id } = await giveAgencyCode(sql, person)
    await sql`select stop_pending(${person.id})`
    expect(await sql`select state from mfa_resets where id = ${id}`).toEqual([
      { state: 'cancelled' },
    ])
  })
})

describe('R-AD-02 a code of BKPSDM as step (4) of Lupa Password', () => {
  async function atFactor(fields: Partial<SomePerson>) {
    const one = await emailProven(sql, { deps: { resetMfa: 'keep' } }, fields)
    await one.browser.get(paths.resetAgencyCode)
    return one
  }

  function typeFactor(browser: Browser, agency_code: string): Promise<Answer> {
    return browser.send(paths.resetDevice, { agency_code })
  }

  async function nextSignIn(person: SomePerson): Promise<Answer> {
    const { clock, at } = testClock()
    at(60)
    const after = await atSignIn(sql, { deps: { clock } })
    return typePassword(after, { ...person, password: BETTER })
  }

  test.each<[string, Partial<SomePerson>]>([
    ['an employee whose MFA is kept', {}],
    ['an officer', { role: 'officer' }],
    ['an officer without any device', { role: 'officer', devices: [], mfa: 'reactivation' }],
    ['a frozen account', { state: 'frozen' }],
    ['a frozen account without any device', { state: 'frozen', devices: [], mfa: 'reactivation' }],
  ])('opens it for %s, who then activates anew', async (_, fields) => {
    const { person, browser } = await atFactor(fields)
    const { typed } = await giveAgencyCode(sql, person)
    expect((await typeFactor(browser, typed)).path).toBe(paths.resetNewPassword)
    const end = await typeNewPassword(browser)
    expect(end.body).toContain('Anda akan diminta mengaktifkan MFA lagi.')
    const page = await nextSignIn(person)
    expect(page.path).toBe(paths.activation)
    const [account] = await sql`select state, mfa from accounts where person = ${person.id}`
    expect(account).toEqual({ state: 'active', mfa: 'reactivation' })
  })

  test('R-RS-03 opens a frozen account: recovery codes end, and the record says by what', async () => {
    const { person, browser } = await atFactor({ state: 'frozen' })
    const { typed } = await giveAgencyCode(sql, person)
    await typeFactor(browser, typed)
    await typeNewPassword(browser)
    const told = await sql`
      select kind, detail from events where person = ${person.id} and kind in ('unfrozen', 'agencyCodeUsed')`
    expect(told).toEqual([
      { kind: 'agencyCodeUsed', detail: {} },
      { kind: 'unfrozen', detail: { by: 'agencyCode' } },
    ])
  })

  test('is of no use without the code from the mailbox', async () => {
    const { person } = await atAgencyCode({ state: 'active' })
    await giveAgencyCode(sql, person)
    const browser = await atSignIn(sql)
    expect((await browser.open(paths.resetAgencyCode)).path).toBe(paths.resetStart)
  })

  test('counts its tries in the reset, which the fifth wrong one ends', async () => {
    const { person, browser } = await atFactor({ role: 'officer' })
    const { typed } = await giveAgencyCode(sql, person)
    for (const left of [4, 3, 2, 1])
      expect((await typeFactor(browser, WRONG)).body).toContain(`Sisa ${left} percobaan.`)
    expect((await typeFactor(browser, WRONG)).body).toContain('Kode salah lima kali.')
    const fresh = await atSignIn(sql)
    await throughMfaDoor(fresh, person)
    await fresh.get(paths.agencyCode)
    expect((await fresh.send(paths.code, { agency_code: typed })).path).toBe(paths.code)
  })

  test('ends with a new password that was proven otherwise (R-RS-04)', async () => {
    const { person, browser } = await emailProven(sql, {}, {})
    const { id } = await giveAgencyCode(sql, person)
    await typeNewPassword(browser)
    expect(await sql`select state from mfa_resets where id = ${id}`).toEqual([
      { state: 'cancelled' },
    ])
  })
})
