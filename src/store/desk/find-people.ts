import type { PersonId } from '#domain/person.ts'
import type { TransactionSql } from '../database.ts'

/** After whom the page begins, as their name stands there; and how many it has at most. */
export type Page = { after: { name: string; id: PersonId } | undefined; atMost: number }

/** Those within the scope whose name has all of the words somewhere, by name; to be read by their ids. */
export async function findPeople(
  tx: TransactionSql,
  words: readonly string[],
  page: Page,
): Promise<PersonId[]> {
  const { after, atMost } = page
  const rows = await tx<{ id: PersonId }[]>`
    select find_people(${words as string[]}, ${after?.name ?? null}, ${after?.id ?? null}, ${atMost}) as id`
  return rows.map(({ id }) => id)
}

/** Likewise those one of whose numbers, of today or of the past, begins with these digits. */
export async function findByNumber(
  tx: TransactionSql,
  beginning: string,
  page: Page,
): Promise<PersonId[]> {
  const { after, atMost } = page
  const rows = await tx<{ id: PersonId }[]>`
    select find_by_number(${beginning}, ${after?.name ?? null}, ${after?.id ?? null}, ${atMost}) as id`
  return rows.map(({ id }) => id)
}
