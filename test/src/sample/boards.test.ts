import { expect, test } from 'vitest'
import { AGENCIES } from '#src/sample/agencies.ts'
import { addSampleCounts } from '#src/sample/boards.ts'
import { testDatabase } from '#test/support/database.ts'

const sql = await testDatabase()

test('the sample start has thirty days to draw, alike for the agency and its units, and of nobody', async () => {
  const [{ id, code, name, zone }] = AGENCIES
  await sql`insert into agencies (id, code, name, zone) values (${id}, ${code}, ${name}, ${zone})`
  await sql.begin(addSampleCounts)
  for (const table of ['board_agency_counts', 'board_unit_counts']) {
    const [row] = await sql`
      select count(*) filter (where span = 'day') as days, sum(activations) filter (where span = 'day') as by_day,
        sum(activations) filter (where span = 'month') as by_month from ${sql(table)}`
    expect(row).toEqual({ days: 30, byDay: 4, byMonth: 4 })
  }
  expect(await sql`select from events`).toHaveLength(0)
})
