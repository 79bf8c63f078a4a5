import { describe, expect, test } from 'vitest'
import type { PersonId } from '#domain/person.ts'
import { recomputeStale } from '#src/store/archive/completeness.ts'
import { countArchives } from '#src/store/boards/archive-counts.ts'
import { addRecord, addVersion, type SomeVersion } from '#test/support/archive.ts'
import { addAgency, addPerson, addUnit, NOW, type SomePerson } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const verifier = await addPerson(sql)

async function atDesk(fields: Partial<SomePerson> = {}) {
  const agency = await addAgency(sql)
  const { person: officer, browser } = await inOffice(sql, { role: 'officer', agency })
  const employee = await addPerson(sql, { agency, name: 'Siti Rahmawati', ...fields })
  return { agency, officer, browser, employee }
}

async function addDocument(person: PersonId, type = 'pns', fields: Partial<SomeVersion> = {}) {
  const record = await addRecord(sql, { person, type })
  const version = await addVersion(sql, { verifiedBy: verifier.id, ...fields, record })
  return { record, version }
}

async function accessesOf(person: PersonId) {
  return await sql<{ purpose: string; actor: string }[]>`
    select purpose, actor from archive.access_log where person = ${person}`
}

async function viewsOf(person: PersonId): Promise<number> {
  const rows = await sql`
    select from events where person = ${person} and kind = 'employeeViewed'`
  return rows.length
}

describe('an archive at the desk', () => {
  test('is shown for a purpose that is asked first, and its owner reads that it was', async () => {
    const { browser, employee } = await atDesk()
    const asked = await browser.get(paths.employeeArchive(employee.id))
    expect(asked.body).toContain('Untuk keperluan apa?')
    expect(asked.body).not.toContain('Kurang')
    const shown = await browser.get(paths.employeeArchive(employee.id, 'support'))
    expect(shown.body).toContain('Kurang 5')
    expect(shown.body).toContain(`href="${paths.employeeUploadTo(employee.id, 'pns', '')}"`)
    expect(await viewsOf(employee.id)).toBe(1)
  })

  test('asks again for a purpose that is none of an officer', async () => {
    const { browser, employee } = await atDesk()
    const { body } = await browser.get(paths.employeeArchive(employee.id, 'audit'))
    expect(body).toContain('Untuk keperluan apa?')
  })

  test('leads to the own archive whoever looks for themself', async () => {
    const { browser, officer } = await atDesk()
    const { headers } = await browser.get(paths.employeeArchive(officer.id, 'service'))
    expect(headers.get('Location')).toBe(paths.archive)
  })

  test('R-AD-01 does not exist outside the agency', async () => {
    const { browser } = await atDesk()
    const other = await addPerson(sql)
    const { record } = await addDocument(other.id)
    for (const path of [
      paths.employeeArchive(other.id, 'service'),
      paths.employeeGaps(other.id, 'service'),
      paths.employeeType(other.id, 'pns', 'service'),
      paths.employeeRecord(other.id, record, 'service'),
      paths.employeeRecordPage(other.id, record, 1, 'service'),
    ])
      expect((await browser.get(path)).status).toBe(404)
    expect(await viewsOf(other.id)).toBe(0)
  })
})

describe('a record at the desk', () => {
  test('I9 is in the log before it is shown, with the purpose', async () => {
    const { browser, employee, officer } = await atDesk()
    const { record, version } = await addDocument(employee.id)
    const path = paths.employeeRecord(employee.id, record, 'support')
    const { body } = await browser.get(path)
    expect(body).toContain(`src="${paths.versionThumbnail(version, 1, 'support')}"`)
    expect(await accessesOf(employee.id)).toEqual([{ purpose: 'support', actor: officer.id }])
    expect(body).not.toContain('Siapa yang melihat')
    await browser.get(path)
    expect(await accessesOf(employee.id)).toHaveLength(1)
  })

  test('I9 is not shown where the log cannot be written', async () => {
    const { browser, employee } = await atDesk()
    const { record } = await addDocument(employee.id, 'pns', {
      metadata: { decreeNumber: '821/17' },
    })
    await sql`revoke insert on archive.access_log from asn_app`
    const { status, body } = await browser.get(paths.employeeRecord(employee.id, record, 'service'))
    await sql`grant insert on archive.access_log to asn_app`
    expect(status).toBe(500)
    expect(body).not.toContain('821/17')
  })

  test('does not exist where it is secret, nor under the name of another person', async () => {
    const { browser, employee, agency } = await atDesk()
    const { record } = await addDocument(employee.id, 'hukumanDisiplin')
    const secret = await browser.get(paths.employeeRecord(employee.id, record, 'service'))
    expect(secret.status).toBe(404)
    const colleague = await addPerson(sql, { agency })
    const open = await addDocument(employee.id)
    const wrong = await browser.get(paths.employeeRecord(colleague.id, open.record, 'service'))
    expect(wrong.status).toBe(404)
    expect(await accessesOf(employee.id)).toEqual([])
  })
})

