import type { PersonId } from '#domain/person.ts'
import type { TransactionSql } from '../database.ts'

/** So many after this one, in the order of names; the first ones without it. */
export type PageOfPeople = { after: PersonId | undefined; limit: number }

/** Who bears all these words in their name, within the scope of the transaction; all for no words. */
export async function findPeople(
  tx: TransactionSql,
  words: readonly string[],
  { after, limit }: PageOfPeople,
): Promise<PersonId[]> {
  const rows = await tx<{ id: PersonId }[]>`
    select id from find_people(${[...words]}::text[],
      (select name_key from people where id = ${after ?? null}), ${after ?? null}, ${limit}) as id`
  return rows.map(({ id }) => id)
}

/** Whose NIP or NI PPPK begins so. */
export async function findByNumber(
  tx: TransactionSql,
  prefix: string,
  { after, limit }: PageOfPeople,
): Promise<PersonId[]> {
  const rows = await tx<{ id: PersonId }[]>`
    select id from find_by_number(${prefix},
      (select max(identifier) from login_identifiers
        where person = ${after ?? null} and kind in ('nip', 'niPppk') and identifier like ${`${prefix}%`}),
      ${limit}) as id`
  return rows.map(({ id }) => id)
}
