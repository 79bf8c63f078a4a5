import { describe, expect, test } from 'vitest'
import { testDatabase } from '#test/support/database.ts'
import { importAgencies, importFile, importFolder, peopleCsv } from '#test/support/importing.ts'

const sql = await testDatabase()
await importAgencies(sql)

const NIP = '198501012010011001'
const NI_PPPK = '199308172024212001'
const budi = { nip: NIP, name: 'Budi Santoso', agency: '7001', legal_position: '01' }
const none = { new: 0, changed: 0, unchanged: 0, refused: 0 }

async function people() {
  return await sql`
    select p.name, p.kind, g.code, a.state, a.mfa,
      (select array_agg(identifier order by identifier) from login_identifiers where person = p.id) as names,
      (select array_agg(address order by slot) from email_addresses where person = p.id) as emails
    from people p join agencies g on g.id = p.agency join accounts a on a.person = p.id order by p.name`
}

/** Which transaction wrote each row last. */
async function versions() {
  return await sql`
    select p.xmin as p, a.xmin as a, e.xmin as e, i.xmin as i
    from people p, accounts a, email_addresses e, login_identifiers i`
}

async function nobody() {
  await sql`truncate people cascade`
}

describe('R-AK-02 a dry run', () => {
  test('counts what would happen by agency, and changes nothing', async () => {
    await nobody()
    const rows = [
      budi,
      { nip: NI_PPPK, name: 'Siti', agency: '7002' },
      { nip: '198502302010011001', name: 'Tanggal', agency: '7001' },
      { nip: '198601012010011001', name: 'Antah', agency: '9999' },
    ]
    const told = await importFile(sql, 'people.csv', peopleCsv(rows), { apply: false })
    expect(told.run).toMatchObject({
      records: 4,
      refusals: { 'nip.birthDate': 1, unknownAgency: 1 },
    })
    expect(told.agencies).toMatchObject([
      { ...none, agency: '7001', new: 1, refused: 1 },
      { ...none, agency: '7002', new: 1 },
      { ...none, agency: '9999', refused: 1 },
    ])
    expect(told.findings).toMatchObject([
      { file: 'people.csv', line: 4, nip: null, refused: true, reason: 'nip.birthDate' },
      { file: 'people.csv', line: 5, nip: '198601012010011001', reason: 'unknownAgency' },
    ])
    expect(told.said).toContain('Belum ada yang diubah.')
    expect(await people()).toEqual([])
  })

  test('keeps a report for its owner alone', async () => {
    const told = await importFile(sql, 'people.csv', peopleCsv([budi]), { apply: false })
    expect(told.said).toContain('1 data dibaca.')
  })
})

