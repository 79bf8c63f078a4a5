import type { MandateId } from '#domain/access/mandate.ts'
import type { Brand } from '#domain/brand.ts'
import { LIST_SECONDS } from '#domain/desk/limits.ts'
import type { PastedEntry, PastedList } from '#domain/desk/pasted-list.ts'
import { after } from '#domain/instant.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql } from '../database.ts'

export type DeskListId = Brand<string, 'DeskListId'>

/** A list is its owner's, under the hat it was pasted with. */
export type DeskListKey = { id: DeskListId; owner: PersonId; hat: MandateId }

export type DeskList = PastedList & { id: DeskListId; expiresAt: Date }

export async function addDeskList(
  sql: Sql,
  { id, owner, hat }: DeskListKey,
  { entries, repeated }: PastedList,
  now: Date,
): Promise<void> {
  await sql`
    insert into desk_lists (id, owner, hat, made_at, expires_at, repeated, entries)
    values (${id}, ${owner}, ${hat}, ${now}, ${after(now, LIST_SECONDS)}, ${repeated},
            ${sql.json(entries as never)})`
}

export async function findDeskList(
  sql: Sql,
  { id, owner, hat }: DeskListKey,
  now: Date,
): Promise<DeskList | undefined> {
  const [row] = await sql<
    { id: DeskListId; expiresAt: Date; repeated: number; entries: PastedEntry[] }[]
  >`
    select id, expires_at, repeated, entries from desk_lists
    where id = ${id} and owner = ${owner} and hat = ${hat} and expires_at > ${now}`
  return row
}
