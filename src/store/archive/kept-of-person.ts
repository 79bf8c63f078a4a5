import type { Hat } from '#domain/access/hat.ts'
import { scopeOf } from '#domain/access/scope.ts'
import type { RecordId, Stage } from '#domain/archive/record.ts'
import type { CivilDate } from '#domain/civil-date.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql } from '../database.ts'
import { inScope } from '../scope.ts'
import { toOptionalDate } from './civil-dates.ts'

/** A record in an archivist's list; nothing of its content. */
export type KeptOfPerson = {
  id: RecordId
  type: string
  slot: string
  stage: Stage
  end: CivilDate | undefined
  held: boolean
}

/** What the hat's agency has in custody of a person. */
export async function listKeptOf(
  sql: Sql,
  hat: Hat,
  person: PersonId,
  now: Date,
): Promise<KeptOfPerson[]> {
  const rows = await inScope(sql, scopeOf(hat), now, async (tx) => {
    return await tx<(Omit<KeptOfPerson, 'end'> & { end: string | null })[]>`
      select r.id, r.type, r.slot, r.stage, r.retention_end::text as "end", r.held
      from archive.records r where r.person = ${person} and r.stage <> 'destroyed'
      order by r.type, r.slot`
  })
  return rows.map((row) => ({ ...row, end: toOptionalDate(row.end) }))
}

/** Whose record it is, of a record in custody of the hat's agency. */
export type RecordOwner = {
  person: PersonId
  name: string
  nip: string
  type: string
  slot: string
}

export async function findOwner(
  sql: Sql,
  hat: Hat,
  record: RecordId,
  now: Date,
): Promise<RecordOwner | undefined> {
  const found = await inScope(sql, scopeOf(hat), now, async (tx) => {
    return await tx`select from archive.records r where r.id = ${record}`
  })
  if (found.length === 0) return undefined
  const [row] = await sql<RecordOwner[]>`
    select r.person, p.name, coalesce(p.number, '') as nip, r.type, r.slot
    from archive.records r join people p on p.id = r.person where r.id = ${record}`
  return row
}
