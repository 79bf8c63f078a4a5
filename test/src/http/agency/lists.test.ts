import { describe, expect, test } from 'vitest'
import { addAgency, addPerson, NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { codeAt, inOffice, testClock } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()

async function desk(visit = {}) {
  const agency = await addAgency(sql)
  const { person: officer, browser } = await inOffice(sql, { role: 'officer', agency }, visit)
  await browser.get(paths.deskLists)
  const paste = (text: string) => browser.send(paths.deskLists, { nip: text })
  return { agency, officer, browser, paste }
}

function numbersOn(body: string): string[] {
  return [...body.matchAll(/<th scope="row"><code>([^<]+)<\/code>/g)].map(([, text = '']) =>
    text.replaceAll(' ', ''),
  )
}

describe('a pasted list', () => {
  test('answers in the order pasted what each one needs, and what is none', async () => {
    const { agency, paste } = await desk()
    const one = await addPerson(sql, { agency, name: 'Contoh Satu', emails: ['a@x.example'] })
    const two = await addPerson(sql, { agency, state: 'created' })
    const stranger = await addPerson(sql, { name: 'Contoh Asing' })
    const text = `${two.nip}\nbukan nip\n${stranger.nip}\n198501012010011000\n${one.nip}\n${two.nip}`
    const { status, body } = await paste(text)
    expect(status).toBe(200)
    expect(body).toContain('2 ditemukan, 2 tidak ditemukan, 1 baris bukan NIP, 1 berulang')
    const shown = [two.nip, 'bukannip', stranger.nip, '198501012010011000', one.nip]
    expect(numbersOn(body)).toEqual(shown)
    expect(body).toContain('Perbaiki email')
    expect(body.match(/tidak ditemukan di instansi Anda/g)).toHaveLength(2)
    expect(body).not.toContain('Contoh Asing')
  })

  test('stays for reload and is walked one by one', async () => {
    const { agency, browser, paste } = await desk()
    const [one, two] = [await addPerson(sql, { agency }), await addPerson(sql, { agency })]
    const list = await paste(`${two.nip} ${one.nip}`)
    expect((await browser.get(list.path)).body).toBe(list.body)
    const query = `?daftar=${list.path.split('/').at(-1)}`
    const first = await browser.get(paths.employee(two.id, query))
    expect(first.body).toContain(`href="${paths.employee(one.id, query)}">Pegawai berikutnya`)
    expect(first.body).toContain(`href="${list.path}">Kembali ke daftar`)
  })

  test('R-AD-01 is of its owner alone, for a day', async () => {
    const { clock, at } = testClock()
    const { agency, officer, browser, paste } = await desk({ deps: { clock } })
    const { path } = await paste((await addPerson(sql, { agency })).nip)
    const { browser: colleague } = await inOffice(sql, { role: 'officer', agency })
    expect((await colleague.get(path)).status).toBe(404)
    await sql`
      update sessions set absolute_until = '2030-01-01', idle_until = '2030-01-01'
      where person = ${officer.id}`
    at(24 * 3600 - 1)
    expect((await browser.get(path)).status).toBe(200)
    at(24 * 3600)
    expect((await browser.get(path)).status).toBe(404)
  })

  test('goes by pages of a hundred', async () => {
    const { browser, paste } = await desk()
    const many = Array.from({ length: 150 }, (_, at) => String(198501012010012000n + BigInt(at)))
    const { body, path } = await paste(many.join('\n'))
    expect(numbersOn(body)).toEqual(many.slice(0, 100))
    expect(numbersOn((await browser.get(`${path}?mulai=100`)).body)).toEqual(many.slice(100))
  })

  test.each([
    ['', 'Tempel sedikitnya satu NIP.'],
    [
      Array.from({ length: 501 }, (_, at) => String(198501012010012000n + BigInt(at))).join('\n'),
      'Paling banyak 500 NIP sekaligus; Anda menempel 501.',
    ],
  ])('that cannot be read comes back as typed, %#', async (text, problem) => {
    const { browser } = await desk()
    const { status, body } = await browser.post(paths.deskLists, { nip: text })
    expect(status).toBe(422)
    expect(body).toContain(problem)
    expect(body).toContain(`${text}</textarea>`)
  })

  test('R-AD-03 sixty a day, then the admins are told', async () => {
    const { officer, paste } = await desk()
    await sql`delete from throttles where not lasting`
    await paste('198501012010011000')
    await sql`update throttles set count = 60 where not lasting`
    expect((await paste('198501012010011000')).status).toBe(429)
    const [event] = await sql`
      select detail from events where person = ${officer.id} and kind = 'deskLimitReached'`
    expect(event).toEqual({ detail: { limit: 'lists' } })
  })
})

describe('POST /instansi/unduhan', () => {
  const rowsOf = (body: string) => body.split('\r\n').slice(1, -1)

  test('sends the agency, or what was searched or pasted, and nothing of others', async () => {
    const { agency, officer, browser, paste } = await desk()
    const budi = await addPerson(sql, { agency, name: '=Budi', emails: ['budi@x.example'] })
    await addPerson(sql, { agency, name: 'Siti' })
    await addPerson(sql, { name: 'Budi Asing' })
    const list = await paste(budi.nip)
    const query = `?daftar=${list.path.split('/').at(-1)}`
    const all = await browser.post(paths.deskExport)
    expect(all.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
    expect(all.headers.get('Content-Disposition')).toContain('filename="pegawai-2026-11-21.csv"')
    expect(rowsOf(all.body)).toHaveLength(3)
    expect(all.body).not.toContain('@')
    for (const of of ['?cari=budi', query]) {
      const { body } = await browser.post(paths.deskExportOf(of))
      expect(rowsOf(body)).toEqual([expect.stringContaining(";'=Budi;PNS;")])
    }
    const exports = await sql`
      select person, at, what, rows from desk_exports where person = ${officer.id} order by rows desc`
    const by = { person: officer.id, at: NOW }
    expect(exports).toEqual([
      { ...by, what: 'agency', rows: 3 },
      { ...by, what: expect.anything(), rows: 1 },
      { ...by, what: expect.anything(), rows: 1 },
    ])
  })

  test('goes on over many pages in the order of names, each once', async () => {
    const { agency, browser } = await desk()
    await sql`
      insert into people (id, name, agency, kind)
      select gen_random_uuid(), 'Pegawai ' || lpad(n::text, 5, '0'), ${agency}, 'pns'
      from generate_series(1, 2500) n`
    await sql`
      insert into accounts (person, state, state_since, mfa)
      select id, 'created', ${NOW}, 'none' from people
      where agency = ${agency} and name like 'Pegawai %'`
    const { body } = await browser.post(paths.deskExportOf('?cari=pegawai%200'))
    const names = rowsOf(body).map((row) => row.split(';')[1])
    expect(names).toHaveLength(2500)
    expect(names).toEqual([...new Set(names)].sort())
  })

  test('R-AD-03 twenty a day', async () => {
    const { officer, browser } = await desk()
    await sql`delete from throttles where not lasting`
    await browser.post(paths.deskExport)
    await sql`update throttles set count = 20 where not lasting`
    const { status, body } = await browser.post(paths.deskExport)
    expect(status).toBe(429)
    expect(body).toContain('Batas harian unduhan sudah tercapai.')
    const exports = await sql`select from desk_exports where person = ${officer.id}`
    expect(exports).toHaveLength(1)
  })

  test('R-SE-06 asks for a fresh code before anything leaves', async () => {
    const { clock, at } = testClock()
    const { officer, browser } = await desk({ deps: { clock } })
    const now = at(300)
    expect((await browser.post(paths.deskExport)).status).toBe(422)
    expect(await sql`select from desk_exports where person = ${officer.id}`).toHaveLength(0)
    expect((await browser.post(paths.deskExport, { otp: codeAt(now) })).status).toBe(200)
  })

  test('R-AU-02 is read by auditors, like every act under a hat', async () => {
    const { officer, browser } = await desk()
    await browser.post(paths.deskExport)
    const events = await sql`
      select detail, hat is not null as worn from events
      where person = ${officer.id} and kind = 'listExported'`
    expect(events).toEqual([{ detail: { of: 'agency' }, worn: true }])
  })

  test('R-RS-07 waits while a second factor was only just activated anew', async () => {
    const { officer, browser } = await desk()
    await sql`
      update accounts set held_until = ${NOW}::timestamptz + interval '1 hour',
        held_because = 'reactivation' where person = ${officer.id}`
    const { status, body } = await browser.post(paths.deskExport)
    expect(status).toBe(422)
    expect(body).toContain('unduhan data dibuka kembali pada')
    expect(await sql`select from desk_exports where person = ${officer.id}`).toHaveLength(0)
  })

  test('R-AD-01 ends in the middle with the role, however slowly it is read', async () => {
    const { browser } = await desk()
    await sql.unsafe(`
      create function end_role() returns trigger language plpgsql security definer as $$
      begin update mandates set valid_to = new.at where id = new.hat; return null; end $$;
      create trigger ends after insert on desk_exports for each row execute function end_role()`)
    await expect(browser.post(paths.deskExport)).rejects.toThrow('the role is over')
    await sql.unsafe('drop trigger ends on desk_exports')
  })

  test("a colleague's list is none", async () => {
    const { agency, paste } = await desk()
    const list = await paste((await addPerson(sql, { agency })).nip)
    const { browser } = await inOffice(sql, { role: 'officer', agency })
    await browser.get(paths.desk)
    await browser.get(paths.deskLists)
    const query = `?daftar=${list.path.split('/').at(-1)}`
    expect((await browser.post(paths.deskExportOf(query))).status).toBe(404)
  })
})
