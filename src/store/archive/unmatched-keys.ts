import type { Sql } from '../database.ts'

/** After a restore: reported, never erased, for which of the two is right is not known (archive.md 5.5). */
export type Unmatched = { keysWithoutVersion: number; versionsWithoutKey: number }

const AT_ONCE = 10_000
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/** By ids alone and one side after the other: no query joins the keyring with anything. */
export async function countUnmatched(sql: Sql): Promise<Unmatched> {
  return {
    keysWithoutVersion: await countMissing(
      (after) => sql`
        select version as id from keyring.version_keys
        where version > ${after} order by version limit ${AT_ONCE}`,
      (ids) => sql`
        select id from archive.versions where id = any(${ids}::uuid[])
        union all select id from archive.batch_files where id = any(${ids}::uuid[])`,
    ),
    versionsWithoutKey: await countMissing(
      (after) => sql`
        select id from archive.versions
        where id > ${after} and key_gone_at is null order by id limit ${AT_ONCE}`,
      (ids) => sql`
        select version as id from keyring.version_keys where version = any(${ids}::uuid[])`,
    ),
  }
}

type Ids = PromiseLike<Iterable<unknown> & { length: number }>

async function countMissing(
  list: (after: string) => PromiseLike<readonly { id?: unknown }[]>,
  find: (ids: string[]) => Ids,
): Promise<number> {
  let missing = 0
  for (let after: string | undefined = BEFORE_ALL; after !== undefined; ) {
    const ids: string[] = (await list(after)).map(({ id }) => String(id))
    if (ids.length > 0) missing += ids.length - (await find(ids)).length
    after = ids.at(-1)
  }
  return missing
}
