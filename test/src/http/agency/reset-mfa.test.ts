import { describe, expect, test, vi } from 'vitest'
import { atCounter, atDesk, codeOnPage, colleague, RESET } from '#test/support/at-counter.ts'
import { addAgency, addPerson, addUnit, NOW, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { seconds } from '#test/support/tries.ts'
import { atSignIn, type Browser, codeAt, testClock, typePassword } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 30_000 })

const sql = await testDatabase()

async function reset(browser: Browser, { id }: SomePerson, form: Record<string, string> = RESET) {
  await browser.get(paths.employeeMfaReset(id))
  return browser.send(paths.employeeMfaReset(id), form)
}

async function codesOf({ id }: SomePerson) {
  return sql`select state from mfa_resets where person = ${id} order by asked_at, state`
}

async function eventsOf({ id }: SomePerson, kind: string) {
  return sql`select actor, hat is not null as in_role, detail from events where person = ${id} and kind = ${kind}`
}

describe('R-AD-02 MFA reset at the desk', () => {
  test('shows the officer a code with which the employee activates another phone', async () => {
    const { employee, browser } = await atCounter(sql)
    const page = await reset(browser, employee)
    expect(page.path).toBe(paths.employeeCode(employee.id))
    expect(page.body).toContain('Serahkan langsung kepada pegawai; kode hanya ditampilkan sekali.')
    expect(page.headers.get('Cache-Control')).toBe('no-store')
    const agency_code = codeOnPage(page)
    const phone = await atSignIn(sql)
    await typePassword(phone, employee)
    await phone.get(paths.agencyCode)
    expect((await phone.send(paths.code, { agency_code })).path).toBe(paths.activation)
  })

  test('shows it again where the answer was lost, to nobody else, until it is handed over', async () => {
    const { employee, browser, agency } = await atCounter(sql)
    const code = codeOnPage(await reset(browser, employee))
    const path = paths.employeeCode(employee.id)
    expect(codeOnPage(await browser.get(path))).toBe(code)
    expect(codeOnPage(await (await colleague(sql, agency)).get(path))).toBe('')
    await browser.post(path)
    const page = await browser.get(path)
    expect(codeOnPage(page)).toBe('')
    expect(page.body).toContain('Tidak ada kode yang ditampilkan di sini.')
  })

  test('goes with the session when its second factor is renewed', async () => {
    const { clock, at } = testClock()
    const { employee, browser } = await atCounter(sql, {}, { deps: { clock } })
    const code = codeOnPage(await reset(browser, employee))
    const other = await addPerson(sql, { agency: await agencyOf(employee) })
    at(360)
    await reset(browser, other, { ...RESET, otp: codeAt(at(360)) })
    expect(codeOnPage(await browser.get(paths.employeeCode(employee.id)))).toBe(code)
  })

  test('is told to the employee with Bukan saya, and stands in the record with role and reason', async () => {
    const { employee, officer, browser } = await atCounter(sql)
    await reset(browser, employee)
    const [made] = await eventsOf(employee, 'agencyCodeMade')
    expect(made).toMatchObject({ actor: officer.id, inRole: true })
    expect(made?.['detail']).toMatchObject(RESET)
    const mails = await sql`
      select from outbox o join events e on e.id = o.event
      where o.person = ${employee.id} and e.kind = 'agencyCodeMade'`
    expect(mails).toHaveLength(1)
  })

  test('makes the older code void', async () => {
    const { employee, browser } = await atCounter(sql)
    await reset(browser, employee)
    await reset(browser, employee)
    expect(await codesOf(employee)).toEqual([{ state: 'cancelled' }, { state: 'issued' }])
  })

  test.each<[string, Record<string, string>, string]>([
    ['a cause', { cause: '' }, 'Pilih sebab reset MFA.'],
    ['evidence', { evidence: 'nip' }, 'Pilih bukti diri yang Anda periksa.'],
    ['a reason', { reason: 'HP hilang' }, 'Alasan sedikitnya 20 huruf; Anda mengetik 9.'],
  ])('asks for %s, and keeps what else was typed', async (_, missing, text) => {
    const { employee, browser } = await atCounter(sql)
    const page = await reset(browser, employee, { ...RESET, ...missing })
    expect(page.status).toBe(422)
    expect(page.body).toContain(text)
    expect(page.body).toContain('BKD-118')
    expect(await codesOf(employee)).toEqual([])
  })

  test.each<[string, Partial<SomePerson>, string]>([
    ['disabled', { state: 'disabled' }, 'Akun pegawai ini dinonaktifkan.'],
    ['never activated', { state: 'created' }, 'Pegawai ini belum pernah mengaktifkan MFA.'],
  ])('is refused for an account that is %s', async (_, fields, text) => {
    const { employee, browser } = await atCounter(sql, fields)
    expect((await reset(browser, employee)).body).toContain(text)
    expect(await codesOf(employee)).toEqual([])
  })

  test('R-AD-04 is refused to an officer with one device, who is told where to add one', async () => {
    const { employee, agency } = await atCounter(sql)
    const { browser } = await atDesk(sql, { agency, devices: [{ name: 'HP', seed: SEED_ONE }] })
    const page = await reset(browser, employee)
    expect(page.body).toContain('Anda sendiri harus memiliki dua perangkat.')
    expect(page.body).toContain(`href="${paths.newDevice}"`)
    expect(await codesOf(employee)).toEqual([])
  })

  test('asks for the second factor where it is older than five minutes', async () => {
    const { clock, at } = testClock()
    const { employee, browser } = await atCounter(sql, {}, { deps: { clock } })
    at(301)
    const page = await reset(browser, employee)
    expect(page.status).toBe(422)
    expect(page.body).toContain('name="otp"')
    expect(page.body).toContain('BKD-118')
    const again = await browser.send(paths.employeeMfaReset(employee.id), {
      ...RESET,
      otp: codeAt(at(301)),
    })
    expect(codeOnPage(again)).not.toBe('')
  })
})

