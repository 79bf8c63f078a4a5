import type { Sql } from '../database.ts'

const AT_ONCE = 5000
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/** What has to lie in a store, in the order of the names: copies, certificates and archives to take along. */
export function listNamedObjects(sql: Sql, store: string): AsyncIterable<string> {
  return paged(
    (after) => sql<Named[]>`
      select object from (
        (select object from archive.copies
          where store = ${store} and object > ${after} order by object limit ${AT_ONCE})
        union all
        (select object from archive.batch_file_copies
          where store = ${store} and object > ${after} order by object limit ${AT_ONCE})
        union all
        (select object from archive.exports
          where store = ${store} and object > ${after} order by object limit ${AT_ONCE})
      ) named order by object limit ${AT_ONCE}`,
  )
}

/** Of these, what has no whole copy in any store: as a backup has to bring it back. */
export function listLostObjects(sql: Sql, store: string): AsyncIterable<string> {
  return paged(
    (after) => sql<Named[]>`
      select object from (
        (select c.object from archive.incidents i join archive.copies c using (version, kind, page)
          where i.over_at is null and c.store = ${store} and c.object > ${after})
        union all
        (select c.object from archive.paper_incidents i join archive.batch_file_copies c using (file)
          where i.over_at is null and c.store = ${store} and c.object > ${after})
      ) named order by object limit ${AT_ONCE}`,
  )
}

/** What may lie there beside them, on its way in or out. */
export function listLooseNames(sql: Sql, store: string): AsyncIterable<string> {
  return paged(
    (after) => sql<Named[]>`
      select object from archive.loose_objects
      where store = ${store} and object > ${after} order by object limit ${AT_ONCE}`,
  )
}

type Named = { object: string }

async function* paged(list: (after: string) => PromiseLike<Named[]>): AsyncIterable<string> {
  for (let after: string | undefined = BEFORE_ALL; after !== undefined; ) {
    const rows: Named[] = await list(after)
    for (const { object } of rows) yield object
    after = rows.at(-1)?.object
  }
}
