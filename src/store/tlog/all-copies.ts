import type { VersionId } from '#domain/archive/version.ts'
import type { Sql } from '../database.ts'

export type StoredCopy = { object: string; store: string; sha256: string; version: VersionId }

const FIRST = '00000000-0000-0000-0000-000000000000'
const AT_ONCE = 500

/** Every copy of every file, in the order of their objects. */
export async function* listAllCopies(sql: Sql): AsyncIterable<StoredCopy> {
  for (let after = FIRST; ; ) {
    const rows = await sql<StoredCopy[]>`
      select object, store, encode(sha256, 'hex') as sha256, version from archive.copies
      where object > ${after} order by object limit ${AT_ONCE}`
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.object
  }
}
