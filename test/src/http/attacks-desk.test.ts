import { beforeEach, describe, expect, test, vi } from 'vitest'
import { giveAgencyCode } from '#test/support/agency-code.ts'
import { atCounter, atDesk, codeOnPage, colleague, HELP, RESET } from '#test/support/at-counter.ts'
import { addAgency, addPerson, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { askOverHttp, decideOverHttp, requestAbout } from '#test/support/giving.ts'
import { atCode, type Browser, inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 30_000 })

const sql = await testDatabase()
const TYPED = { sebab: 'Pemiliknya melapor: ini bukan saya.', tiket: '' }

beforeEach(async () => {
  await sql`delete from throttles`
})

async function freeze({ id }: SomePerson, browser: Browser): Promise<void> {
  await browser.get(paths.employeeAct(id, 'penahanan'))
  const { status } = await browser.post(paths.employeeAct(id, 'penahanan'), TYPED)
  expect(status).toBe(303)
}

async function propose(browser: Browser, { id }: SomePerson) {
  await browser.get(paths.employeeEmail(id))
  const form = { ...HELP, slot: '1', email: 'pencuri@lain.example' }
  return browser.send(paths.employeeEmail(id), form)
}

async function askReset(browser: Browser, { id }: SomePerson) {
  await browser.get(paths.employeeMfaReset(id))
  return browser.send(paths.employeeMfaReset(id), RESET)
}

async function decide(browser: Browser, path: string, decision: string) {
  await browser.get(path)
  return browser.send(path, { decision })
}

async function stateOf(path: string) {
  const id = path.split('/').at(-1) ?? ''
  const [row] = await sql`select state from approval_requests where id = ${id}`
  return row?.['state']
}

async function resetsOf({ id }: SomePerson) {
  const rows = await sql<{ state: string }[]>`select state from mfa_resets where person = ${id}`
  return rows.map(({ state }) => state)
}

describe('R-NO-02 whoever sat at the desk of an officer who is frozen by now', () => {
  test('gets nothing agreed to that was asked for there', async () => {
    const { employee, officer, browser, agency } = await atCounter(sql)
    const { path } = await propose(browser, employee)
    const second = await colleague(sql, agency)
    await freeze(officer, second)
    expect(await stateOf(path)).toBe('stopped')
    expect((await decide(second, path, 'setujui')).status).toBe(422)
    expect(await sql`select from email_corrections where person = ${employee.id}`).toHaveLength(0)
  })

  test('has agreed to nothing that is not used yet', async () => {
    const { employee, browser, agency } = await atCounter(sql, { role: 'verifier' })
    const { path } = await askReset(browser, employee)
    const { person: thiefs, browser: second } = await atDesk(sql, { agency })
    await decide(second, path, 'setujui')
    await freeze(thiefs, browser)
    expect((await decide(browser, path, 'kode')).status).toBe(422)
    expect(await resetsOf(employee)).toEqual([])
  })

  test('hands out no code that serves, and no code for a mailbox', async () => {
    const { employee, officer, browser, agency } = await atCounter(sql)
    expect(codeOnPage(await askReset(browser, employee))).not.toBe('')
    const other = await addPerson(sql, { agency, emails: ['budi@instansi.example'] })
    const { path } = await propose(browser, other)
    const second = await colleague(sql, agency)
    await decide(second, path, 'setujui')
    await freeze(officer, second)
    expect(await resetsOf(employee)).toEqual(['cancelled'])
    const corrections = await sql`select state from email_corrections where person = ${other.id}`
    expect(corrections).toEqual([{ state: 'stopped' }])
  })

  test('gives no role by a request that was left behind', async () => {
    const agency = await addAgency(sql)
    const one = await inOffice(sql, { role: 'agencyAdmin', agency })
    const other = await inOffice(sql, { role: 'agencyAdmin', agency })
    const friend = await addPerson(sql, { agency })
    await askOverHttp(one.browser, friend, 'officer')
    const id = await requestAbout(sql, friend.id)
    await freeze(one.person, other.browser)
    expect((await decideOverHttp(other.browser, id, 'approved')).status).toBe(422)
    expect(await sql`select from mandates where person = ${friend.id}`).toHaveLength(0)
  })
})

