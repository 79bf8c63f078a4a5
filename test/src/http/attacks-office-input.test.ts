import { describe, expect, test, vi } from 'vitest'
import type { Role } from '#domain/access/mandate.ts'
import { atCounter, colleague, HELP } from '#test/support/at-counter.ts'
import { addAgency, addPerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { askOverHttp, requestAbout } from '#test/support/giving.ts'
import { inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 30_000 })

const sql = await testDatabase()
const NUL = '\0'

describe('what no browser sends breaks nothing', () => {
  test.each<[Role, string]>([
    ['officer', `${paths.desk}?cari=budi%00`],
    ['officer', `${paths.desk}?cari=%2500&setelah=%00`],
    ['nationalAdmin', `${paths.agencies}?cari=%00`],
    ['nationalAdmin', `${paths.rolesOfNation}?instansi=%00`],
    ['auditor', `${paths.audit}?sejak=0000-01-01&sampai=9999-12-31`],
    ['auditor', `${paths.audit}?sebelum=999999999999999`],
    ['auditor', `${paths.auditedHolds}?instansi=%00&keadaan=toString&setelah=%00`],
    ['auditor', `${paths.auditedCustodies}?mulai=0000-01-01&akhir=9999-12-31`],
    ['auditor', `${paths.auditedRules}?mulai=1000-01-01&akhir=2999-12-31`],
    ['auditor', `${paths.auditedTypes}?setelah=${crypto.randomUUID()}`],
    ['nationalAdmin', `${paths.importFindings(crypto.randomUUID())}?sesudah=%00`],
  ])('asked by the hat of %s: %s', async (role, path) => {
    const { browser } = await inOffice(sql, { role })
    expect((await browser.get(path)).status).toBeLessThan(500)
  })

  test('typed into the reader of the record', async () => {
    const { browser } = await inOffice(sql, { role: 'auditor' })
    await browser.get(paths.audit)
    const typed = { instansi: NUL, petugas: NUL, pegawai: NUL, mulai: '0000-01-01', akhir: NUL }
    expect((await browser.send(paths.audit, typed)).status).toBeLessThan(500)
  })

  test('typed as a decision: a word of every object is none', async () => {
    const { employee, browser, agency } = await atCounter(sql)
    await browser.get(paths.employeeEmail(employee.id))
    const form = { ...HELP, ticket: NUL, slot: '1', email: 'baru@instansi.example' }
    const { path } = await browser.send(paths.employeeEmail(employee.id), form)
    const second = await colleague(sql, agency)
    await second.get(path)
    expect((await second.post(path, { decision: 'toString' })).headers.get('Location')).toBe(path)
    const chief = await inOffice(sql, { role: 'agencyAdmin', agency })
    await inOffice(sql, { role: 'agencyAdmin', agency })
    const friend = await addPerson(sql, { agency })
    await askOverHttp(chief.browser, friend, 'officer')
    const request = paths.roleRequest(await requestAbout(sql, friend.id))
    expect((await chief.browser.post(request, { decision: 'toString' })).status).toBe(422)
  })

  test('typed as a reason', async () => {
    const agency = await addAgency(sql)
    const { browser } = await inOffice(sql, { role: 'officer', agency })
    const { id } = await addPerson(sql, { agency })
    const path = paths.employeeAct(id, 'catatan')
    await browser.get(path)
    const sebab = `Datang ke loket${NUL} dengan kartu \u202epegawai`
    expect((await browser.post(path, { sebab, tiket: NUL })).status).toBe(303)
    const [note] = await sql`select detail from events where person = ${id} and kind = 'deskNoted'`
    expect(note?.['detail']).toEqual({ reason: 'Datang ke loket dengan kartu pegawai' })
  })
})
