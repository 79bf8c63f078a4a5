import type { Sql } from './database.ts'

/** The database's clock, in milliseconds since 1970. */
export async function databaseTime(sql: Sql): Promise<number> {
  const [row] = await sql<{ at: number }[]>`
    select extract(epoch from clock_timestamp())::float8 * 1000 as at`
  if (!row) throw new Error('the database did not tell its time')
  return row.at
}
