import { describe, expect, test } from 'vitest'
import type { MandateId } from '#domain/access/mandate.ts'
import type { PersonId } from '#domain/person.ts'
import { addNewRow } from '#src/store/archive/new-rows.ts'
import { addAgency, addPerson, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { inOffice, signedIn } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const KEY = 'III/b'
const SLOT = `${KEY}#skKp`

function add(person: PersonId, by: { person: PersonId; hat: MandateId | undefined }) {
  const row = { type: 'golongan', key: KEY, label: 'Golongan III/b', onDate: undefined }
  return addNewRow(asApplication(sql), { ...row, person, by, at: NOW })
}

const isThere = async (person: PersonId) =>
  (await sql`select from archive.history where person = ${person}`).length > 0

describe('a mistaken row of a history', () => {
  test('is offered where its document is sent, asked about once more, and then gone', async () => {
    const { person, browser } = await signedIn(sql)
    await add(person.id, { person: person.id, hat: undefined })
    const place = paths.rowRemoval('golongan', KEY)
    const form = await browser.get(paths.uploadTo('golongan', SLOT))
    expect(form.body).toContain(`href="${place}"`)
    expect((await browser.get(place)).body).toContain('Golongan III/b')
    expect(await isThere(person.id)).toBe(true)
    const removed = await browser.post(place, {})
    expect(removed.headers.get('Location')).toBe(`${paths.uploads}?hasil=baris-dihapus`)
    expect((await browser.get(`${paths.uploads}?hasil=baris-dihapus`)).body).toContain(
      'Baris riwayat dihapus',
    )
    expect(await isThere(person.id)).toBe(false)
    expect((await browser.get(place)).headers.get('Location')).toBe(paths.archive)
  })

  test('of another is none', async () => {
    const { id } = await addPerson(sql)
    await add(id, { person: id, hat: undefined })
    const { browser } = await signedIn(sql)
    await browser.get(paths.uploads)
    const answer = await browser.post(paths.rowRemoval('golongan', KEY), {})
    expect(answer.headers.get('Location')).toBe(paths.archive)
    expect(await isThere(id)).toBe(true)
  })

  test('that an officer added is taken back by an officer alone', async () => {
    const agency = await addAgency(sql)
    const { person, browser } = await signedIn(sql, {}, { agency })
    const office = await inOffice(sql, { role: 'officer', agency })
    const [hat] = await sql<{ id: MandateId }[]>`
      select id from mandates where person = ${office.person.id}`
    await add(person.id, { person: office.person.id, hat: hat?.id })
    const form = await browser.get(paths.uploadTo('golongan', SLOT))
    expect(form.body).not.toContain('penghapusan')
    await browser.get(paths.rowRemoval('golongan', KEY))
    const refused = await browser.post(paths.rowRemoval('golongan', KEY), {})
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Baris ini ditambahkan petugas.')
    const place = paths.employeeRowRemoval(person.id, 'golongan', KEY)
    const desk = await office.browser.get(paths.employeeUploadTo(person.id, 'golongan', SLOT))
    expect(desk.body).toContain(`href="${place}"`)
    await office.browser.get(place)
    const removed = await office.browser.post(place, {})
    expect(removed.headers.get('Location')).toBe(`${paths.deskUploads}?hasil=baris-dihapus`)
    expect(await isThere(person.id)).toBe(false)
  })

  test('of somebody out of reach is nowhere', async () => {
    const { id } = await addPerson(sql)
    await add(id, { person: id, hat: undefined })
    const { browser } = await inOffice(sql, { role: 'officer' })
    expect((await browser.get(paths.employeeRowRemoval(id, 'golongan', KEY))).status).toBe(404)
    expect(await isThere(id)).toBe(true)
  })
})
