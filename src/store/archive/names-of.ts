import type { PersonId } from '#domain/person.ts'
import type { Sql } from '../database.ts'

/** What people are called who did something that the scope has let through. */
export async function namesOf(
  sql: Sql,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  const rows = await sql<{ id: PersonId; name: string }[]>`
    select id, name from people where id = any(${[...people]}::uuid[])`
  return new Map(rows.map(({ id, name }) => [id, name]))
}
