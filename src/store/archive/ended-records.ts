import type { Hat } from '#domain/access/hat.ts'
import { scopeOf } from '#domain/access/scope.ts'
import type { UnitId } from '#domain/agency.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { CivilDate } from '#domain/civil-date.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql } from '../database.ts'
import { inScope } from '../scope.ts'
import { toCivilDate } from './civil-dates.ts'

/** A record whose retention has ended, and whose it is. */
export type EndedRecord = {
  id: RecordId
  person: PersonId
  name: string
  nip: string
  unitName: string | undefined
  type: string
  slot: string
  end: CivilDate
  held: boolean
}

export const ENDED_ON_A_PAGE = 30

type Asked = { unit: UnitId | undefined; after: RecordId | undefined }

/** In the custody of the hat's agency, the oldest end first; of a unit and those below it. */
export async function listEnded(
  sql: Sql,
  hat: Hat,
  { unit, after }: Asked,
  now: Date,
): Promise<EndedRecord[]> {
  const ids = await inScope(sql, scopeOf(hat), now, async (tx) => {
    const ofUnit = unit
      ? tx`exists (select from people p where p.id = r.person and p.unit in (select unit_and_below(${unit})))`
      : tx`true`
    const following = after
      ? tx`(r.retention_end, r.id) > (select a.retention_end, a.id from archive.records a where a.id = ${after})`
      : tx`true`
    return await tx<{ id: RecordId }[]>`
      select r.id from archive.records r
      where r.agency = ${hat.agency ?? null} and r.stage = 'retentionEnded' and r.retention_end is not null
        and ${ofUnit} and ${following}
      order by r.retention_end, r.id limit ${ENDED_ON_A_PAGE + 1}`
  })
  return named(
    sql,
    ids.map(({ id }) => id),
  )
}

/** Of those that the scope let through: who moved away is in custody here still. */
async function named(sql: Sql, ids: readonly RecordId[]): Promise<EndedRecord[]> {
  const rows = await sql<Row[]>`
    select r.id, r.person, p.name, coalesce(p.number, '') as nip, u.name as unit_name, r.type, r.slot,
      r.retention_end::text as "end", archive.is_held(r.id) as held
    from archive.records r join people p on p.id = r.person left join units u on u.id = p.unit
    where r.id = any(${[...ids]}::uuid[])
    order by array_position(${[...ids]}::uuid[], r.id)`
  return rows.map((row) => ({
    ...row,
    unitName: row.unitName ?? undefined,
    end: toCivilDate(row.end),
  }))
}

type Row = Omit<EndedRecord, 'unitName' | 'end'> & { unitName: string | null; end: string }
