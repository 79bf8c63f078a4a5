import { describe, expect, test } from 'vitest'
import type { SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  addRecoveryCodes,
  atMfaReset,
  codesMailedTo,
  EMAIL,
  throughMfaDoor,
  typeEmailCode,
} from '#test/support/reset-walk.ts'
import { type Visit, visitor } from '#test/support/visitor.ts'
import {
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
const keep = { resetMfa: 'keep' } as const

async function devicesOf({ id }: SomePerson): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select name from devices where person = ${id} and retired_at is null`
  return rows.map(({ name }) => name)
}

async function holdOf({ id }: SomePerson) {
  const [row] = await sql`select held_because from accounts where person = ${id}`
  return row?.['heldBecause']
}

/** From the form, without going where it leads. */
async function typeRecoveryCode(browser: Browser, recovery_code: string) {
  await browser.get(paths.mfaResetRecoveryCode)
  return browser.post(paths.mfaResetRecoveryCode, { recovery_code })
}

/** Activates with the secret on the page that the browser has come to. */
async function activate(browser: Browser, now: Date) {
  const page = await browser.get(paths.activation)
  const form = { device_name: 'HP Baru', code: codeAt(now, 0, seedOn(page)) }
  return browser.send(paths.activation, form)
}

describe('R-RS-09 Reset MFA by a recovery code', () => {
  test.each([false, true])(
    'leads to a new device at once, without a hold; htmx: %s',
    async (htmx) => {
      const { clock, at } = testClock()
      const { person, browser, page } = await atMfaReset(sql, { htmx, deps: { clock } })
      expect(page.path).toBe(paths.mfaReset)
      const recovery_code = await addRecoveryCodes(sql, person)
      const next = await typeRecoveryCode(browser, recovery_code)
      expect(next.headers.get(htmx ? 'HX-Redirect' : 'Location')).toBe(paths.activation)
      expect(await devicesOf(person)).toEqual(['HP Samsung'])
      expect((await activate(browser, at(60))).path).toBe(paths.recoveryCodes)
      expect(await devicesOf(person)).toEqual(['HP Baru'])
      expect(await holdOf(person)).toBeNull()
    },
  )

  test('serves once, whichever form it was typed into', async () => {
    const { person, browser } = await atMfaReset(sql)
    const recovery_code = await addRecoveryCodes(sql, person)
    await typeRecoveryCode(browser, recovery_code)
    const again = visitor(sql)
    await throughMfaDoor(again, person)
    const answer = await typeRecoveryCode(again, recovery_code)
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('Kode cadangan salah atau sudah dipakai.')
  })

  test.each([
    ['', 'Ketik kode cadangan Anda.'],
    ['ABCD', 'Kode cadangan terdiri dari 16 huruf dan angka. Periksa kembali.'],
  ])('says what is none: %j', async (recovery_code, text) => {
    const { browser } = await atMfaReset(sql)
    const answer = await typeRecoveryCode(browser, recovery_code)
    expect(answer.body).toContain(text)
  })

  test('waits after ten wrong ones in an hour, as at every door', async () => {
    const { person, browser } = await atMfaReset(sql)
    await sql`update accounts set recovery_hour_since = now(), recovery_hour_count = 10
      where person = ${person.id}`
    const answer = await typeRecoveryCode(browser, 'ABCD EFGH IJKL MNOP')
    expect(answer.status).toBe(429)
  })
})

describe('R-RS-09 Reset MFA by mail', () => {
  test('under reactivate leads to a new device at once, with the hold of R-RS-07', async () => {
    const { clock, at } = testClock()
    const { person, browser } = await atMfaReset(sql, { deps: { clock } })
    expect((await typeEmailCode(sql, browser, person)).path).toBe(paths.activation)
    expect((await activate(browser, at(60))).path).toBe(paths.recoveryCodes)
    expect(await devicesOf(person)).toEqual(['HP Baru'])
    expect(await holdOf(person)).toBe('reactivation')
  })

  test('under keep waits a day, and then asks for the mailbox once more', async () => {
    const { clock, at } = testClock()
    const visit: Visit = { deps: { clock, ...keep } }
    const { person, browser } = await atMfaReset(sql, visit)
    const page = await typeEmailCode(sql, browser, person)
    expect(page.path).toBe(paths.mfaReset)
    expect(page.body).toContain(
      'Permintaan diterima. Perangkat baru dapat diaktifkan mulai 22 November 2026 pukul 12.00 WIB. Sampai saat itu perangkat lama tetap berlaku dan permintaan dapat dibatalkan.',
    )
    expect(page.body).not.toContain(`href="${paths.mfaResetEmail}"`)
    expect((await browser.open(paths.activation)).path).toBe(paths.mfaReset)
    at(DAY)
    const later = visitor(sql, visit)
    const opened = await throughMfaDoor(later, person)
    expect(opened.body).toContain('Waktu tunggu permintaan Anda sudah selesai.')
    expect((await later.open(paths.activation)).path).toBe(paths.mfaReset)
    expect((await typeEmailCode(sql, later, person)).path).toBe(paths.activation)
    expect((await activate(later, at(DAY + 60))).path).toBe(paths.recoveryCodes)
    expect(await devicesOf(person)).toEqual(['HP Baru'])
  })

  test('is over three days after it opened', async () => {
    const { clock, at } = testClock()
    const visit: Visit = { deps: { clock, ...keep } }
    const { person, browser } = await atMfaReset(sql, visit)
    await typeEmailCode(sql, browser, person)
    at(4 * DAY)
    const late = visitor(sql, visit)
    await throughMfaDoor(late, person)
    const again = await typeEmailCode(sql, late, person)
    expect(again.path).toBe(paths.mfaReset)
    expect(again.body).toContain('mulai 26 November 2026 pukul 12.00 WIB.')
  })

  test.each(['officer', 'nationalAdmin'] as const)('is none for %s', async (role) => {
    const fields = role === 'officer' ? { role } : {}
    const { person, browser } = await atMfaReset(sql, {}, fields)
    if (role === 'nationalAdmin')
      await sql`insert into mandates values (${person.id}, ${role}, null, '2020-01-01', '2099-01-01')`
    const page = await browser.get(paths.mfaReset)
    expect(page.body).toContain(
      'Untuk petugas dan admin, MFA tidak dapat direset dengan kode email.',
    )
    expect(
      (await browser.post(paths.mfaResetEmail, { email: EMAIL })).headers.get('Location'),
    ).toBe(paths.mfaReset)
    expect(await codesMailedTo(sql, person)).toEqual([])
  })

  test('is asked for three times in thirty days and then refused, with the code unspent', async () => {
    const { person, browser } = await atMfaReset(sql)
    const recovery_code = await addRecoveryCodes(sql, person)
    await sql`
      insert into mfa_resets (id, person, way, state, asked_at)
      select gen_random_uuid(), ${person.id}, 'email', 'cancelled', '2026-11-20T05:00:00Z'
      from generate_series(1, 3)`
    const answer = await typeRecoveryCode(browser, recovery_code)
    expect(answer.status).toBe(429)
    expect(answer.body).toContain('MFA sudah direset 3 kali dalam 30 hari.')
    const [left] = await sql`
      select count(*)::int as unused, (select recovery_failures from accounts where person = ${person.id})
      from recovery_codes where person = ${person.id} and used_at is null`
    expect(left).toEqual({ unused: 10, recoveryFailures: 0 })
  })
})

describe('a Reset MFA that is under way', () => {
  async function waiting() {
    const { clock, at } = testClock()
    const visit: Visit = { deps: { clock, ...keep } }
    const { person, browser } = await atMfaReset(sql, visit)
    await typeEmailCode(sql, browser, person)
    return { person, browser, visit, at }
  }

  test('is told at the end of a sign-in with the old device, and on Beranda', async () => {
    const { person, visit, at } = await waiting()
    const owner = await atSignIn(sql, visit)
    await typePassword(owner, person)
    const end = await owner.send(paths.code, { code: codeAt(at(30)) })
    expect(end.path).toBe(paths.mfaResetCancel)
    expect(end.body).toContain('Permintaan diterima.')
    expect((await owner.get(paths.home)).body).toContain(`href="${paths.mfaResetCancel}"`)
  })

  test('is taken back by Batalkan, for whoever asked too', async () => {
    const { person, browser, visit, at } = await waiting()
    const owner = await atSignIn(sql, visit)
    await typePassword(owner, person)
    await owner.send(paths.code, { code: codeAt(at(30)) })
    const page = await owner.send(paths.mfaResetCancel)
    expect(page.body).toContain('Permintaan Reset MFA dibatalkan. Perangkat lama tetap berlaku.')
    expect((await owner.get(paths.home)).body).not.toContain('Batalkan')
    at(DAY)
    await throughMfaDoor(browser, person)
    expect((await browser.open(paths.activation)).path).toBe(paths.mfaReset)
    expect((await browser.get(paths.mfaReset)).body).not.toContain('Waktu tunggu')
  })

  test('is taken back in the middle of another activation: cancel against finish', async () => {
    const { clock, at } = testClock()
    const { person, browser } = await atMfaReset(sql, { deps: { clock } })
    await typeEmailCode(sql, browser, person)
    const shown = await browser.get(paths.activation)
    const owner = await atSignIn(sql, { deps: { clock } })
    await typePassword(owner, person)
    await owner.send(paths.code, { code: codeAt(at(30)) })
    await owner.send(paths.mfaResetCancel)
    const code = codeAt(at(60), 0, seedOn(shown))
    const end = await browser.send(paths.activation, { device_name: 'HP Pencuri', code })
    expect(end.path).toBe(paths.mfaReset)
    expect(await devicesOf(person)).toEqual(['HP Samsung'])
  })

  test('is asked for from /masuk/kode too, where the old device still serves', async () => {
    const { person, browser, page } = await atMfaReset(sql)
    expect(page.body).toContain(`href="${paths.code}"`)
    expect((await browser.get(paths.code)).status).toBe(200)
    expect((await browser.send(paths.code, { code: codeAt() })).path).toBe(paths.home)
    const other = await atSignIn(sql)
    expect((await typePassword(other, person)).body).toContain(`href="${paths.mfaReset}"`)
  })
})

describe('the door of Reset MFA', () => {
  test('leads someone without a device to the activation', async () => {
    const { page } = await atMfaReset(sql, {}, { state: 'created' })
    expect(page.path).toBe(paths.activation)
  })

  test.each([paths.mfaResetDoor, paths.weakPassword])(
    'R-RS-08 counts with /masuk, so that no door gives new tries: %s',
    async (door) => {
      const { person } = await atMfaReset(sql)
      const browser = visitor(sql, { address: '198.51.100.31' })
      await browser.get(paths.signIn)
      for (let time = 0; time < 4; time += 1)
        await browser.post(paths.signIn, { username: person.nip, password: 'salah' })
      await browser.get(door)
      const answer = await browser.post(door, { username: person.nip, password: 'salah' })
      expect(answer.status).toBe(429)
      expect(answer.body).toContain('Terlalu banyak percobaan.')
    },
  )
})
