import type { VersionId } from '#domain/archive/version.ts'
import type { FoundCopy } from '../archive/found-copies.ts'
import type { Sql } from '../database.ts'

export type StoredCopy = Pick<FoundCopy, 'object' | 'store' | 'sha256' | 'health'> & {
  version: VersionId
}

const FIRST = '00000000-0000-0000-0000-000000000000'
const AT_ONCE = 500

/** Every copy of every file, in the order of their objects. */
export async function* listAllCopies(sql: Sql): AsyncIterable<StoredCopy> {
  for (let after = FIRST; ; ) {
    const rows = await sql<StoredCopy[]>`
      select object, store, encode(sha256, 'hex') as sha256, health, version
      from archive.copies
      where object > ${after} order by object limit ${AT_ONCE}`
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.object
  }
}
