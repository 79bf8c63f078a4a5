import { expect, test } from 'vitest'
import { isHistoryKey } from '#domain/archive/history.ts'
import { hasHistory } from '#domain/archive/record-type.ts'
import { CAST } from '#src/sample/cast.ts'
import { addSampleHistories } from '#src/sample/histories.ts'
import { inTransaction } from '#src/store/database.ts'
import { addPerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { recordType } from '#test/support/record-types.ts'

const sql = await testDatabase()

test('every event of a sample career belongs to one of the cast, and a file would bring it so', async () => {
  for (const { nip, kind } of CAST) await addPerson(sql, { nip, kind })
  await inTransaction(sql, addSampleHistories)
  const rows = await sql<{ type: string; key: string; person: string }[]>`
    select type, key, person from archive.history`
  const wrong = rows.filter(({ type, key }) => {
    const { cardinality } = recordType(type)
    return !hasHistory({ cardinality }) || !isHistoryKey(cardinality, key)
  })
  expect(wrong).toEqual([])
  expect(new Set(rows.map(({ person }) => person)).size).toBe(6)
})
