import { describe, expect, test } from 'vitest'
import type { MandateId } from '#domain/access/mandate.ts'
import type { PersonId } from '#domain/person.ts'
import { type Access, hasDownloaded, keepAccess } from '#src/store/archive/access-log.ts'
import { listAccesses } from '#src/store/archive/accesses.ts'
import { NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { addVerifiers, addWaiting } from '#test/support/verifying.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const QUARTER = new Date('2026-11-21T12:00:00+07:00')
const moment = (seconds: number) => new Date(QUARTER.getTime() + seconds * 1000)

async function someAccess() {
  const cast = await addVerifiers(owner)
  const { id, record, person } = await addWaiting(owner, { agency: cast.agency })
  const view = (fields: Partial<Access> = {}): Access => ({
    person,
    by: { actor: cast.verifier.id, hat: cast.verifier.hat.id },
    purpose: 'verification',
    action: 'recordViewed',
    read: { record, version: id, no: 1 },
    at: QUARTER,
    ...fields,
  })
  const all = () =>
    listAccesses(sql, { person, record: undefined, others: false, before: undefined, limit: 100 })
  return { ...cast, id, record, person, view, all }
}

describe('archive.md 9 the access log', () => {
  test('has a row for each viewer and version in a quarter of an hour', async () => {
    const { view, all, colleague, verifier } = await someAccess()
    await keepAccess(sql, view())
    await keepAccess(sql, view({ at: moment(899) }))
    await keepAccess(sql, view({ at: moment(900) }))
    await keepAccess(sql, view({ by: { actor: colleague.id, hat: colleague.hat.id } }))
    const seen = (await all()).map(({ n, at }) => [n, at])
    expect(seen).toEqual([
      [3, QUARTER],
      [2, moment(900)],
      [1, QUARTER],
    ])
    expect((await all())[1]?.reader).toEqual({
      name: 'Contoh Pegawai',
      role: 'verifier',
      agency: 'Instansi Uji',
    })
    expect(verifier.hat.role).toBe('verifier')
  })

  test('has each download on its own', async () => {
    const { view, all } = await someAccess()
    const download = view({ action: 'recordDownloaded' })
    await keepAccess(sql, download)
    await keepAccess(sql, download)
    expect(await all()).toHaveLength(2)
  })

  test('is counted without a gap, whoever reads at the same time', async () => {
    const { view, all } = await someAccess()
    const reads = Array.from({ length: 20 }, (_, at) =>
      keepAccess(sql, at % 2 ? view() : view({ action: 'recordDownloaded' })),
    )
    await Promise.all(reads)
    const numbers = (await all()).map(({ n }) => n)
    expect(numbers).toEqual(Array.from({ length: 11 }, (_, at) => 11 - at))
  })

  test('shows what others read, or everything, of one record or of all', async () => {
    const { view, person, record } = await someAccess()
    await keepAccess(sql, view())
    await keepAccess(sql, view({ by: { actor: person, hat: undefined }, purpose: 'own' }))
    const span = { person, record: undefined, before: undefined, limit: 10 }
    expect(await listAccesses(sql, { ...span, others: true })).toHaveLength(1)
    expect(await listAccesses(sql, { ...span, others: false })).toHaveLength(2)
    expect(await listAccesses(sql, { ...span, others: false, record })).toHaveLength(2)
    expect(await listAccesses(sql, { ...span, others: false, before: 2 })).toHaveLength(1)
    const nothing = await addWaiting(owner)
    expect(await listAccesses(sql, { ...span, others: false, record: nothing.record })).toEqual([])
    expect(await listAccesses(sql, { ...span, others: false, person: nothing.person })).toEqual([])
  })

  test('knows a download that goes on', async () => {
    const { view, colleague } = await someAccess()
    const download = view({ action: 'recordDownloaded' })
    await keepAccess(sql, view())
    expect(await hasDownloaded(sql, download, moment(-1))).toBe(false)
    await keepAccess(sql, download)
    expect(await hasDownloaded(sql, download, moment(-1))).toBe(true)
    expect(await hasDownloaded(sql, download, QUARTER)).toBe(false)
    const other = { ...download, by: { actor: colleague.id, hat: colleague.hat.id } }
    expect(await hasDownloaded(sql, other, moment(-1))).toBe(false)
  })

  test.each([
    ['nobody reads as its person but they', { purpose: 'own' }],
    ['whoever is not its person has a hat', { by: 'noHat' }],
  ])('the database holds that %s', async (_, wrong) => {
    const { view, verifier } = await someAccess()
    const by = { actor: verifier.id as PersonId, hat: undefined as MandateId | undefined }
    const access = 'by' in wrong ? view({ by }) : view({ purpose: 'own' })
    await expect(keepAccess(sql, access)).rejects.toMatchObject({ code: '23514' })
  })

  test('is changed and erased by nobody', async () => {
    const { view, person } = await someAccess()
    await keepAccess(sql, view())
    await expect(
      sql`update archive.access_log set at = ${NOW} where person = ${person}`,
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      sql`delete from archive.access_log where person = ${person}`,
    ).rejects.toMatchObject({ code: '42501' })
  })
})
