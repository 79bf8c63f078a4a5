import { parse } from 'node-html-parser'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '#domain/access/mandate.ts'
import type { AgencyId, UnitId } from '#domain/agency.ts'
import { boardRound } from '#src/jobs/boards.ts'
import { happen, rollUpAll } from '#test/support/boards.ts'
import { addAgency, addPerson, addUnit, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const owner = await testDatabase()
const sql = asApplication(owner)

let agency: AgencyId
let office: UnitId
let school: UnitId

/** An agency with a unit and one below it, each with somebody whose clock is wrong. */
beforeEach(async () => {
  agency = await addAgency(owner)
  office = await addUnit(owner, agency)
  school = await addUnit(owner, agency, office)
  await owner`update units set name = 'Dinas Pendidikan' where id = ${office}`
  await owner`update units set name = 'SD Negeri 1' where id = ${school}`
  const clerk = await addPerson(owner, { agency, unit: office })
  const teacher = await addPerson(owner, { agency, unit: school, state: 'created' })
  await addPerson(owner, { agency, unit: school })
  await happen(owner, clerk.id, { kind: 'mfaActivated', device: 'HP' }, -86_400)
  for (const reason of ['clockOff', 'zone', 'wrong'])
    await happen(owner, clerk.id, { kind: 'codeWrong', reason, inARow: 1 })
  await happen(owner, teacher.id, { kind: 'codeWrong', reason: 'late', inARow: 1 })
  await owner`update board_recounts set stale = true, counted_at = '2020-01-01'`
})

async function boardOf(role: Role, path: string, unit?: UnitId) {
  const { person, browser } = await inOffice(owner, { role, agency })
  if (unit) await owner`update mandates set unit = ${unit} where person = ${person.id}`
  await owner`truncate board_recounts`
  await owner`update board_cursor set summed_at = null`
  await rollUpAll(sql)
  await boardRound(sql, () => NOW)
  const answer = await browser.get(path)
  return { ...answer, text: parse(answer.body).text.replaceAll('\u00a0', ' ') }
}

function rowsOf(body: string): string[] {
  return parse(body)
    .querySelectorAll('tbody tr')
    .map((row) => row.childNodes.map((cell) => cell.text.replaceAll('\u00a0', ' ')).join('|'))
}

describe('the board of an agency', () => {
  test('says how many are activated, by unit, the worst first', async () => {
    const { body } = await boardOf('officer', paths.agencyBoard('week'))
    const rows = rowsOf(body).filter((row) => row.includes('%'))
    expect(rows.slice(0, 3)).toEqual([
      'SD Negeri 1|2|1|50 %',
      'Tanpa unit|1|1|100 %',
      'Dinas Pendidikan|1|1|100 %',
    ])
  })

  test('says how many codes failed because of a clock, and of how many people', async () => {
    const { text } = await boardOf('officer', paths.agencyBoard('week'))
    expect(text).toContain('3 dari 4 kode gagal karena jam HP tidak tepat (2 orang).')
  })

  test('shows in its table exactly what was counted, the newest first', async () => {
    const { body } = await boardOf('officer', paths.agencyBoard('week'))
    const rows = rowsOf(body)
    expect(rows.find((row) => row.startsWith('21 Nov'))).toBe('21 Nov|0|3|0|4')
    expect(rows.find((row) => row.startsWith('20 Nov'))).toBe('20 Nov|1|3|0|0')
    expect(rows.find((row) => row.startsWith('19 Nov'))).toBe('19 Nov|0|2|0|0')
  })

  test('by month since the beginning says nothing of people', async () => {
    const { body, text } = await boardOf('agencyAdmin', paths.agencyBoard('all'))
    expect(rowsOf(body).filter((row) => row.startsWith('Nov 2026'))).toHaveLength(1)
    expect(text).toContain('3 dari 4 kode gagal karena jam HP tidak tepat.')
  })

  test('R-AD-01 for a unit counts it and those below it, and nobody above', async () => {
    const { body, text } = await boardOf('officer', paths.agencyBoard('week'), school)
    expect(text).toContain('Papan SD Negeri 1')
    expect(text).toContain('1 dari 1 kode gagal karena jam HP tidak tepat (1 orang).')
    expect(body).not.toContain('Dinas Pendidikan')
  })

  test('R-AD-01 shows nothing of another agency', async () => {
    const other = await addAgency(owner)
    const stranger = await addPerson(owner, { agency: other })
    await happen(owner, stranger.id, { kind: 'codesLocked', until: NOW })
    const { text } = await boardOf('officer', paths.agencyBoard('week'))
    expect(text).toContain('3 dari 4 kode gagal')
    const { body } = await boardOf('officer', paths.agencyBoard('week'))
    const today = rowsOf(body).find((row) => row.startsWith('21 Nov'))
    const [lockOuts, failedCodes] = today?.split('|').slice(3) ?? []
    expect([lockOuts, failedCodes]).toEqual(['0', '4'])
  })
})

describe('the board of the nation', () => {
  test.each<Role>(['nationalAdmin', 'auditor'])('shows %s each agency as a whole', async (role) => {
    await owner`update agencies set name = 'Kabupaten Uji Papan' where id = ${agency}`
    const { body } = await boardOf(role, paths.nationBoard('week', 'name'))
    expect(rowsOf(body)).toContainEqual(
      expect.stringMatching(/^Kabupaten Uji Papan\|\d\|7?\d,?\d? %\|1\|0\|4\|75 %$/),
    )
  })

  test('leads to an agency, without its units and whoever is in them', async () => {
    const { text, body } = await boardOf('auditor', paths.agencyOfNation(agency, 'week'))
    expect(text).toContain('3 dari 4 kode gagal')
    expect(body).not.toContain('SD Negeri 1')
    expect(body).toContain(paths.agencyOfNation(agency, 'quarter'))
  })

  test.each<Role>(['officer', 'agencyAdmin', 'verifier'])('is none to %s', async (role) => {
    const { browser } = await inOffice(owner, { role, agency })
    expect((await browser.get(paths.nationBoard('week', 'name'))).status).toBe(404)
    expect((await browser.get(paths.agencyOfNation(agency, 'week'))).status).toBe(404)
  })

  test('an agency that does not exist is 404', async () => {
    const { browser } = await inOffice(owner, { role: 'nationalAdmin' })
    expect((await browser.get(paths.agencyOfNation(crypto.randomUUID(), 'week'))).status).toBe(404)
    expect((await browser.get('/nasional/papan/bukan-id')).status).toBe(404)
  })

  test('whoever reads the nation is led there from the board of an agency', async () => {
    const { browser } = await inOffice(owner, { role: 'auditor' })
    const { headers } = await browser.get(paths.agencyBoard('week'))
    expect(headers.get('Location')).toBe(paths.nationBoard('week', 'percent'))
  })
})
