import { describe, expect, test } from 'vitest'
import { forecastNext } from '#src/store/archive/retention/forecasts.ts'
import { addRecord } from '#test/support/archive.ts'
import { addAgency, addPerson, addUnit, NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { type Browser, inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()

const RULE = {
  classification: '800.1.13.1',
  name: 'Berkas Perseorangan PNS',
  covers: 'personalFile',
  type: '',
  activeYears: '3',
  activeTrigger: 'serviceEnded',
  inactiveYears: '7',
  inactiveTrigger: 'activeEnded',
  countFrom: 'yearEnd',
  disposition: 'destroy',
  exceptionText: 'Pejabat negara',
  exceptionDisposition: 'permanent',
  approval: 'agency',
  legalBasis: 'Perbup 63/2024',
}

async function office() {
  const agency = await addAgency(sql)
  const archivist = await inOffice(sql, { role: 'archivist', agency })
  return { agency, archivist: archivist.browser, person: archivist.person }
}

/** Types a rule and waits until what it would do is counted. */
async function foresee(archivist: Browser, fields: Partial<typeof RULE> = {}) {
  await archivist.get(paths.newRetentionRule)
  const answer = await archivist.post(paths.newRetentionRule, { ...RULE, ...fields })
  while (await forecastNext(asApplication(sql), NOW));
  return { status: answer.status, body: answer.body, path: answer.headers.get('Location') ?? '' }
}

describe('T29 a rule over HTTP', () => {
  test('is counted, proposed by an archivist and published by an approver', async () => {
    const { agency, archivist } = await office()
    const { id: person } = await addPerson(sql, { agency })
    await addRecord(sql, { person, stage: 'active' })
    const { path } = await foresee(archivist)
    const seen = await archivist.get(path)
    expect(seen.body).toContain('Dari 1 arsip, 0 berakhir lebih cepat dan 0 lebih lambat.')
    expect(seen.body).toContain('1 arsip tetap tanpa batas waktu: salah satu aturannya')
    const proposed = await archivist.send(path)
    expect(proposed.body).toContain('Usulan tersimpan dan menunggu pejabat penyetuju.')
    const { browser: approver } = await inOffice(sql, { role: 'approver', agency })
    const list = await approver.get(paths.ruleRequests)
    const request = /penyusutan\/usulan\/([0-9a-f-]{36})/.exec(list.body)?.[1] ?? ''
    await approver.get(paths.ruleRequest(request))
    const published = await approver.send(paths.ruleRequest(request), { keputusan: 'terbitkan' })
    expect(published.body).toContain('Aturan diterbitkan.')
    const rules = await archivist.get(paths.retentionRules)
    expect(rules.body).toContain('Berkas Perseorangan PNS')
    expect(rules.body).not.toContain('contoh, belum diverifikasi')
  })

  test('is not published by whoever proposed it, nor by another archivist', async () => {
    const { agency, archivist } = await office()
    const { path } = await foresee(archivist)
    await archivist.get(path)
    await archivist.post(path)
    const list = await archivist.get(paths.ruleRequests)
    const request = /penyusutan\/usulan\/([0-9a-f-]{36})/.exec(list.body)?.[1] ?? ''
    const publish = { keputusan: 'terbitkan' }
    const own = await archivist.post(paths.ruleRequest(request), publish)
    expect(own.status).toBe(422)
    const { browser: other } = await inOffice(sql, { role: 'archivist', agency })
    await other.get(paths.retention)
    const theirs = await other.post(paths.ruleRequest(request), publish)
    expect(theirs.body).toContain('Usulan ini diputuskan pejabat penyetuju.')
    const { archivist: stranger } = await office()
    await stranger.get(paths.newRetentionRule)
    const away = await stranger.post(paths.ruleRequest(request), publish)
    expect(away.headers.get('Location')).toBe(paths.ruleRequests)
    const rules = await sql`select from archive.retention_rules where agency = ${agency}`
    expect(rules).toHaveLength(0)
  })

  test('that is none comes back with what was typed', async () => {
    const { archivist } = await office()
    const answer = await foresee(archivist, { legalBasis: '' })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('Ketik dasar hukumnya')
    expect(answer.body).toContain('Berkas Perseorangan PNS')
    expect((await foresee(archivist, { activeYears: 'tiga' })).body).toContain('0 sampai 100')
  })

  test('begins with examples, which say that nobody verified them', async () => {
    const { archivist } = await office()
    await archivist.get(paths.retentionRules)
    const adopted = await archivist.send(paths.retentionExamples, { contoh: 'A' })
    expect(adopted.body).toContain('contoh, belum diverifikasi')
    expect(adopted.body).toContain('800.1.13.1')
    const rule = /penyusutan\/aturan\/([0-9a-f-]{36})/.exec(adopted.body)?.[1] ?? ''
    expect((await archivist.get(paths.retentionRule(rule))).status).toBe(200)
    const { archivist: stranger } = await office()
    expect((await stranger.get(paths.retentionRule(rule))).status).toBe(404)
  })

  test('R-AD-01 a forecast is there for its own agency alone', async () => {
    const { archivist } = await office()
    const { archivist: stranger } = await office()
    const { path } = await foresee(archivist)
    await stranger.get(paths.newRetentionRule)
    expect((await stranger.get(path)).status).toBe(404)
    expect((await stranger.post(path)).status).toBe(404)
  })
})

describe('what an archivist sees', () => {
  test('how many records end when, drawn and in a table', async () => {
    const { agency, archivist } = await office()
    const { id: person } = await addPerson(sql, { agency })
    await addRecord(sql, { person, stage: 'active' })
    const first = await archivist.get(paths.retention)
    expect(first.body).toContain('Perkiraan sedang dihitung.')
    while (await forecastNext(asApplication(sql), NOW));
    const counted = await archivist.get(paths.retention)
    expect(counted.body).toContain('Tanpa batas waktu')
    expect(counted.body).toContain('Belum ada aturan')
  })

  test('what has ended, by unit and page by page', async () => {
    const { agency, archivist } = await office()
    const unit = await addUnit(sql, agency)
    const { id: inside } = await addPerson(sql, { agency, unit })
    const { id: outside } = await addPerson(sql, { agency })
    const ended = { stage: 'retentionEnded', retentionEnd: '2025-12-31' } as const
    const theirs = await addRecord(sql, { person: inside, ...ended })
    for (let slot = 0; slot < 31; slot += 1)
      await addRecord(sql, { person: outside, slot: String(slot), ...ended })
    const whole = await archivist.get(paths.retentionEnded)
    expect(whole.body.match(/penyusutan\/arsip\/[0-9a-f-]{36}/g)).toHaveLength(30)
    const more = /href="([^"]*setelah=[0-9a-f-]{36})"/.exec(whole.body)?.[1] ?? ''
    const rest = await archivist.get(more.replaceAll('&amp;', '&'))
    expect(rest.body.match(/penyusutan\/arsip\/[0-9a-f-]{36}/g)).toHaveLength(2)
    const ofUnit = await archivist.get(paths.retentionEndedIn(unit, ''))
    expect(ofUnit.body.match(/penyusutan\/arsip\/[0-9a-f-]{36}/g)).toEqual([
      `penyusutan/arsip/${theirs}`,
    ])
    const { archivist: stranger } = await office()
    expect((await stranger.get(paths.retentionEnded)).body).toContain('Tidak ada arsip')
  })

  test('why a record is kept, in one sentence; looking at its person is recorded', async () => {
    const { agency, archivist } = await office()
    const { id: person, nip } = await addPerson(sql, { agency })
    const record = await addRecord(sql, { person, stage: 'active' })
    const found = await archivist.get(`${paths.retentionSearch}?cari=${nip}`)
    expect(found.body).toContain(paths.retentionOfPerson(person))
    const list = await archivist.get(paths.retentionOfPerson(person))
    expect(list.body).toContain(paths.retentionOfRecord(record))
    const told = await archivist.get(paths.retentionOfRecord(record))
    expect(told.body).toContain('Disimpan tanpa batas waktu: JRA instansi belum memuat aturan')
    const views = await sql`
      select from events where person = ${person} and kind = 'employeeViewed'`
    expect(views).toHaveLength(1)
    const { archivist: stranger } = await office()
    expect((await stranger.get(paths.retentionOfRecord(record))).status).toBe(404)
    expect((await stranger.get(paths.retentionOfPerson(person))).status).toBe(404)
  })
})
