import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPlainKey } from '#domain/archive/history.ts'
import type { HistoryRecord } from '#domain/import/history-record.ts'
import { judgeHistory, type MetHistory } from '#domain/import/judge-history.ts'
import type { Nip } from '#domain/nip.ts'
import { civilDateText } from '#domain/zone-day.ts'
import { copyHistoryLine } from '#src/import/staged-history.ts'
import { inTransaction } from '#src/store/database.ts'
import { copyHistory, judgedHistory, refuseHistoryTwice } from '#src/store/import/history.ts'
import { ALL_BLOCKS } from '#src/store/import/judged.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { recordTypes } from '#test/support/record-types.ts'

const sql = await testDatabase()
const one = await addPerson(sql)
const other = await addPerson(sql)
const FORMER = '198501312010011998'
await sql`
  insert into login_identifiers (identifier, person, kind, valid_from, valid_to)
  values (${FORMER}, ${one.id}, 'nip', '2010-01-01', '2020-01-01')`
const OWNERS = new Map([
  [one.nip, one.id],
  [FORMER, one.id],
  [other.nip, other.id],
])
const DATES = [{ year: 2016, month: 4, day: 1 }, { year: 2020, month: 2, day: 29 }, undefined]

const key = fc.constantFrom('III/a', 'III/e', '2023', '1', 'S-1').filter(isPlainKey)
const type = fc.constantFrom('pns', 'golongan', 'skp22', 'pendidikan', 'skPppk', 'apaSaja')
const record: fc.Arbitrary<HistoryRecord> = fc.record({
  nip: fc.constantFrom(...([...OWNERS.keys(), '198501312010011997'] as Nip[])),
  type,
  key,
  label: fc.constantFrom('Satu', 'Dua', undefined),
  onDate: fc.constantFrom(...DATES),
})

type Known = NonNullable<MetHistory['known']> & { of: 0 | 1; type: string; key: string }
const known: fc.Arbitrary<Known> = fc.record({
  of: fc.constantFrom(0 as const, 1 as const),
  type: type.filter((code) => code !== 'apaSaja'),
  key,
  label: fc.constantFrom('Satu', 'Dua'),
  onDate: fc.constantFrom(...DATES),
  source: fc.constantFrom('national' as const, 'person' as const),
})

const PEOPLE = [one, other] as const

test('a file about histories is judged by the database as by the model', async () => {
  const there = fc.uniqueArray(known, { maxLength: 4, selector: nameOf })
  const rows = fc.array(record, { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(there, rows, async (all, file) => {
      await put(all)
      await copyHistory(sql, lines(file))
      await refuseHistoryTwice(sql)
      expect(await verdicts()).toEqual(file.map((row) => expected(row, file, all)))
    }),
    { numRuns: 100 },
  )
}, 120_000)

function nameOf({ of, type, key }: Known): string {
  return `${of}/${type}/${key}`
}

async function put(all: readonly Known[]): Promise<void> {
  await sql`truncate import_history`
  await sql`delete from archive.history`
  for (const { of, type, key, label, onDate, source } of all) {
    const { id } = PEOPLE[of]
    await sql`
      insert into archive.history (person, type, key, label, on_date, source, added_by, added_at)
      values (${id}, ${type}, ${key}, ${label}, ${onDate ? civilDateText(onDate) : null}, ${source},
              ${source === 'person' ? id : null}, ${NOW})`
  }
}

async function* lines(file: readonly HistoryRecord[]): AsyncIterable<string> {
  for (const [at, row] of file.entries()) yield copyHistoryLine({ file: 1, line: at + 1, ...row })
}

async function verdicts(): Promise<string[]> {
  return await inTransaction(sql, async (tx) => {
    const rows = await tx<{ refused: string | null; verdict: string }[]>`
      select refused, verdict from (${judgedHistory(tx, ALL_BLOCKS)}) j order by line`
    return rows.map(({ refused, verdict }) => refused ?? verdict)
  })
}

function expected(
  row: HistoryRecord,
  file: readonly HistoryRecord[],
  all: readonly Known[],
): string {
  const person = OWNERS.get(row.nip)
  const says = ({ nip, type, key }: HistoryRecord) => `${OWNERS.get(nip) ?? nip}/${type}/${key}`
  const judged = judgeHistory(row, {
    person,
    cardinality: recordTypes.find(({ code }) => code === row.type)?.cardinality,
    known: all.find(
      ({ of, type, key }) => PEOPLE[of].id === person && type === row.type && key === row.key,
    ),
    isToldTwice: file.filter((found) => says(found) === says(row)).length > 1,
  })
  return judged.ok ? judged.value : judged.problem
}
