import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql } from '../../database.ts'

/** What a page calls a version of one's own that may be shared. */
type FoundShareable = { version: VersionId; typeName: string; slot: string; versionNo: number }

/** Nothing but what is verified of one's own; whether it may be shared is judged under the lock. */
export async function findShareable(
  sql: Sql,
  { person, version }: { person: PersonId; version: VersionId },
): Promise<FoundShareable | undefined> {
  const [row] = await sql<FoundShareable[]>`
    select v.id as version, t.name as type_name, r.slot, v.no as version_no
    from archive.versions v
    join archive.records r on r.id = v.record
    join archive.record_types t on t.code = r.type
    where v.id = ${version} and v.person = ${person} and v.status in ('verified', 'superseded')`
  return row
}