describe('R-AD-02 a role that somebody is given', () => {
  async function promoted(person: SomePerson, agency: SomePerson['agency']) {
    const visit = { role: 'agencyAdmin', agency } as const
    const one = await inOffice(sql, visit)
    const other = await inOffice(sql, visit)
    await askOverHttp(one.browser, person, 'officer')
    const id = await requestAbout(sql, person.id)
    const { status } = await decideOverHttp(other.browser, id, 'approved')
    expect(status).toBe(303)
  }

  test('is not opened by a code that one officer gave the employee', async () => {
    const agency = await addAgency(sql)
    const person = await addPerson(sql, { agency })
    await giveAgencyCode(sql, person)
    await promoted(person, agency)
    expect(await resetsOf(person)).toEqual(['cancelled'])
  })

  test('ends what stands between password and code, and a mailbox on its way', async () => {
    const agency = await addAgency(sql)
    const { person, browser } = await atCode(sql, {}, { agency })
    const second = await colleague(sql, agency)
    const { browser: first } = await atDesk(sql, { agency })
    const { path } = await propose(first, person)
    await decide(second, path, 'setujui')
    await promoted(person, agency)
    expect((await browser.get(paths.code)).headers.get('Location')).toBe(paths.signIn)
    const corrections = await sql`select state from email_corrections where person = ${person.id}`
    expect(corrections).toEqual([{ state: 'stopped' }])
  })

  test('makes a code only in the role that asked for it', async () => {
    const { employee, officer, browser, agency } = await atCounter(sql, { role: 'verifier' })
    const { path } = await askReset(browser, employee)
    await decide(await colleague(sql, agency), path, 'setujui')
    const [hat] = await sql<{ id: string }[]>`
      insert into mandates (person, role, agency, valid_from, valid_to)
      values (${officer.id}, 'agencyAdmin', ${agency}, '2020-01-01', '2099-01-01') returning id`
    await browser.get(paths.hats)
    await browser.send(paths.hats, { hat: hat?.id ?? '' })
    expect((await decide(browser, path, 'kode')).status).toBe(422)
    expect(await resetsOf(employee)).toEqual([])
  })
})

describe('R-AD-03 an officer who asks without end', () => {
  test('for resets that take two, and takes them back, has twenty a day', async () => {
    const { employee, officer, browser, agency } = await atCounter(sql, { role: 'verifier' })
    const { path } = await askReset(browser, employee)
    await sql`
      insert into approval_requests (id, kind, person, agency, what, reason, asked_by, asked_as, asked_at, expires_at, state, decided_at)
      select gen_random_uuid(), kind, person, agency, what, reason, asked_by, asked_as, asked_at, expires_at, 'withdrawn', asked_at
      from approval_requests, generate_series(1, 19) where asked_by = ${officer.id}`
    const refused = await askReset(browser, employee)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Batas reset harian Anda sudah tercapai.')
    await decide(await colleague(sql, agency), path, 'setujui')
    expect(codeOnPage(await decide(browser, path, 'kode'))).not.toBe('')
  })

  test('who holds which account has 500 looks a day, wherever in the nation', async () => {
    const { browser } = await inOffice(sql, { role: 'nationalAdmin' })
    const [one, other] = [await addPerson(sql), await addPerson(sql)]
    await sql`delete from throttles`
    await browser.get(paths.newRole)
    await browser.post(paths.newRole, { nip: one.nip })
    await sql`update throttles set count = 500 where not lasting`
    expect((await browser.post(paths.newRole, { nip: other.nip })).status).toBe(429)
    expect(await sql`select from events where person = ${other.id}`).toHaveLength(0)
  })

  test('likewise by the ids of the own agency', async () => {
    const agency = await addAgency(sql)
    const { browser } = await inOffice(sql, { role: 'agencyAdmin', agency })
    const [one, other] = [await addPerson(sql, { agency }), await addPerson(sql, { agency })]
    await sql`delete from throttles`
    await browser.get(paths.newRoleFor(one.id))
    await sql`update throttles set count = 500 where not lasting`
    expect((await browser.get(paths.newRoleFor(other.id))).status).toBe(429)
    expect((await browser.get(paths.newRoleFor(one.id))).status).toBe(200)
    expect(await sql`select from events where person = ${other.id}`).toHaveLength(0)
  })
})

test('R-AD-02 who lets one officer reset alone is seen by the other admins of the agency', async () => {
  const agency = await addAgency(sql)
  const emails = ['admin@instansi.example']
  const other = await addPerson(sql, { agency, role: 'agencyAdmin', emails })
  const { browser } = await atDesk(sql, { agency, role: 'agencyAdmin' })
  await browser.get(paths.deskSettings)
  await browser.send(paths.deskSettings, { two_person_resets: 'ya' })
  await browser.send(paths.deskSettings, { two_person_resets: 'tidak' })
  expect(await sql`select from outbox where person = ${other.id}`).toHaveLength(2)
})
