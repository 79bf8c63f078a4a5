import { expect, test } from 'vitest'
import { completenessRound } from '#src/jobs/completeness.ts'
import { addPerson } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'

const owner = await testDatabase()
const sql = asApplication(owner)

async function kept() {
  return await owner`select person, score, missing, stale from archive.completeness order by person`
}

test('a round counts everybody who waits for it, and leaves the rest as they are', async () => {
  for (let rest = 3; rest > 0; rest -= 1) await addPerson(owner)
  await completenessRound(sql)
  const rows = await kept()
  expect(rows.map(({ stale, missing }) => [stale, missing])).toEqual(Array(3).fill([false, 5]))
  await completenessRound(sql)
  expect(await kept()).toEqual(rows)
})

test('a sum that is not what it sums up raises an alarm once, and is mended', async () => {
  await addPerson(owner)
  await completenessRound(sql)
  const before = await kept()
  await owner`update archive.completeness set score = 10000, missing = 0`
  await expect(completenessRound(sql)).rejects.toThrow('differed')
  expect(await kept()).toEqual(before)
  await completenessRound(sql)
})

test('whoever leaves begins nothing more', async () => {
  const { id } = await addPerson(owner)
  await completenessRound(sql, () => true)
  expect(await owner`select stale from archive.completeness where person = ${id}`).toEqual([
    { stale: true },
  ])
})