describe('R-AK-02 an import', () => {
  test('makes people with names, addresses and an account that waits for its owner', async () => {
    await nobody()
    const rows = [
      { ...budi, user_name: 'Budi.Santoso', email: 'budi@x.example', email_gov: 'budi@y.example' },
      {
        nip: NI_PPPK,
        name: 'Siti',
        agency: '7002',
        kind: 'pppk',
        user_name: '',
        email: '',
        email_gov: '',
      },
    ]
    const told = await importFile(sql, 'people.csv', peopleCsv(rows))
    expect(told.said).toContain('Selesai: 2 baru, 0 berubah, 0 tetap, 0 ditolak.')
    const fresh = { state: 'created', mfa: 'none' }
    expect(await people()).toEqual([
      {
        ...fresh,
        name: 'Budi Santoso',
        kind: 'pns',
        code: '7001',
        names: [NIP, 'budisantoso'],
        emails: ['budi@x.example', 'budi@y.example'],
      },
      { ...fresh, name: 'Siti', kind: 'pppk', code: '7002', names: [NI_PPPK], emails: null },
    ])
    expect(await sql`select kind, actor, detail -> 'run' as run from events`).toEqual([
      { kind: 'imported', actor: null, run: told.run.run },
      { kind: 'imported', actor: null, run: told.run.run },
    ])
    expect(await sql`select from outbox`).toEqual([])
  })

  test('of the same file twice changes nothing the second time', async () => {
    await nobody()
    const file = peopleCsv([{ ...budi, email: 'budi@x.example', user_name: 'budi' }])
    await importFile(sql, 'people.csv', file)
    const before = await versions()
    const told = await importFile(sql, 'people.csv', file)
    expect(told.said).toContain('Selesai: 0 baru, 0 berubah, 1 tetap, 0 ditolak.')
    expect(await versions()).toEqual(before)
    expect(await sql`select from events`).toHaveLength(1)
  })

  test('does the same whatever the order of its lines', async () => {
    const rows = [
      { ...budi, user_name: 'sama' },
      { nip: '198601012010011001', name: 'Kembar', agency: '7001', user_name: 'sama' },
      { nip: NI_PPPK, name: 'Siti', agency: '7002', user_name: 'siti' },
      { nip: '198701012010011001', name: 'Dua Kali', agency: '7002', user_name: '' },
      { nip: '198701012010011001', name: 'Dua Kali', agency: '7002', user_name: '' },
    ]
    const outcomes = []
    for (const order of [rows, rows.toReversed()]) {
      await nobody()
      const told = await importFile(sql, 'people.csv', peopleCsv(order))
      expect(told.run.refusals).toEqual({ claimedTwice: 4 })
      outcomes.push(await people())
    }
    expect(outcomes[0]).toEqual(outcomes[1])
    expect(outcomes[0]).toMatchObject([{ name: 'Siti' }])
  })

  test('reads lines of JSON as it reads a table, and a folder as its files', async () => {
    await nobody()
    const told = await importFolder(sql, {
      'b.ndjson': `${JSON.stringify({ nip: NI_PPPK, name: 'Siti', agency: '7002' })}\nkaput\n`,
      'a.csv': `nip;name;agency\n${NIP};Budi;7001\n`,
    })
    expect(told.findings).toMatchObject([{ file: 'b.ndjson', line: 2, reason: 'unreadable' }])
    expect(await people()).toMatchObject([{ name: 'Budi' }, { name: 'Siti' }])
  })

  test('opens no account that the data closes', async () => {
    await nobody()
    const rows = [
      { ...budi, legal_position: '66' },
      { nip: NI_PPPK, name: 'Siti', agency: '7002', legal_position: '99' },
    ]
    await importFile(sql, 'people.csv', peopleCsv(rows))
    expect(await people()).toMatchObject([{ state: 'disabled' }, { state: 'created' }])
  })

  test('never gives a former number to anybody again', async () => {
    await nobody()
    await importFile(sql, 'people.csv', peopleCsv([{ ...budi, former_nip: NI_PPPK }]))
    const later = { nip: NI_PPPK, name: 'Orang Lain', agency: '7001' }
    const told = await importFile(sql, 'people.csv', peopleCsv([later]))
    expect(told.run.refusals).toEqual({ numberReplaced: 1 })
    expect(await people()).toHaveLength(1)
  })
})

describe('a file that cannot be read', () => {
  test.each([
    ['nama.csv', 'nama,alamat\n', 'unknownColumns'],
    ['people.csv', 'nip,name\n1,"a\n', 'badCsv'],
    ['realm.json', '{"users":[{"username":"x"}', 'truncated'],
    ['text.txt', 'nip', 'noKnownFiles'],
  ])('%s is refused whole', async (name, text, kind) => {
    await expect(importFile(sql, name, text)).rejects.toMatchObject({ importProblem: { kind } })
    expect(await sql`select from import_people`).toEqual([])
  })

  test('is not put together with files about something else', async () => {
    const files = { 'a.csv': 'nip\n', 'b.csv': 'code,name,zone\n' }
    await expect(importFolder(sql, files)).rejects.toMatchObject({
      importProblem: { kind: 'mixedFiles' },
    })
  })
})
