import type { RecordId } from '#domain/archive/record.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { Sql } from '../../database.ts'

/** Where something of a record lies: files, previews and text of each version, every copy. */
export type Lying = { store: string; object: string }

export async function listObjects(sql: Sql, record: RecordId): Promise<Lying[]> {
  return sql<Lying[]>`
    select c.store, c.object from archive.copies c join archive.versions v on v.id = c.version
    where v.record = ${record} order by c.store, c.object`
}

export async function listVersionsOf(sql: Sql, record: RecordId): Promise<VersionId[]> {
  const rows = await sql<{ id: VersionId }[]>`
    select id from archive.versions where record = ${record}`
  return rows.map(({ id }) => id)
}
