import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addPerson, NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { importAgencies, importFile, importUnits, peopleCsv } from '#test/support/importing.ts'

const sql = await testDatabase()
await importAgencies(sql)

const NIP = '198501012010011001'
const budi = { nip: NIP, name: 'Budi Santoso', agency: '7001' }

async function tree(agency = '7001') {
  return await sql`
    select u.code, u.name, p.code as parent from units u left join units p on p.id = u.parent
    where u.agency = (select id from agencies where code = ${agency}) order by u.code`
}

function importTree(edges: readonly string[][], agency = '7001') {
  const lines = edges.map(([code, parent = '']) => `${agency},${code},Unit ${code},${parent}\n`)
  return importFile(sql, 'u.csv', `agency,code,name,parent_code\n${lines.join('')}`)
}

async function noUnits() {
  await sql`update people set unit = null`
  await sql`delete from units`
}

/** The code of the unit, and whether anything was told to anybody. */
async function unitOf(nip = NIP) {
  const [row] = await sql`
    select u.code, p.unit is null as none from people p left join units u on u.id = p.unit
    join login_identifiers i on i.person = p.id where i.identifier = ${nip}`
  return row?.['none'] ? undefined : row?.['code']
}

describe('R-AK-02 a file of units', () => {
  test('makes a tree whatever the order of its lines, and the same file changes nothing', async () => {
    await noUnits()
    const first = await importUnits(sql)
    expect(first.said).toContain('4 baru, 0 berubah, 0 tetap, 0 ditolak')
    expect(first.agencies).toMatchObject([
      { agency: '7001', new: 3 },
      { agency: '7002', new: 1 },
    ])
    expect(await tree()).toEqual([
      { code: '01', name: 'Dinas Kesehatan', parent: null },
      { code: '02', name: 'Dinas Pendidikan', parent: null },
      { code: '02.1', name: 'SD Negeri 1', parent: '02' },
    ])
    expect((await importUnits(sql)).said).toContain('0 baru, 0 berubah, 4 tetap, 0 ditolak')
  })

  test('renames a unit and moves it, with all below', async () => {
    await noUnits()
    await importTree([['a'], ['b'], ['c', 'a'], ['d', 'c']])
    const told = await importTree([['c', 'b']])
    expect(told.said).toContain('0 baru, 1 berubah')
    expect(await tree()).toMatchObject([{}, {}, { code: 'c', parent: 'b' }, { parent: 'c' }])
  })

  test('refuses a parent that nobody knows, and what lies below it', async () => {
    await noUnits()
    const { run } = await importTree([['a'], ['b', 'x'], ['c', 'b']])
    expect(run.refusals).toEqual({ unknownParent: 2 })
    expect((await tree()).map(({ code }) => code)).toEqual(['a'])
  })

  test('takes no parent from another agency', async () => {
    await noUnits()
    await importTree([['a']], '7002')
    expect((await importTree([['b', 'a']])).run.refusals).toEqual({ unknownParent: 1 })
  })

  test('refuses a circle, also one that closes through units that are there already', async () => {
    await noUnits()
    await importTree([['a'], ['b', 'a'], ['c', 'b']])
    expect((await importTree([['a', 'c']])).run.refusals).toEqual({ unitCycle: 1 })
    expect((await importTree([['d', 'd']])).run.refusals).toEqual({ unitCycle: 1 })
    expect(await tree()).toMatchObject([{ parent: null }, { parent: 'a' }, { parent: 'b' }])
  })

  test('refuses a code claimed twice, an unknown agency and what cannot be read', async () => {
    await noUnits()
    const text =
      'agency,code,name,parent_code\n7001,a,A,\n7001,a,B,\n9999,a,A,\n7001,b b,B,\n7001,c,,\n'
    const { findings, agencies } = await importFile(sql, 'u.csv', text)
    expect(findings.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'claimedTwice'],
      [3, 'claimedTwice'],
      [4, 'unknownAgency'],
      [5, 'code'],
      [6, 'name'],
    ])
    expect(agencies).toMatchObject([
      { agency: '7001', refused: 4 },
      { agency: '9999', refused: 1 },
    ])
    expect(await tree()).toEqual([])
  })

  test('leaves a tree behind, whatever files came', async () => {
    const code = fc.constantFrom('a', 'b', 'c', 'd')
    const file = fc.uniqueArray(fc.tuple(code, fc.option(code, { nil: '' })), {
      selector: ([own]) => own,
      minLength: 1,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 3 }), async (files) => {
        await noUnits()
        for (const one of files) await importTree(one)
        const parents = new Map((await tree()).map(({ code, parent }) => [code, parent]))
        for (const start of parents.keys()) {
          let [at, steps] = [start, 0]
          while (at && steps < 9) [at, steps] = [parents.get(at), steps + 1]
          expect(steps).toBeLessThan(9)
        }
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})

describe("R-AK-02 a person's unit", () => {
  test('is taken from the file, changed by the next one, and told to nobody', async () => {
    await importUnits(sql)
    await importFile(sql, 'p.csv', peopleCsv([{ ...budi, unit: '02.1', email: 'b@x.example' }]))
    expect(await unitOf()).toBe('02.1')
    await sql`update accounts set state = 'active', mfa = 'inUse'`
    const told = await importFile(sql, 'p.csv', peopleCsv([{ nip: NIP, unit: '01' }]))
    expect(told.said).toContain('0 baru, 1 berubah')
    expect(await unitOf()).toBe('01')
    expect(await sql`select from outbox`).toEqual([])
    expect((await importFile(sql, 'p.csv', peopleCsv([{ nip: NIP, unit: '01' }]))).said).toContain(
      '0 berubah, 1 tetap',
    )
  })

  test('is left out where the agency has no such unit, and the person stays', async () => {
    const told = await importFile(
      sql,
      'p.csv',
      peopleCsv([{ nip: NIP, name: 'Budi S', unit: '9' }]),
    )
    expect(told.said).toContain('0 baru, 1 berubah')
    expect(told.findings).toMatchObject([{ line: 2, refused: false, reason: 'unknownUnit' }])
    expect(await unitOf()).toBe('01')
  })

  test('is left behind on a move, unless the file names one there', async () => {
    await importFile(sql, 'p.csv', peopleCsv([{ nip: NIP, agency: '7002' }]))
    expect(await unitOf()).toBeUndefined()
    await importFile(sql, 'p.csv', peopleCsv([{ nip: NIP, agency: '7001', unit: '02' }]))
    expect(await unitOf()).toBe('02')
  })

  test('ends no mandate of an officer: their reach is not where they sit', async () => {
    const officer = await addPerson(sql, { nip: '198501012010011777', role: 'officer' })
    await sql`update people set agency = (select id from agencies where code = '7001') where id = ${officer.id}`
    await importFile(sql, 'p.csv', peopleCsv([{ nip: '198501012010011777', unit: '01' }]))
    const [mandate] =
      await sql`select valid_to > ${NOW} as lasts from mandates where person = ${officer.id}`
    expect(mandate).toEqual({ lasts: true })
  })
})
