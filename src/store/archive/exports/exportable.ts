import type { Exported, LeftOut } from '#domain/archive/export/exported.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { Person, PersonId } from '#domain/person.ts'
import type { Sql, TransactionSql } from '../../database.ts'
import { type PersonRow, personColumns, toPerson } from '../../people.ts'

/** What its person takes along: verified, not found to be harmful, not on its way out, and whole somewhere. */
export async function listExportable(
  sql: Sql,
  person: PersonId,
): Promise<(Exported & { sealed: Buffer | null })[]> {
  return await sql<(Exported & { sealed: Buffer | null })[]>`
    select v.id as version, v.no, r.type, t.name as type_name, t.part_of as "group", r.slot,
      coalesce(v.metadata, '{}') as metadata, v.pages, v.bytes, v.digitised, v.scan, v.received_at, v.verified_at,
      encode(v.commitment, 'hex') as commitment, v.sealed
    ${isExportable(sql, person)}
    order by t.position, r.slot, v.id`
}

export async function listExportableIds(
  tx: Sql | TransactionSql,
  person: PersonId,
): Promise<VersionId[]> {
  const rows = await tx<{ id: VersionId }[]>`
    select v.id ${isExportable(tx, person)} order by v.id`
  return rows.map(({ id }) => id)
}

export async function findOwner(sql: Sql, person: PersonId): Promise<Person> {
  const [row] = await sql<PersonRow[]>`
    select ${personColumns(sql)} from people p join agencies g on g.id = p.agency where p.id = ${person}`
  if (!row) throw new Error('an export of nobody')
  return toPerson(row)
}

/** What would be taken along if a copy of it were whole. */
export async function listLeftOut(sql: Sql, person: PersonId): Promise<LeftOut[]> {
  return await sql<LeftOut[]>`
    select t.name as type_name, r.slot ${isTaken(sql, person)} and ${isLost(sql)} order by t.position, r.slot, v.id`
}

function isExportable(sql: Sql | TransactionSql, person: PersonId) {
  return sql`${isTaken(sql, person)} and not ${isLost(sql)}`
}

function isLost(sql: Sql | TransactionSql) {
  return sql`exists (select from archive.incidents i
    where i.version = v.id and i.kind = 'content' and i.over_at is null)`
}

function isTaken(sql: Sql | TransactionSql, person: PersonId) {
  return sql`
    from archive.versions v
    join archive.records r on r.id = v.record
    join archive.record_types t on t.code = r.type
    where v.person = ${person} and r.person = ${person} and v.status = 'verified' and v.scan <> 'scanFound'
      and v.key_gone_at is null and r.stage not in ('destroying', 'destroyed', 'transferred')`
}
