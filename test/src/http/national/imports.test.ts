import { readdir, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { budi, csv, importPage, LATER } from '#test/support/import-page.ts'
import { peopleCsv } from '#test/support/importing.ts'
import { codeAt, inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const { folder, spool, failures, atImports, work, read, nothingLive, people } =
  await importPage(sql)

describe('R-AK-02 a file that a national admin sends', () => {
  test('is read, reported by agency, and applied when that is asked for', async () => {
    const { browser, person } = await atImports()
    const rows = [budi, { ...budi, nip: '199003152015031002', agency: '9999' }]
    const report = await read(browser, peopleCsv(rows))
    expect(report.body).toContain('2 baris dibaca, tentang pegawai.')
    expect(report.body).toContain('1 baru, 0 berubah, 0 tetap, 1 ditolak')
    expect(report.body).toContain('instansi tidak dikenal')
    expect(await people()).toEqual([])
    const due = await browser.send(`${report.path}/penerapan`)
    expect(due.body).toContain('Menunggu diterapkan')
    await work()
    const done = await browser.get(report.path)
    expect(done.body).toContain('Selesai: 1 baru, 0 berubah, 0 tetap.')
    expect(await people()).toEqual(['Budi Santoso'])
    const events = await sql`
      select kind, detail ->> 'order' as "order", hat is not null as hat from events
      where actor = ${person.id} and kind like 'import%' order by id`
    expect(events).toEqual([
      { kind: 'importReceived', order: null, hat: true },
      { kind: 'importOrdered', order: 'apply', hat: true },
    ])
  })

  test('is recognised by its columns in any order, and as NDJSON', async () => {
    await nothingLive()
    const { browser } = await atImports()
    const first = await read(browser, 'zone,extra,name,code\nWIB,x,Instansi Tiga,7003\n', 'i.CSV')
    expect(first.body).toContain('1 baris dibaca, tentang instansi.')
    await browser.send(`${first.path}/pembatalan`)
    await work()
    const second = await read(
      browser,
      `${JSON.stringify({ ...budi, name: 'Budi S' })}\n`,
      'p.ndjson',
    )
    expect(second.body).toContain('0 baru, 1 berubah, 0 tetap, 0 ditolak')
    await browser.send(`${second.path}/pembatalan`)
  })

  test('lies where its owner alone can read it, and no longer than it is needed', async () => {
    await nothingLive()
    const { browser } = await atImports()
    const report = await read(browser, peopleCsv([budi]))
    const [name = ''] = await readdir(folder)
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
    await work(new Date(NOW.getTime() + 25 * 3_600_000))
    await work()
    expect(await readdir(folder)).toEqual([])
    expect((await browser.get(report.path)).body).toContain('Impor ini dibatalkan.')
    expect(await sql`select from import_people`).toEqual([])
  })

  test.each([
    ['a,b\n1,2\n', 'x.csv', 'Kolomnya tidak dikenal.'],
    ['nip,name\n"1,2\n', 'x.csv', 'CSV rusak'],
    ['{"users":[', 'x.json', 'Berkas terpotong.'],
  ])('that cannot be read says why and changes nothing: %j', async (text, name, why) => {
    await nothingLive()
    const { browser } = await atImports()
    expect((await read(browser, text, name)).body).toContain(why)
    expect(failures).toEqual([])
  })

  test('waits for the one before it', async () => {
    await nothingLive()
    const { browser } = await atImports()
    await read(browser, peopleCsv([budi]))
    const second = await browser.sendFile(paths.imports, 'berkas', csv(peopleCsv([budi])))
    expect(second).toMatchObject({ status: 422 })
    expect(second.body).toContain('Satu impor pada satu waktu.')
    expect(await readdir(folder)).toHaveLength(1)
  })

  test.each([
    [csv('x', 'x.exe'), 'Berkas harus berakhiran'],
    [csv('', ''), 'Pilih berkas'],
  ])('that is none is refused: %j', async (file, why) => {
    await nothingLive()
    const { browser } = await atImports()
    const answer = await browser.sendFile(paths.imports, 'berkas', file)
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(why)
  })

  test('R-SE-06 needs a second factor of the last five minutes, which the form itself brings', async () => {
    await nothingLive()
    let now = NOW
    const found = await inOffice(
      sql,
      { role: 'nationalAdmin' },
      { deps: { spool, clock: () => now } },
    )
    now = LATER
    const page = await found.browser.get(paths.imports)
    expect(page.body).toContain('Kode OTP Anda')
    const file = csv(peopleCsv([budi]))
    const refused = await found.browser.sendFile(paths.imports, 'berkas', file)
    expect(refused.status).toBe(422)
    expect(await sql`select from import_uploads where ended_at is null`).toEqual([])
    const sent = await found.browser.sendFile(paths.imports, 'berkas', file, { otp: codeAt(LATER) })
    expect(sent.body).toContain('Menunggu dibaca')
  })

  test('is the only body that may be large: a form of the same address may not', async () => {
    const { browser } = await atImports()
    const answer = await browser.post(paths.imports, { csrf: 'x'.repeat(70_000) })
    expect(answer.status).toBe(413)
  })

  test('R-CS-01 needs the token of the form', async () => {
    await nothingLive()
    const { browser } = await atImports()
    const answer = await browser.sendFile(paths.imports, 'berkas', csv('x'), { csrf: 'x' })
    expect(answer.status).toBe(403)
    expect(await readdir(folder)).toEqual([])
  })
})

describe('R-AD-01 a file on its way', () => {
  test('is not taken of whoever lost the role meanwhile, nor kept', async () => {
    await nothingLive()
    let now = NOW
    const { person, browser } = await inOffice(
      sql,
      { role: 'nationalAdmin' },
      { deps: { spool: { ...spool, keep: slowKeep }, clock: () => now } },
    )
    async function slowKeep(name: string, chunks: AsyncIterable<Uint8Array>) {
      const kept = await spool.keep(name, chunks)
      now = new Date(NOW.getTime() + 2000)
      await sql`
        update mandates set valid_to = ${new Date(NOW.getTime() + 1000)} where person = ${person.id}`
      return kept
    }
    await browser.get(paths.imports)
    await browser.sendFile(paths.imports, 'berkas', csv(peopleCsv([budi])))
    expect(await sql`select from import_uploads where sent_by = ${person.id}`).toHaveLength(0)
    expect(await readdir(folder)).toEqual([])
  })

  test('is not even received while another one waits', async () => {
    await nothingLive()
    let received = 0
    const keep: typeof spool.keep = (...args) => {
      received += 1
      return spool.keep(...args)
    }
    const visit = { deps: { spool: { ...spool, keep } } }
    const { browser } = await inOffice(sql, { role: 'nationalAdmin' }, visit)
    await browser.get(paths.imports)
    await browser.sendFile(paths.imports, 'berkas', csv(peopleCsv([budi])))
    await browser.get(paths.imports)
    await browser.sendFile(paths.imports, 'berkas', csv(peopleCsv([budi])))
    expect(received).toBe(1)
  })

  test('half received by a portal that was killed is removed an hour after its last byte', async () => {
    await nothingLive()
    const [old, young] = [`${crypto.randomUUID()}.csv`, `${crypto.randomUUID()}.csv`]
    for (const [name, age] of [
      [old, 3601],
      [young, 3599],
    ] as const) {
      await writeFile(join(folder, name), 'nip;nama')
      const at = new Date(NOW.getTime() - age * 1000)
      await utimes(join(folder, name), at, at)
    }
    await work()
    expect(await readdir(folder)).toEqual([young])
  })
})
