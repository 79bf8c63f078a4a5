import { describe, expect, test } from 'vitest'
import { HELP } from '#test/support/at-counter.ts'
import { addAgency, addPerson, addUnit, NOW, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { seconds } from '#test/support/tries.ts'
import { inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const NOT_FOUND = 'Pegawai dengan NIP ini tidak ditemukan di instansi Anda.'

async function desk(fields: Partial<SomePerson> = {}) {
  const agency = await addAgency(sql)
  const whom = await addPerson(sql, { agency, emails: ['budi@instansi.example'], ...fields })
  const { person: officer, browser } = await inOffice(sql, { role: 'officer', agency })
  return { agency, whom, officer, browser, page: paths.employee(whom.id) }
}

async function eventsOf(person: string, kind: string) {
  return [
    ...(await sql`
      select e.actor, m.role, e.detail from events e left join mandates m on m.id = e.hat
      where e.person = ${person} and e.kind = ${kind} order by e.id`),
  ]
}

describe('GET /instansi/pegawai/:id', () => {
  test('shows all in one glance', async () => {
    const { whom, browser, page } = await desk({ userName: 'budisantoso' })
    await sql`
      update accounts set code_failures = 10, codes_locked_until = ${seconds(900)}
      where person = ${whom.id}`
    await sql`
      insert into events (at, kind, person, actor, browser, network, detail)
      values (${NOW}, 'codeWrong', ${whom.id}, ${whom.id}, '-', '-',
        '{"reason": "clockOff", "inARow": 10, "off": -190}')`
    const { status, body } = await browser.get(page)
    expect(status).toBe(200)
    expect(body).toContain('budisantoso')
    expect(body).toContain('budi@instansi.example')
    expect(body).toContain('HP Samsung')
    expect(body).toContain('Verifikasi dikunci sampai 21 November 2026 pukul 12.15 WIB')
    expect(body).toContain('Jam HP lebih lambat sekitar 3 menit 10 detik')
    expect(body).toContain('Katakan kepada pegawai: jam HP lebih lambat sekitar 3 menit 10 detik.')
  })

  test('R-AU-02 is recorded once a day, under the hat, and told to the person alone', async () => {
    const { whom, officer, browser, page } = await desk()
    await browser.get(page)
    await browser.get(page)
    const view = { actor: officer.id, role: 'officer', detail: {} }
    expect(await eventsOf(whom.id, 'employeeViewed')).toEqual([view])
    const mails = await sql`select from outbox where person = ${whom.id}`
    expect(mails).toHaveLength(0)
  })

  test('R-AD-01 of another agency does not exist, and leaves no trace', async () => {
    const { browser } = await desk()
    const stranger = await addPerson(sql)
    for (const id of [stranger.id, crypto.randomUUID(), 'x']) {
      const { status, body } = await browser.get(paths.employee(id))
      expect(status).toBe(404)
      expect(body).toContain(NOT_FOUND)
    }
    expect(await eventsOf(stranger.id, 'employeeViewed')).toEqual([])
  })

  test('R-AD-01 of another unit does not exist for whoever serves a unit', async () => {
    const agency = await addAgency(sql)
    const unit = await addUnit(sql, agency)
    const school = await addUnit(sql, agency, unit)
    const { person, browser } = await inOffice(sql, { role: 'officer', agency })
    await sql`update mandates set unit = ${unit} where person = ${person.id}`
    const [pupil, other] = [
      await addPerson(sql, { agency, unit: school }),
      await addPerson(sql, { agency }),
    ]
    expect((await browser.get(paths.employee(pupil.id))).status).toBe(200)
    expect((await browser.get(paths.employee(other.id))).status).toBe(404)
  })

  test.each([
    ['agencyAdmin', 'peran yang lebih tinggi'],
    ['officer', 'Memegang peran: Petugas BKPSDM'],
  ] as const)('says what a colleague is who is %s', async (role, text) => {
    const { browser, page } = await desk({ role })
    expect((await browser.get(page)).body).toContain(text)
  })

  test('R-AD-03 ends after 500 people a day, and the admins are told once', async () => {
    const { agency, officer, browser, page, whom } = await desk()
    const admin = await addPerson(sql, { agency, role: 'agencyAdmin', emails: ['a@x.example'] })
    await sql`delete from throttles where not lasting`
    await browser.get(page)
    await sql`update throttles set count = 500 where not lasting`
    const others = [await addPerson(sql, { agency }), await addPerson(sql, { agency })]
    for (const { id } of others) expect((await browser.get(paths.employee(id))).status).toBe(429)
    expect((await browser.get(paths.employee(whom.id))).status).toBe(200)
    expect(await eventsOf(officer.id, 'deskLimitReached')).toHaveLength(1)
    const mails = await sql`select address from outbox where person = ${admin.id}`
    expect(mails).toHaveLength(1)
    expect(await eventsOf(others[0]?.id ?? '', 'employeeViewed')).toEqual([])
  })
})

describe('R-AU-02 what shows a person on another page', () => {
  const pages = [paths.employeeMfaReset, paths.employeeEmail]

  test.each(pages)('is a view like their own, once a day', async (path) => {
    const { whom, officer, browser } = await desk()
    await browser.get(path(whom.id))
    await browser.get(path(whom.id))
    await browser.get(paths.employee(whom.id))
    const view = { actor: officer.id, role: 'officer', detail: {} }
    expect(await eventsOf(whom.id, 'employeeViewed')).toEqual([view])
  })

  test.each(pages)('R-AD-03 ends after 500 people a day', async (path) => {
    const { whom, browser, page, agency } = await desk()
    await sql`delete from throttles where not lasting`
    await browser.get(page)
    await sql`update throttles set count = 500 where not lasting`
    const other = await addPerson(sql, { agency, emails: ['siti@instansi.example'] })
    const { status, body } = await browser.get(path(other.id))
    expect(status).toBe(429)
    expect(body).not.toContain('siti@')
    expect((await browser.get(path(whom.id))).status).toBe(200)
  })

  test('a second officer sees both addresses of a correction, and is seen', async () => {
    const { whom, browser, agency } = await desk()
    await browser.get(paths.employeeEmail(whom.id))
    const form = { ...HELP, slot: '1', email: 'baru@instansi.example' }
    const { path } = await browser.send(paths.employeeEmail(whom.id), form)
    const { person: second, browser: seconds } = await inOffice(sql, { role: 'officer', agency })
    expect((await seconds.get(path)).body).toContain('baru@instansi.example')
    const views = await eventsOf(whom.id, 'employeeViewed')
    expect(views.map(({ actor }) => actor)).toContain(second.id)
  })
})
