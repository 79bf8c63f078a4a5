import { parse } from 'node-html-parser'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { PersonId } from '#domain/person.ts'
import { INCIDENTS_ON_A_PAGE } from '#src/store/archive/incidents.ts'
import { addAgency, addPerson, NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { addLost, addLostPaper } from '#test/support/incidents.ts'
import { inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const DAY = 24 * 3600_000
const sql = await testDatabase()
let agency: AgencyId
let dewi: PersonId
let lost: Awaited<ReturnType<typeof addLost>>

beforeAll(async () => {
  agency = await addAgency(sql)
  dewi = (await addPerson(sql, { agency, name: 'Dewi Lestari' })).id
  lost = await addLost(sql, { person: dewi, foundAt: new Date(NOW.getTime() - 9 * DAY) })
})

async function at(role: Role, place = agency) {
  return (await inOffice(sql, { role, agency: place })).browser
}

/** By whoever holds a role, silently. */
async function hold(record: string, person: string, place: string): Promise<void> {
  await sql`
    insert into archive.holds (id, person, record, agency, basis, case_no, review_on, silent, placed_by, placed_as, placed_at)
    select gen_random_uuid(), ${person}, ${record}, ${place}, 'Permintaan pengadilan', '12/G/2026', '2027-01-01',
      true, m.person, m.id, ${NOW}
    from mandates m where m.person <> ${person} limit 1`
}

describe('5.4 R-AD-01 the list of files without a whole copy', () => {
  test('tells an archivist whose, which, since when, and leads to the record', async () => {
    const browser = await at('archivist')
    const board = await browser.get(paths.agencyCare)
    expect(board.body).toContain(`href="${paths.agencyIncidents}"`)
    const { body } = await browser.get(paths.agencyIncidents)
    const row = parse(body).querySelector('tbody tr')?.text.replaceAll(/\s+/g, ' ') ?? ''
    expect(row).toContain('SK PNS')
    expect(row).toContain('Versi 1: Terverifikasi. Arsip: Aktif.')
    expect(row).toContain('Dewi Lestari')
    expect(row).toContain('Berkas PDF')
    expect(row).toMatch(/Sejak \d+ \w+ 20\d\d/)
    expect(row).toContain('Pulihkan dari cadangan, atau minta pemiliknya mengirim lagi.')
    expect(body).toContain(`href="${paths.retentionOfRecord(lost.record)}"`)
    expect((await browser.get(paths.retentionOfRecord(lost.record))).status).toBe(200)
  })

  test('is told of where archivists and the nation begin, to each as many as are theirs', async () => {
    expect((await (await at('archivist')).get(paths.retention)).body).toContain(
      '(1 berkas tanpa salinan sehat)',
    )
    const elsewhere = await at('archivist', await addAgency(sql))
    expect((await elsewhere.get(paths.retention)).body).not.toContain('tanpa salinan sehat')
    const { browser } = await inOffice(sql, { role: 'nationalAdmin' })
    expect((await browser.get(paths.nation)).body).toContain('1 berkas tidak memiliki salinan')
  })

  test('has nothing for an archivist of another agency', async () => {
    const browser = await at('archivist', await addAgency(sql))
    const { status, body } = await browser.get(paths.agencyIncidents)
    expect(status).toBe(200)
    expect(body).not.toContain('Dewi Lestari')
    expect(body).toContain('Semua berkas memiliki salinan yang sehat')
    const board = await browser.get(paths.agencyCare)
    expect(board.body).not.toContain('Lihat berkas mana')
    expect(board.body).toContain(paths.agencyIncidentsIn('pulih'))
    expect((await browser.get(paths.retentionOfRecord(lost.record))).status).toBe(404)
  })

  test.each([
    'verifier',
    'officer',
    'agencyAdmin',
    'legalOfficer',
    'nationalAdmin',
    'auditor',
  ] as const)('is not there for the role %s', async (role) => {
    const { status, body } = await (await at(role)).get(paths.agencyIncidents)
    expect(status).toBe(404)
    expect(body).not.toContain('Dewi Lestari')
  })

  test.each(['nationalAdmin', 'auditor'] as const)(
    'is not led to from the board of the nation, which tells a %s who sees it',
    async (role) => {
      const { body } = await (await at(role)).get(paths.nationCare)
      expect(body).toContain('dilihat arsiparis instansi masing-masing')
      expect(body).not.toContain(paths.agencyIncidents)
      expect(body).not.toContain('Dewi Lestari')
    },
  )

  test('leads whoever finds a record of their own there to their own page of it', async () => {
    const place = await addAgency(sql)
    const { person, browser } = await inOffice(sql, { role: 'archivist', agency: place })
    const own = await addLost(sql, { person: person.id })
    await hold(own.record, person.id, place)
    const { body } = await browser.get(paths.agencyIncidents)
    expect(body).toContain('Arsip Anda sendiri')
    expect(body).toContain(`href="${paths.archiveRecord(own.record, 1)}"`)
    expect(body).not.toContain(paths.retentionOfRecord(own.record))
    expect(body).not.toContain('Ditahan')
  })

  test('names a held record, and a paper by its list', async () => {
    const place = await addAgency(sql)
    const { batch } = await addLostPaper(sql, place, { paper: 'recommendation' })
    const person = (await addPerson(sql, { agency: place })).id
    const held = await addLost(sql, { person })
    await hold(held.record, person, place)
    const { body } = await (await at('archivist', place)).get(paths.agencyIncidents)
    expect(body).toContain('Surat pertimbangan panitia')
    expect(body).toContain(`href="${paths.batch(batch)}"`)
    expect(body).toContain('<span class="state bad">Ditahan</span>')
  })

  test('goes on page by page, with what is whole again folded beneath the first alone', async () => {
    const place = await addAgency(sql)
    const person = (await addPerson(sql, { agency: place })).id
    for (let n = 0; n <= INCIDENTS_ON_A_PAGE; n += 1) await addLost(sql, { person })
    await addLost(sql, { person, overAt: new Date(NOW.getTime() - DAY) })
    const browser = await at('archivist', place)
    const first = parse((await browser.get(paths.agencyIncidents)).body)
    expect(first.querySelectorAll('section tbody tr')).toHaveLength(INCIDENTS_ON_A_PAGE)
    expect(first.querySelector('details tbody')?.text).toContain('Sudah pulih sejak')
    const next = first.querySelectorAll('.walk a').at(-1)?.getAttribute('href') ?? ''
    const rest = parse((await browser.get(next)).body)
    expect(rest.querySelectorAll('tbody tr')).toHaveLength(1)
    expect(rest.querySelector('details')).toBeNull()
  })

  test.each([
    'x',
    '1.2',
    '99999999999999.x',
    `-1.${crypto.randomUUID()}`,
    `1e9.${crypto.randomUUID()}`,
  ])('begins at its first page where the address is spoilt: %s', async (after) => {
    const browser = await at('archivist')
    const { status, body } = await browser.get(paths.agencyIncidentsIn('terbuka', after))
    expect(status).toBe(200)
    expect(body).toContain('Dewi Lestari')
  })
})
