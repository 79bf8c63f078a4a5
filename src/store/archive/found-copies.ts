import type { VersionId } from '#domain/archive/version.ts'
import type { Sql } from '../database.ts'
import type { CopyKind } from './copies.ts'

/** One place where a file, or a page of it, lies. */
export type FoundCopy = {
  store: string
  object: string
  sha256: string
  health: 'unchecked' | 'healthy' | 'damaged' | 'missing'
  checkedAt: Date | null
}

export type CopyKey = { version: VersionId; kind: CopyKind; page: number }

/** The likeliest to open first; a bad one may still be all there is. */
export async function findCopies(sql: Sql, { version, kind, page }: CopyKey): Promise<FoundCopy[]> {
  return await sql<FoundCopy[]>`
    select store, object, encode(sha256, 'hex') as sha256, health, checked_at from archive.copies
    where version = ${version} and kind = ${kind} and page = ${page}
    order by health in ('damaged', 'missing'), health <> 'healthy', store`
}

/** Somebody could not read it: the care of copies looks at it next. */
export async function hastenLook(
  sql: Sql,
  { object, health }: Pick<FoundCopy, 'object' | 'health'>,
  now: Date,
): Promise<void> {
  if (health === 'damaged' || health === 'missing') return
  await sql`
    update archive.copies set next_check_at = least(next_check_at, ${now}) where object = ${object}`
}
