import { beforeEach, describe, expect, test } from 'vitest'
import type { PersonId } from '#domain/person.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { importFile } from '#test/support/importing.ts'

const sql = await testDatabase()
const HEAD = 'nip,type,key,label,date'

let nip: string
let person: PersonId

beforeEach(async () => {
  const one = await addPerson(sql)
  nip = one.nip
  person = one.id
})

function importRows(rows: readonly string[], ways: Parameters<typeof importFile>[3] = {}) {
  const text = [HEAD, ...rows.map((row) => `${nip},${row}`)].join('\n')
  return importFile(sql, 'riwayat.csv', `${text}\n`, ways)
}

async function history() {
  return await sql`
    select type, key, label, on_date::text, source from archive.history
    where person = ${person} order by type, key`
}

const ROWS = ['golongan,III/a,"Penata Muda, III/a",2016-04-01', 'diklat,dasar,Pelatihan Dasar,']

describe('a file about histories', () => {
  test('changes nothing until it is applied, and says what it would do', async () => {
    const told = await importRows([...ROWS, 'golongan,V/a,,'], { apply: false })
    expect(told.run).toMatchObject({ records: 3, refusals: { key: 1 } })
    expect(told.agencies).toMatchObject([{ new: 2, changed: 0, unchanged: 0, refused: 1 }])
    expect(told.findings).toMatchObject([{ line: 4, nip, refused: true, reason: 'key' }])
    expect(await history()).toEqual([])
  })

  test('is taken over, and its people are counted anew in the same step', async () => {
    await importRows(ROWS)
    expect(await history()).toEqual([
      { type: 'diklat', key: 'dasar', label: 'Pelatihan Dasar', onDate: null, source: 'national' },
      {
        type: 'golongan',
        key: 'III/a',
        label: 'Penata Muda, III/a',
        onDate: '2016-04-01',
        source: 'national',
      },
    ])
    const [kept] = await sql`
      select missing, score, stale from archive.completeness where person = ${person}`
    expect(kept).toEqual({ missing: 7, score: 4750, stale: false })
  })

  test('taken over once more changes nothing; an empty value says nothing', async () => {
    await importRows(ROWS)
    const before = await sql`select * from archive.history where person = ${person} order by type`
    const again = await importRows(['golongan,III/a,,', 'diklat,dasar,Pelatihan Dasar,'])
    expect(again.agencies).toMatchObject([{ new: 0, changed: 0, unchanged: 2, refused: 0 }])
    expect(await sql`select * from archive.history where person = ${person} order by type`).toEqual(
      before,
    )
  })

  test('corrects what is known, and stands above what a person added', async () => {
    await sql`
      insert into archive.history (person, type, key, label, source, added_by, added_at)
      values (${person}, 'skp22', '2024', 'SKP saya', 'person', ${person}, ${NOW})`
    await importRows(['golongan,III/a,Lama,2016-04-01'])
    const told = await importRows(['golongan,III/a,Penata Muda,2016-05-01', 'skp22,2024,,'])
    expect(told.agencies).toMatchObject([{ new: 0, changed: 2, unchanged: 0, refused: 0 }])
    expect(await history()).toEqual([
      {
        type: 'golongan',
        key: 'III/a',
        label: 'Penata Muda',
        onDate: '2016-05-01',
        source: 'national',
      },
      { type: 'skp22', key: '2024', label: 'SKP saya', onDate: null, source: 'national' },
    ])
  })

  test.each([
    ['pns,1,,', 'noHistory'],
    ['apaSaja,1,,', 'unknownType'],
    ['golongan,a#b,,', 'key'],
    ['skp22,22,,', 'key'],
    ['../x,1,,', 'type'],
    ['diklat,x,,2016-02-30', 'date'],
    ['diklat,x,\ufffd,', 'label'],
  ])('refuses "%s": %s', async (row, reason) => {
    const told = await importRows([row])
    expect(told.findings).toMatchObject([{ line: 2, reason }])
    expect(await history()).toEqual([])
  })

  test('refuses rows about nobody, and both of two that say one event', async () => {
    const text = `${HEAD}\n198501312010011999,diklat,x,,\n${nip},diklat,y,Satu,\n${nip},diklat,y,Dua,\n`
    const told = await importFile(sql, 'riwayat.csv', text)
    expect(told.run.refusals).toEqual({ eventTwice: 2, unknownPerson: 1 })
    expect(await history()).toEqual([])
  })

  test('finds somebody by a number of the past', async () => {
    const former = '198501312010011998'
    await sql`
      insert into login_identifiers (identifier, person, kind, valid_from, valid_to)
      values (${former}, ${person}, 'nip', '2010-01-01', '2020-01-01')`
    const text = `${HEAD}\n${former},diklat,x,,\n${nip},diklat,x,,\n`
    expect((await importFile(sql, 'a.csv', text)).run.refusals).toEqual({ eventTwice: 2 })
    await importFile(sql, 'b.csv', `${HEAD}\n${former},diklat,x,,\n`)
    expect(await history()).toMatchObject([{ type: 'diklat', key: 'x', label: 'x' }])
  })

  test('is read from NDJSON too', async () => {
    const row = {
      nip,
      type: 'pendidikan',
      key: 'S-1',
      label: 'S-1\tAkuntansi\\',
      date: '2013-02-27',
    }
    await importFile(sql, 'riwayat.ndjson', `${JSON.stringify(row)}\n`)
    expect(await history()).toMatchObject([{ key: 'S-1', label: 'S-1 Akuntansi\\' }])
  })
})