describe('Laporan kekurangan berkas', () => {
  async function count() {
    while (await recomputeStale(asApplication(sql)));
  }

  test('names who of the agency lacks what, by unit', async () => {
    const { browser, employee, agency } = await atDesk()
    const unit = await addUnit(sql, agency)
    await addPerson(sql, { agency, unit, name: 'Budi Santoso' })
    await addPerson(sql, { name: 'Orang Lain' })
    await count()
    const all = (await browser.get(paths.gaps)).body
    expect(all).toContain(employee.name)
    expect(all).toContain('Budi Santoso')
    expect(all).toContain('Daftar Riwayat Hidup')
    expect(all).not.toContain('Orang Lain')
    const some = (await browser.get(paths.gapsOf(`?unit=${unit}`))).body
    expect(some).not.toContain(employee.name)
    expect(some).toContain('Budi Santoso')
  })

  test('lets one go from a unit to those below it and to those beside it', async () => {
    const { browser, agency } = await atDesk()
    const beside = await addUnit(sql, agency)
    const unit = await addUnit(sql, agency)
    const below = await addUnit(sql, agency, unit)
    const { body } = await browser.get(paths.gapsOf(`?unit=${unit}`))
    for (const id of [beside, unit, below]) expect(body).toContain(`<option value="${id}"`)
    const deeper = (await browser.get(paths.gapsOf(`?unit=${below}`))).body
    expect(deeper).toContain(`<option value="${below}"`)
    expect(deeper).not.toContain(`<option value="${beside}"`)
  })

  test('draws how many people stand where, once that was counted, with its table', async () => {
    const { browser } = await atDesk()
    await count()
    await sql`delete from archive.counts_made`
    expect((await browser.get(paths.gaps)).body).toContain('Angka pertama muncul')
    await countArchives(asApplication(sql), NOW)
    const { body } = await browser.get(paths.gaps)
    expect(body).toContain('<figure class="plot">')
    expect(body).toMatch(/<th scope="row">Cukup Lengkap<\/th><td>\d+<\/td>/)
    expect((await browser.get(paths.gapsOf('?setelah=1.x'))).body).not.toContain('class="plot"')
  })

  test('leaves the house as a file that is recorded before its first row', async () => {
    const { browser, employee, officer } = await atDesk({ name: '=Rumus' })
    await addPerson(sql, { name: 'Orang Lain' })
    await count()
    await browser.get(paths.gapsFile)
    const { status, headers, body } = await browser.post(paths.gapsFile)
    expect(status).toBe(200)
    expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('Content-Disposition')).toContain('filename="kekurangan-2026-11-21.csv"')
    expect(body.split('\r\n')[0]).toBe(
      'NIP;Nama;Jenis ASN;Unit kerja;Skor;Belum diunggah;Dikembalikan;Dalam proses;Dokumen yang kurang',
    )
    expect(body).toContain(`'${employee.name}`)
    expect(body).not.toContain('Orang Lain')
    const [kept] = await sql<{ what: string; rows: number }[]>`
      select what, rows from desk_exports where person = ${officer.id}`
    expect(kept).toEqual({ what: 'gaps', rows: 2 })
  })

  test('follows page by page, nobody twice and nobody left out', async () => {
    const { browser, agency } = await atDesk()
    for (let n = 0; n < 30; n += 1) await addPerson(sql, { agency, name: `Pegawai-${n};` })
    await count()
    const first = (await browser.get(paths.gaps)).body
    const next = /href="([^"]*setelah[^"]*)">Berikutnya/.exec(first)?.[1] ?? ''
    const second = (await browser.get(next.replaceAll('&amp;', '&'))).body
    const names = (body: string) => [...body.matchAll(/Pegawai-\d+;/g)].map(([name]) => name)
    expect(new Set([...names(first), ...names(second)]).size).toBe(30)
    expect(names(first).length + names(second).length).toBe(30)
  })
})

test('an officer finds documents of the agency, never of another', async () => {
  const { browser, employee } = await atDesk()
  const { version } = await addDocument(employee.id, 'pns', { metadata: { decreeNumber: '045' } })
  const elsewhere = await addPerson(sql, { name: 'Orang Lain' })
  const foreign = await addDocument(elsewhere.id, 'pns', { metadata: { decreeNumber: '045' } })
  await sql`
    update archive.versions set metadata = metadata where id in (${version}, ${foreign.version})`
  const { body } = await browser.get(`${paths.agencyArchive}?kata=045&tahun=`)
  expect(body).toContain(employee.name)
  expect(body).not.toContain('Orang Lain')
})
