import { describe, expect, test, vi } from 'vitest'
import {
  atCounter,
  atDesk,
  codeOnPage,
  colleague,
  REASON,
  RESET,
} from '#test/support/at-counter.ts'
import { addAgency, addPerson, NOW, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { seconds, together } from '#test/support/tries.ts'
import type { Answer } from '#test/support/visitor.ts'
import type { Browser } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 30_000 })

const sql = await testDatabase()

/** A reset that waits for somebody else: of a person who holds an office. */
async function asked(fields: Partial<SomePerson> = {}) {
  const one = await atCounter(sql, { role: 'verifier', ...fields })
  await one.browser.get(paths.employeeMfaReset(one.employee.id))
  const page = await one.browser.send(paths.employeeMfaReset(one.employee.id), RESET)
  return { ...one, page, path: page.path }
}

async function decide(
  browser: Browser,
  path: string,
  decision: string,
  reason = '',
): Promise<Answer> {
  await browser.get(path)
  return browser.send(path, { decision, reason })
}

async function stateOf(path: string) {
  const [row] =
    await sql`select state from approval_requests where id = ${path.split('/').at(-1) ?? ''}`
  return row?.['state']
}

async function codesOf({ id }: SomePerson) {
  return sql`select from mfa_resets where person = ${id}`
}

