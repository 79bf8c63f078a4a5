import { describe, expect, test } from 'vitest'
import { throttleKeys } from '#src/http/sign-in/throttle-keys.ts'
import { addAgency, addPerson, NOW, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { vault } from '#test/support/secrets.ts'
import { seconds, together } from '#test/support/tries.ts'
import { codeAt, inOffice, signedIn, testClock, wrongCode } from '#test/support/walk.ts'
import type { DeskActPath } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const REASON = 'Pegawai datang ke loket dengan kartu pegawai'
const form = { sebab: REASON, tiket: 'LY-0417' }

async function desk(fields: Partial<SomePerson> = {}) {
  const agency = await addAgency(sql)
  const whom = await addPerson(sql, { agency, emails: ['budi@instansi.example'], ...fields })
  const { person: officer, browser } = await inOffice(sql, { role: 'officer', agency })
  const at = async (act: DeskActPath) => {
    await browser.get(paths.employeeAct(whom.id, act))
    return (typed: Record<string, string> = form) =>
      browser.post(paths.employeeAct(whom.id, act), typed)
  }
  return { agency, whom, officer, browser, at }
}

async function accountOf(person: string) {
  const [account] = await sql`
    select state, closed_from, disabled_from, code_failures, codes_locked_until
    from accounts where person = ${person}`
  return account
}

async function eventsOf(person: string) {
  return [
    ...(await sql`
      select kind, detail, hat is not null as worn from events
      where person = ${person} and actor <> person order by id`),
  ]
}

describe('an act of the desk', () => {
  test('2.6 unlocks codes and browsers, not the budget, and is told to the person', async () => {
    const { whom, at } = await desk()
    const nowhere = { network: '', alone: '', known: undefined }
    const keys = throttleKeys({ vault }, { person: whom.id }, nowhere)
    await sql`
      insert into throttles (key, count, since, lasting)
      values (${keys.unknownBrowsers}, 80, ${NOW}, true), (${keys.knownBrowsers}, 20, ${NOW}, true)`
    await sql`
      update accounts set code_failures = 10, codes_locked_until = ${seconds(900)}
      where person = ${whom.id}`
    const { status, headers } = await (await at('buka-kunci'))()
    expect(status).toBe(303)
    expect(headers.get('Location')).toBe(`${paths.employee(whom.id)}?hasil=buka-kunci`)
    const unlocked = { codeFailures: 10, codesLockedUntil: new Date(0) }
    expect(await accountOf(whom.id)).toMatchObject(unlocked)
    const counters = await sql`
      select from throttles where key in (${keys.unknownBrowsers}, ${keys.knownBrowsers})`
    expect(counters).toHaveLength(0)
    const detail = { reason: REASON, ticket: 'LY-0417' }
    expect(await eventsOf(whom.id)).toEqual([{ kind: 'lockLifted', detail, worn: true }])
    expect(await sql`select from outbox where person = ${whom.id}`).toHaveLength(1)
  })

  test('R-SE-05 disables with the end of every session, and enables what was before', async () => {
    const agency = await addAgency(sql)
    const { person: whom, browser: owner } = await signedIn(sql, {}, { agency })
    const { browser } = await inOffice(sql, { role: 'officer', agency })
    await browser.get(paths.employeeAct(whom.id, 'penonaktifan'))
    await browser.post(paths.employeeAct(whom.id, 'penonaktifan'), form)
    expect(await accountOf(whom.id)).toMatchObject({ state: 'disabled', disabledFrom: 'active' })
    expect((await owner.get(paths.home)).headers.get('Location')).toBe(paths.sessionOver)
    await browser.post(paths.employeeAct(whom.id, 'pengaktifan'), form)
    expect(await accountOf(whom.id)).toMatchObject({ state: 'active', disabledFrom: null })
  })

  test('2.3 a frozen account that was disabled is frozen again, since the same moment', async () => {
    const { whom, at, browser } = await desk({ state: 'frozen' })
    await (await at('penonaktifan'))()
    await browser.post(paths.employeeAct(whom.id, 'pengaktifan'), form)
    const [account] = await sql`select state, frozen_at from accounts where person = ${whom.id}`
    expect(account).toEqual({ state: 'frozen', frozenAt: new Date('2020-01-01T00:00:00Z') })
  })

  test('R-AK-02 what the national data closed in the meantime is left to the data', async () => {
    const { whom, at, browser } = await desk()
    await (await at('penonaktifan'))()
    await sql`update people set legal_position = '14' where id = ${whom.id}`
    await browser.post(paths.employeeAct(whom.id, 'pengaktifan'), form)
    expect(await accountOf(whom.id)).toMatchObject({ state: 'disabled', closedFrom: 'active' })
    const again = await browser.post(paths.employeeAct(whom.id, 'pengaktifan'), form)
    expect(again.status).toBe(422)
    expect(again.body).toContain('ditutup oleh data kepegawaian nasional')
  })

  test('freezes at the word of the owner', async () => {
    const { whom, at } = await desk()
    await (await at('penahanan'))()
    expect(await accountOf(whom.id)).toMatchObject({ state: 'frozen' })
    expect((await eventsOf(whom.id)).map(({ kind }) => kind)).toEqual(['frozenByAgency'])
  })

  test.each([
    ['created', 'activation'],
    ['active', 'mailbox'],
  ] as const)('mails to somebody %s about the %s, three times a day', async (state, about) => {
    const { whom, at } = await desk({ state })
    const post = await at('kirim-ulang')
    const answers = [await post(), await post(), await post(), await post()]
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 429])
    expect(await sql`select from outbox where person = ${whom.id}`).toHaveLength(3)
    expect((await eventsOf(whom.id))[0]?.['detail']).toMatchObject({ about })
  })

  test('a note is read by colleagues, and changes nothing', async () => {
    const { whom, agency, at } = await desk()
    const before = await accountOf(whom.id)
    await (await at('catatan'))()
    expect(await accountOf(whom.id)).toEqual(before)
    const { browser: colleague } = await inOffice(sql, { role: 'officer', agency })
    expect((await colleague.get(paths.employee(whom.id))).body).toContain(`${REASON} (LY-0417)`)
  })

  test.each([
    ['too short', { sebab: 'datang' }, 'Tulis sedikitnya 20 huruf; Anda mengetik 6.'],
    ['blank', { sebab: ' '.repeat(30) }, 'Anda mengetik 0.'],
  ])('without a reason (%s) changes nothing, and keeps what was typed', async (_, typed, text) => {
    const { whom, at } = await desk()
    const before = await accountOf(whom.id)
    const { status, body } = await (await at('penonaktifan'))({ ...typed, tiket: 'LY-1' })
    expect(status).toBe(422)
    expect(body).toContain(text)
    expect(body).toContain('value="LY-1"')
    expect(await accountOf(whom.id)).toEqual(before)
    expect(await eventsOf(whom.id)).toEqual([])
  })

  test('R-SE-06 asks for a code older than five minutes in the form itself', async () => {
    const agency = await addAgency(sql)
    const whom = await addPerson(sql, { agency })
    const { clock, at } = testClock()
    const { browser } = await inOffice(sql, { role: 'officer', agency }, { deps: { clock } })
    const path = paths.employeeAct(whom.id, 'penonaktifan')
    const now = at(300)
    await browser.get(path)
    const asked = await browser.post(path, form)
    expect(asked.status).toBe(422)
    expect(asked.body).toContain(`${REASON}</textarea>`)
    const refused = await browser.post(path, { ...form, otp: wrongCode(now) })
    expect(refused.status).toBe(422)
    expect(await accountOf(whom.id)).toMatchObject({ state: 'active' })
    const done = await browser.post(path, { ...form, otp: codeAt(now) })
    expect(done.status).toBe(303)
    expect(await accountOf(whom.id)).toMatchObject({ state: 'disabled' })
  })

  test.each(['oneself', 'higherRole'] as const)('R-AD-01 on %s is refused', async (who) => {
    const { agency, officer, browser } = await desk()
    const head = await addPerson(sql, { agency, role: 'agencyAdmin' })
    const id = who === 'oneself' ? officer.id : head.id
    const path = paths.employeeAct(id, 'penonaktifan')
    expect((await browser.get(path)).headers.get('Location')).toBe(paths.employee(id))
    const { headers } = await browser.post(path, form)
    expect(headers.get('Location')).toBe(paths.employee(id))
    expect(await accountOf(id)).toMatchObject({ state: 'active' })
  })

  test('R-NO-01 twenty a day by one officer: no notice is buried under notes', async () => {
    const { whom, agency, at } = await desk()
    const post = await at('catatan')
    const answers = await together(22, () => post())
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(20)
    const refused = answers.find(({ status }) => status === 429)
    expect(refused?.body).toContain('Batas 20 tindakan per hari untuk pegawai ini tercapai.')
    expect(await eventsOf(whom.id)).toHaveLength(20)
    const { browser: colleague } = await inOffice(sql, { role: 'officer', agency })
    await colleague.get(paths.employeeAct(whom.id, 'penahanan'))
    const frozen = await colleague.post(paths.employeeAct(whom.id, 'penahanan'), form)
    expect(frozen.status).toBe(303)
  })

  test('R-AD-02 T-RACE twenty at once disable once', async () => {
    const { whom, at } = await desk()
    const post = await at('penonaktifan')
    const answers = await together(20, () => post())
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(await eventsOf(whom.id)).toHaveLength(1)
    expect(await accountOf(whom.id)).toMatchObject({ disabledFrom: 'active' })
  })
})
