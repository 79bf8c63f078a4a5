import { describe, expect, test } from 'vitest'
import { addAgency, addPerson, addUnit } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { askOverHttp } from '#test/support/giving.ts'
import { inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const NEW = { code: '7101', name: 'Kabupaten Baru Raya', zone: 'WITA' }

async function nation() {
  return inOffice(sql, { role: 'nationalAdmin' })
}

describe('the start page of the nation', () => {
  test('says what waits: requests, agencies without an admin, an import under way', async () => {
    const { browser } = await nation()
    const { browser: other } = await nation()
    await askOverHttp(other, await addPerson(sql), 'auditor')
    await sql`
      insert into import_runs (id, source, fingerprint, path, with_otp, started_by, state, started_at)
      values (gen_random_uuid(), 'people', 'x', 'x', false, 'x', 'staging', now())`
    const { body } = await browser.get(paths.nation)
    expect(body).toContain('1 usulan peran menunggu persetujuan admin nasional.')
    expect(body).toMatch(/\d+ dari \d+ instansi belum memiliki admin\./)
    expect(body).toContain('Sebuah berkas impor sedang dibaca.')
  })
})

describe('agencies', () => {
  test('are added, found by name or code, and renamed, each with its event', async () => {
    const { person, browser } = await nation()
    await browser.get(paths.newAgency)
    const added = await browser.post(paths.newAgency, NEW)
    expect(added.headers.get('Location')).toBe(`${paths.agencies}?hasil=ditambah`)
    const [agency] = await sql<{ id: string }[]>`select id from agencies where code = '7101'`
    for (const sought of ['baru raya', '7101'])
      expect((await browser.get(`${paths.agencies}?cari=${sought}`)).body).toContain(NEW.name)
    expect((await browser.get(paths.agenciesWithoutAdmin)).body).toContain(NEW.name)
    await browser.get(paths.agency(agency?.id ?? ''))
    await browser.post(paths.agency(agency?.id ?? ''), {
      code: '9999',
      name: 'Kabupaten Baru Jaya',
      zone: 'WIT',
    })
    const [kept] = await sql`select code, name, zone from agencies where id = ${agency?.id ?? ''}`
    expect(kept).toEqual({ code: '7101', name: 'Kabupaten Baru Jaya', zone: 'WIT' })
    const events = await sql<{ kind: string }[]>`
      select kind from events where person = ${person.id} and kind like 'agency%' order by id`
    expect(events.map(({ kind }) => kind)).toEqual(['agencyAdded', 'agencyChanged'])
  })

  test.each([
    ['a code that is taken', { ...NEW, code: '7201' }, 'Kode itu sudah dipakai instansi lain.'],
    ['no code', { ...NEW, code: '' }, 'Kode instansi terdiri dari'],
    ['no name', { ...NEW, code: '7202', name: ' ' }, 'Ketik nama instansi.'],
    ['no zone', { ...NEW, code: '7203', zone: 'GMT' }, 'Pilih zona waktu.'],
  ])('with %s are refused', async (_, form, text) => {
    await sql`
      insert into agencies (id, code, name, zone) values (gen_random_uuid(), '7201', 'Lama', 'WIB')
      on conflict do nothing`
    const { browser } = await nation()
    await browser.get(paths.newAgency)
    const { status, body } = await browser.post(paths.newAgency, form)
    expect(status).toBe(422)
    expect(body).toContain(text)
    const [found] = await sql`select name from agencies where code = '7201'`
    expect(found).toEqual({ name: 'Lama' })
  })

  test('show their units, each below the one it belongs to', async () => {
    const agency = await addAgency(sql)
    await addUnit(sql, agency, await addUnit(sql, agency))
    const { browser } = await nation()
    const { body } = await browser.get(paths.agency(agency))
    expect(body).toContain('tingkat 2')
  })

  test('R-AD-01 are no matter of an admin of one of them, by page or by statement', async () => {
    const { browser } = await inOffice(sql, { role: 'agencyAdmin' })
    for (const path of [paths.nation, paths.agencies, paths.newAgency, paths.rolesOfNation])
      expect((await browser.get(path)).status).toBe(404)
    await browser.get(paths.home)
    expect((await browser.post(paths.newAgency, NEW)).status).toBe(404)
  })
})