describe('R-AD-01 nobody resets', () => {
  test('somebody of another agency, who does not exist for them', async () => {
    const { employee } = await atCounter(sql)
    const { browser } = await atDesk(sql)
    for (const page of [
      await browser.get(paths.employeeMfaReset(employee.id)),
      await browser.post(paths.employeeMfaReset(employee.id), RESET),
      await browser.get(paths.employeeCode(employee.id)),
      await browser.post(paths.employeeCode(employee.id)),
    ]) {
      expect(page.status).toBe(404)
      expect(page.body).toContain('Pegawai dengan NIP ini tidak ditemukan di instansi Anda.')
    }
    expect(await codesOf(employee)).toEqual([])
  })

  test('somebody of another unit of the agency', async () => {
    const agency = await addAgency(sql)
    const [own, other] = [await addUnit(sql, agency), await addUnit(sql, agency)]
    const employee = await addPerson(sql, { agency, unit: other })
    const { person: officer, browser } = await atDesk(sql, { agency, unit: own })
    await sql`update mandates set unit = ${own} where person = ${officer.id}`
    expect((await browser.get(paths.employeeMfaReset(employee.id))).status).toBe(404)
    expect((await browser.post(paths.employeeMfaReset(employee.id), RESET)).status).toBe(404)
  })

  test('themselves, whatever they call themselves', async () => {
    const { officer, browser } = await atCounter(sql)
    const page = await reset(browser, officer)
    expect(page.status).toBe(422)
    expect(page.body).toContain('Anda tidak dapat mereset MFA akun Anda sendiri.')
    expect(await codesOf(officer)).toEqual([])
    expect(await eventsOf(officer, 'agencyResetAsked')).toEqual([])
  })

  test('a higher role', async () => {
    const { agency, browser } = await atCounter(sql)
    const chief = await addPerson(sql, { agency, role: 'agencyAdmin' })
    expect((await reset(browser, chief)).body).toContain('memegang peran yang lebih tinggi')
    expect(await codesOf(chief)).toEqual([])
  })

  test('once their hat is taken from them, whatever page they have before them', async () => {
    const { employee, officer, browser } = await atCounter(sql)
    await browser.get(paths.employeeMfaReset(employee.id))
    await sql`update mandates set valid_to = ${NOW} where person = ${officer.id}`
    expect((await browser.post(paths.employeeMfaReset(employee.id), RESET)).status).toBe(403)
    expect(await codesOf(employee)).toEqual([])
  })
})

describe('R-AD-03 limits of MFA resets', () => {
  test('are twenty a day for an officer: refused, and the admins of the agency hear of it once', async () => {
    const { agency, officer, employee, browser } = await atCounter(sql)
    const chief = await addPerson(sql, { agency, role: 'agencyAdmin', emails: ['a@b.example'] })
    await addPerson(sql, { role: 'agencyAdmin', emails: ['other@b.example'] })
    await sql`
      with resets as (
        insert into mfa_resets (id, person, way, state, asked_at)
        select gen_random_uuid(), ${employee.id}, 'agencyCode', 'done', ${seconds(-40 * 86_400)}
        from generate_series(1, 20) returning id)
      insert into reactivation_codes (reset, made_by, made_as, made_at, mac)
      select r.id, ${officer.id}, m.id, ${seconds(-60)}, 'x' from resets r, mandates m
      where m.person = ${officer.id}`
    for (let time = 0; time < 2; time += 1)
      expect((await reset(browser, employee)).body).toContain(
        'Batas reset harian Anda sudah tercapai. Silakan minta petugas lain.',
      )
    const told = await sql`
      select o.person from outbox o join events e on e.id = o.event where e.kind = 'officerLimitReached'`
    expect(told).toEqual([{ person: chief.id }])
    expect(await codesOf(employee)).toHaveLength(20)
  })

  test('are three in thirty days for a person, with those the person made without an officer', async () => {
    const { employee, officer, browser } = await atCounter(sql)
    await sql`
      insert into mfa_resets (id, person, way, state, asked_at)
      select gen_random_uuid(), ${employee.id}, 'email', 'done', ${seconds(-86_400)} from generate_series(1, 2)`
    expect((await reset(browser, employee)).path).toBe(paths.employeeCode(employee.id))
    const refused = await reset(browser, employee)
    expect(refused.status).toBe(429)
    expect(refused.body).toContain('sudah direset 3 kali dalam 30 hari')
    expect(await eventsOf(officer, 'officerLimitReached')).toHaveLength(1)
  })
})

async function agencyOf({ id }: SomePerson) {
  const [row] = await sql`select agency from people where id = ${id}`
  return row?.['agency']
}

const SEED_ONE = Buffer.from('12345678901234567890')
