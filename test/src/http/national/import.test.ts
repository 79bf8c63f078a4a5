import { readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { budi, csv, importPage, LATER } from '#test/support/import-page.ts'
import { peopleCsv } from '#test/support/importing.ts'
import { inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const { folder, failures, atImports, work, read, nothingLive, people } = await importPage(sql)

describe('R-AK-02 an import on its way', () => {
  test('tells the page how far it is, without being activity of the session', async () => {
    await nothingLive()
    const { browser, person } = await atImports()
    const sent = await browser.sendFile(paths.imports, 'berkas', csv(peopleCsv([budi])))
    expect(sent.body).toContain(`hx-get="${sent.path}/kemajuan"`)
    await sql`update sessions set idle_until = ${LATER} where person = ${person.id}`
    await sql`update import_uploads set state = 'reading', done = 50, total = 200 where state = 'waiting'`
    const part = await browser.get(`${sent.path}/kemajuan`)
    expect(part.body).toContain('25 %: 50 B dari 200 B')
    expect(await sql`select idle_until from sessions where person = ${person.id}`).toEqual([
      { idleUntil: LATER },
    ])
    await work()
    expect((await browser.get(`${sent.path}/kemajuan`)).headers.get('Location')).toBe(sent.path)
  })

  test('is discarded while it is read, and leaves nothing staged', async () => {
    await nothingLive()
    const { browser } = await atImports()
    const sent = await browser.sendFile(paths.imports, 'berkas', csv(peopleCsv([budi])))
    await work(NOW, () => false)
    expect((await browser.get(sent.path)).body).toContain('Sedang dibaca')
    await browser.send(`${sent.path}/pembatalan`)
    await work()
    expect(await sql`select from import_runs where state = 'staging'`).toEqual([])
    expect(await readdir(folder)).toEqual([])
    expect(failures).toEqual([])
  })

  test('is stopped between two batches, and goes on where it stood', async () => {
    await nothingLive()
    const { browser } = await atImports()
    const report = await read(browser, peopleCsv([{ ...budi, name: 'Budi Henti' }]))
    await browser.send(`${report.path}/penerapan`)
    const stopped = await browser.send(`${report.path}/penghentian`)
    expect(stopped.body).toContain('Terapkan')
    await work()
    expect(await people()).not.toContain('Budi Henti')
    await browser.send(`${report.path}/penerapan`)
    await work()
    expect(await people()).toContain('Budi Henti')
  })

  test('is read again where what was staged is gone, and asks once more', async () => {
    await nothingLive()
    const { browser } = await atImports()
    const report = await read(browser, peopleCsv([{ ...budi, name: 'Budi Hilang' }]))
    await sql`truncate import_people`
    await browser.send(`${report.path}/penerapan`)
    await work()
    await work()
    expect((await browser.get(report.path)).body).toContain('Terapkan')
    expect(await people()).not.toContain('Budi Hilang')
  })

  test.each(['penerapan', 'penghentian', 'pembatalan'])(
    'refuses %s once it is over',
    async (order) => {
      await nothingLive()
      const { browser } = await atImports()
      const report = await read(browser, peopleCsv([budi]))
      await browser.send(`${report.path}/pembatalan`)
      const answer = await browser.post(`${report.path}/${order}`)
      expect(answer.status).toBe(422)
      expect(answer.body).toContain('Impor ini sudah selesai.')
    },
  )

  test('is the work of one process: while the command line imports, it waits', async () => {
    await nothingLive()
    const { browser } = await atImports()
    const sent = await browser.sendFile(paths.imports, 'berkas', csv(peopleCsv([budi])))
    const own = await sql.reserve()
    await own`select pg_advisory_lock(4112033)`
    await work()
    expect((await browser.get(sent.path)).body).toContain('Menunggu dibaca')
    await own`select pg_advisory_unlock(4112033)`
    own.release()
    await work()
    expect((await browser.get(sent.path)).body).toContain('Laporan')
  })
})

describe('R-AK-02 what was found', () => {
  test('is listed with line and reason, page by page, and downloaded whole', async () => {
    await nothingLive()
    const { browser } = await atImports()
    const bad = Array.from({ length: 150 }, (_, at) => ({ ...budi, nip: `19900315${at}` }))
    const report = await read(browser, peopleCsv(bad))
    const first = await browser.get(`${report.path}/temuan`)
    expect(first.body.match(/NIP tidak 18 angka/g)).toHaveLength(100)
    const next = /sesudah=([^"]+)"/.exec(first.body)?.[1]
    const second = await browser.get(`${report.path}/temuan?sesudah=${next}`)
    expect(second.body.match(/NIP tidak 18 angka/g)).toHaveLength(50)
    const file = await browser.get(`${report.path}/laporan.ndjson`)
    const lines = file.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.filter(({ type }) => type === 'finding')).toHaveLength(150)
    expect(lines[0]).toMatchObject({ type: 'run', records: 150 })
    expect(file.body).not.toContain('fileName')
  })

  test('T-MATRIX is for national admins alone', async () => {
    const [upload] = await sql<{ id: string }[]>`select id from import_uploads limit 1`
    const officer = (await inOffice(sql, { role: 'agencyAdmin' })).browser
    for (const path of [
      paths.imports,
      paths.importOf(upload?.id ?? ''),
      paths.importFindings(upload?.id ?? ''),
    ])
      expect((await officer.get(path)).status).toBe(404)
    expect((await officer.get(paths.importProgress(upload?.id ?? ''))).status).toBe(303)
  })

  test('R-AU-01 the portal itself writes none of it', async () => {
    const portal = asApplication(sql)
    for (const statement of [
      'delete from import_findings',
      'delete from import_uploads',
      `update import_uploads set name = 'x'`,
    ])
      await expect(portal.unsafe(statement)).rejects.toMatchObject({ code: '42501' })
  })

  test('where files are not taken, the page says how else', async () => {
    const { browser } = await inOffice(sql, { role: 'nationalAdmin' })
    await nothingLive()
    expect((await browser.get(paths.imports)).body).toContain('npm run asn -- import BERKAS')
  })
})
