import { expect, test } from 'vitest'
import { isHistoryKey } from '#domain/archive/history.ts'
import { RANKS } from '#domain/archive/metadata-fields.ts'
import type { Cardinality } from '#domain/archive/record-type.ts'
import { markPiece } from '#src/store/archive/completeness.ts'
import { findRecordType, listRecordTypes } from '#src/store/archive/record-types.ts'
import { addPerson } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { recordType, recordTypes, vectors } from '#test/support/record-types.ts'

const owner = await testDatabase()
const sql = asApplication(owner)

test('the nation begins with the types of the vectors, in their order', async () => {
  expect(await listRecordTypes(sql)).toEqual(recordTypes)
  expect(await findRecordType(sql, 'skp22')).toEqual(recordType('skp22'))
  expect(await findRecordType(sql, 'tidakAda')).toBeUndefined()
})

test('what the program does not ask for is kept as the vectors have it', async () => {
  const kept = await sql`
    select code, term, dms_key, siasn_codes, basis from archive.record_types order by position`
  const told = vectors.types.map(({ code, term, dmsKey, siasnDocumentCodes, basis }) => ({
    code,
    term,
    dmsKey,
    siasnCodes: siasnDocumentCodes,
    basis,
  }))
  expect([...kept]).toEqual(told)
})

const CARDINALITIES: Cardinality[] = [
  'one',
  'perLevel',
  'perRank',
  'perEvent',
  'perAgreement',
  'perYear',
]
const KEYS = [
  ...RANKS,
  'III/e',
  '2023',
  '1899',
  '23',
  '1',
  '0',
  '10',
  'S-1',
  'a b',
  'a ',
  ' a',
  'a#b',
  'é',
  'x'.repeat(64),
  'x'.repeat(65),
  '',
  'a\n',
]

test('the database knows the keys of each kind of history as the rules do', async () => {
  const asked = CARDINALITIES.flatMap((cardinality) => KEYS.map((key) => ({ cardinality, key })))
  const answers = await owner<{ isOne: boolean }[]>`
    select archive.is_history_key(cardinality, key) as is_one
    from jsonb_to_recordset(${owner.json(asked)}) as a (cardinality text, key text)`
  expect(answers.map(({ isOne }) => isOne)).toEqual(
    asked.map(({ cardinality, key }) => isHistoryKey(cardinality, key)),
  )
})

test('a change of what is expected has everybody counted anew, piece by piece', async () => {
  const people = [await addPerson(owner), await addPerson(owner), await addPerson(owner)]
  const settle = async () => {
    while (await markPiece(sql, 2));
    await owner`update archive.completeness set stale = false`
  }
  const stale = () =>
    owner`select from archive.completeness where stale and person = any(${people.map(({ id }) => id)})`
  await settle()
  await owner`update archive.record_types set weight = 700 where code = 'pns'`
  expect(await stale()).toHaveLength(0)
  while (await markPiece(sql, 2));
  expect(await stale()).toHaveLength(people.length)
  await owner`update archive.record_types set weight = 750 where code = 'pns'`
  await settle()
  await owner`update archive.record_types set name = name || ' baru' where code = 'pns'`
  expect(await markPiece(sql, 2)).toBe(false)
})
