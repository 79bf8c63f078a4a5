import { hastenPaper } from '../archive/destruction/certificate-fixity.ts'
import { type FoundCopy, hastenLook } from '../archive/found-copies.ts'
import type { Sql } from '../database.ts'

/** `of`: a file of somebody's archive, or a paper of a destruction. */
export type StoredCopy = Pick<FoundCopy, 'object' | 'store' | 'sha256' | 'health'> & {
  of: 'file' | 'paper'
}

const FIRST = '00000000-0000-0000-0000-000000000000'
const AT_ONCE = 500

/** Every copy of every file and paper, each kind in the order of its objects. */
export async function* listAllCopies(sql: Sql): AsyncIterable<StoredCopy> {
  for (const of of ['file', 'paper'] as const) yield* listCopies(sql, of)
}

async function* listCopies(sql: Sql, of: StoredCopy['of']): AsyncIterable<StoredCopy> {
  const table = of === 'file' ? sql`archive.copies` : sql`archive.batch_file_copies`
  for (let after = FIRST; ; ) {
    const rows = await sql<Omit<StoredCopy, 'of'>[]>`
      select object, store, encode(sha256, 'hex') as sha256, health from ${table}
      where object > ${after} order by object limit ${AT_ONCE}`
    for (const row of rows) yield { ...row, of }
    const last = rows.at(-1)
    if (!last) return
    after = last.object
  }
}

/** The care of copies looks at it next, and mends it. */
export async function hastenCopy(sql: Sql, copy: StoredCopy, now: Date): Promise<void> {
  return copy.of === 'file' ? hastenLook(sql, copy, now) : hastenPaper(sql, copy, now)
}