describe('R-AD-02 two persons', () => {
  test('the desk tells each of them whose turn it is', async () => {
    const { browser, path, agency } = await asked()
    const second = await colleague(sql, agency)
    const turn = 'Persetujuan (1 menunggu Anda)'
    const desks = async () =>
      Promise.all([browser, second].map(async (one) => (await one.get(paths.desk)).body))
    expect((await desks()).map((body) => body.includes(turn))).toEqual([false, true])
    await decide(second, path, 'setujui')
    expect((await desks()).map((body) => body.includes(turn))).toEqual([true, false])
  })

  test('are asked for whoever holds an office: no code before the second agrees', async () => {
    const { employee, browser, page, path, agency } = await asked()
    expect(path).toMatch(/^\/instansi\/persetujuan\//)
    expect(page.body).toContain('Permintaan ini harus disetujui petugas lain.')
    expect(await codesOf(employee)).toEqual([])
    const second = await colleague(sql, agency)
    expect((await second.get(paths.approvals)).body).toContain(path)
    const shown = await second.get(path)
    for (const text of [REASON, 'hadir langsung', 'BKD-118', 'Setujui'])
      expect(shown.body).toContain(text)
    await decide(second, path, 'setujui')
    expect(await stateOf(path)).toBe('approved')
    expect(await codesOf(employee)).toEqual([])
    const code = await decide(browser, path, 'kode')
    expect(code.path).toBe(paths.employeeCode(employee.id))
    expect(codeOnPage(code)).not.toBe('')
    expect(await stateOf(path)).toBe('done')
  })

  test('are asked for everybody where the agency wants it, which its chief says', async () => {
    const agency = await addAgency(sql)
    const { browser: chief } = await atDesk(sql, { agency, role: 'agencyAdmin' })
    await chief.get(paths.deskSettings)
    const page = await chief.send(paths.deskSettings, { two_person_resets: 'ya' })
    expect(page.body).toContain('petugas kedua menyetujui setiap reset MFA')
    const { path } = await asked({ agency, role: undefined })
    expect(await stateOf(path)).toBe('open')
    const { browser: officer } = await atDesk(sql, { agency })
    expect((await officer.get(paths.deskSettings)).status).toBe(404)
  })

  test('tell the employee at request, approval and code, with who did it', async () => {
    const { employee, browser, path, agency } = await asked()
    await decide(await colleague(sql, agency), path, 'setujui')
    await decide(browser, path, 'kode')
    const told = await sql`
      select e.kind from outbox o join events e on e.id = o.event
      where o.person = ${employee.id} order by e.id`
    expect(told.map(({ kind }) => kind)).toEqual([
      'agencyResetAsked',
      'agencyResetApproved',
      'agencyCodeMade',
    ])
  })

  test.each([
    ['tolak', 'declined'],
    ['tarik', 'withdrawn'],
  ])('may say no: %s', async (decision, state) => {
    const { employee, browser, path, agency } = await asked()
    const by = decision === 'tolak' ? await colleague(sql, agency) : browser
    await decide(by, path, decision, 'Bukti diri tidak cukup untuk ini.')
    expect(await stateOf(path)).toBe(state)
    expect((await decide(browser, path, 'kode')).status).toBe(422)
    expect(await codesOf(employee)).toEqual([])
  })

  test('say why where they refuse', async () => {
    const { path, agency } = await asked()
    const page = await decide(await colleague(sql, agency), path, 'tolak', 'tidak')
    expect(page.body).toContain('Alasan sedikitnya 20 huruf; Anda mengetik 5.')
    expect(await stateOf(path)).toBe('open')
  })
})

describe('R-AD-02 nobody decides', () => {
  test('their own request, not even under another hat', async () => {
    const { officer, browser, path, agency } = await asked()
    const [hat] = await sql<{ id: string }[]>`
      insert into mandates (person, role, agency, valid_from, valid_to)
      values (${officer.id}, 'agencyAdmin', ${agency}, '2020-01-01', '2099-01-01') returning id`
    await browser.get(paths.hats)
    await browser.send(paths.hats, { hat: hat?.id ?? '' })
    const page = await decide(browser, path, 'setujui')
    expect(page.status).toBe(422)
    expect(page.body).toContain('Permintaan ini harus disetujui petugas lain.')
    expect(await stateOf(path)).toBe('open')
  })

  test('a request about themselves', async () => {
    const agency = await addAgency(sql)
    const { person, browser } = await atDesk(sql, { agency })
    const { browser: first } = await atDesk(sql, { agency })
    await first.get(paths.employeeMfaReset(person.id))
    const { path } = await first.send(paths.employeeMfaReset(person.id), RESET)
    expect((await decide(browser, path, 'setujui')).status).toBe(422)
    expect((await decide(browser, path, 'tolak', REASON)).status).toBe(422)
    expect(await stateOf(path)).toBe('open')
  })

  test('a request of another agency, nor sees it', async () => {
    const { path } = await asked()
    const { browser } = await atDesk(sql)
    expect((await browser.get(path)).status).toBe(404)
    expect((await browser.post(path, { decision: 'setujui' })).status).toBe(404)
    expect((await browser.get(paths.approvals)).body).not.toContain(path)
    expect(await stateOf(path)).toBe('open')
  })

  test('what its person has meanwhile taken along to another agency', async () => {
    const { employee, path } = await asked()
    const elsewhere = await addAgency(sql)
    await sql`update people set agency = ${elsewhere} where id = ${employee.id}`
    const { browser } = await atDesk(sql, { agency: elsewhere })
    expect((await browser.get(path)).status).toBe(404)
    expect((await browser.post(path, { decision: 'setujui' })).status).toBe(404)
  })

  test('about somebody who was given a higher role in between', async () => {
    const { employee, path, agency } = await asked()
    await sql`
      insert into mandates (person, role, agency, valid_from, valid_to)
      values (${employee.id}, 'agencyAdmin', ${agency}, '2020-01-01', '2099-01-01')`
    const page = await decide(await colleague(sql, agency), path, 'setujui')
    expect(page.body).toContain('memegang peran yang lebih tinggi')
    expect(await stateOf(path)).toBe('open')
  })

  test('for somebody whose mandate has ended since they asked', async () => {
    const { officer, employee, path, agency } = await asked()
    await sql`update mandates set valid_to = ${NOW} where person = ${officer.id}`
    await decide(await colleague(sql, agency), path, 'setujui')
    expect(await stateOf(path)).toBe('stopped')
    expect(await codesOf(employee)).toEqual([])
  })

  test('after a day', async () => {
    const { path, agency } = await asked()
    await sql`update approval_requests set asked_at = ${seconds(-86_401)}, expires_at = ${seconds(-1)}`
    const page = await decide(await colleague(sql, agency), path, 'setujui')
    expect(page.body).toContain('sudah diputuskan, dihentikan, atau lewat waktu')
  })
})

describe('R-AD-02 an approval', () => {
  test('is acted on once, and by nobody but who asked', async () => {
    const { employee, browser, path, agency } = await asked()
    const second = await colleague(sql, agency)
    await decide(second, path, 'setujui')
    expect((await decide(second, path, 'kode')).status).toBe(422)
    await decide(browser, path, 'kode')
    expect((await decide(browser, path, 'kode')).status).toBe(422)
    expect(await codesOf(employee)).toHaveLength(1)
  })

  test('is worth nothing once whoever agreed has lost the office', async () => {
    const { employee, browser, path, agency } = await asked()
    const { person, browser: second } = await atDesk(sql, { agency })
    await decide(second, path, 'setujui')
    await sql`update mandates set valid_to = ${NOW} where person = ${person.id}`
    expect((await decide(browser, path, 'kode')).status).toBe(422)
    expect(await codesOf(employee)).toEqual([])
  })

  test('is stopped by Bukan saya, before and after it was given', async () => {
    for (const agreed of [false, true]) {
      const { employee, browser, path, agency } = await asked()
      if (agreed) await decide(await colleague(sql, agency), path, 'setujui')
      await sql`update accounts set state = 'frozen' where person = ${employee.id}`
      await sql`select stop_pending(${employee.id})`
      expect(await stateOf(path)).toBe('stopped')
      expect((await decide(browser, path, 'kode')).status).toBe(422)
    }
  })

  test('T-RACE is given by one of two officers at once', async () => {
    const { employee, path, agency } = await asked()
    const officers = await together(2, () => colleague(sql, agency))
    for (const one of officers) await one.get(path)
    const answers = await Promise.all(
      officers.map((one) => one.post(path, { decision: 'setujui' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    const events = await sql`
      select from events where person = ${employee.id} and kind = 'agencyResetApproved'`
    expect(events).toHaveLength(1)
  })

  test('of a national admin’s request is a national admin’s to give', async () => {
    const chief = await addPerson(sql, { role: 'agencyAdmin' })
    const { browser: first } = await atDesk(sql, { role: 'nationalAdmin' })
    const { browser: second } = await atDesk(sql, { role: 'nationalAdmin' })
    await first.get(paths.employeeMfaReset(chief.id))
    const { path } = await first.send(paths.employeeMfaReset(chief.id), RESET)
    await decide(second, path, 'setujui')
    expect(await stateOf(path)).toBe('approved')
  })
})
