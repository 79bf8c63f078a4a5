import type { Hat } from '#domain/access/hat.ts'
import { scopeOf } from '#domain/access/scope.ts'
import type { AgencyId, UnitId, Zone } from '#domain/agency.ts'
import type { AuditEvent } from '#domain/audit/event.ts'
import type { AgencyRecord } from '#domain/import/agency-record.ts'
import type { Sql } from './database.ts'
import { addEvent } from './events.ts'
import { inScope } from './scope.ts'

/** What waits for a national admin, in numbers. */
export type NationWaits = {
  requests: number
  agencies: number
  withoutAdmin: number
  importState: 'staging' | 'staged' | 'applying' | null
}

export async function findNationWaits(sql: Sql, hat: Hat, now: Date): Promise<NationWaits> {
  const [row] = await inScope(
    sql,
    scopeOf(hat),
    now,
    (tx) => tx<NationWaits[]>`select * from nation_waits()`,
  )
  return row ?? { requests: 0, agencies: 0, withoutAdmin: 0, importState: null }
}

export type ListedAgency = {
  id: AgencyId
  code: string
  name: string
  zone: Zone
  twoPersonResets: boolean
  admins: number
}

export type AgencyFilter = { sought: string; withoutAdmin: boolean; page: number }

export const AGENCIES_PER_PAGE = 50

/** One more than a page, to know whether there are others. */
export function listAgencies(
  sql: Sql,
  hat: Hat,
  { sought, withoutAdmin, page }: AgencyFilter,
  now: Date,
): Promise<ListedAgency[]> {
  const skipped = (page - 1) * AGENCIES_PER_PAGE
  return inScope(
    sql,
    scopeOf(hat),
    now,
    (tx) => tx<ListedAgency[]>`
      select * from agencies_of_nation(${sought}, ${withoutAdmin}, ${skipped}, ${AGENCIES_PER_PAGE + 1})`,
  )
}

export async function findAgency(
  sql: Sql,
  hat: Hat,
  id: AgencyId,
  now: Date,
): Promise<ListedAgency | undefined> {
  const found = await listAgencies(sql, hat, { sought: id, withoutAdmin: false, page: 1 }, now)
  return found.find((agency) => agency.id === id)
}

type Keeping = {
  hat: Hat
  event: Omit<AuditEvent, 'happening'>
  kind: 'agencyAdded' | 'agencyChanged'
}

/** The masses come by import; false where another agency has that code. */
export function keepAgency(
  sql: Sql,
  id: AgencyId,
  { code, name, zone }: AgencyRecord,
  { hat, event, kind }: Keeping,
): Promise<boolean> {
  return inScope(sql, scopeOf(hat), event.at, async (tx) => {
    const [kept] = await tx<{ kept: boolean }[]>`
      select keep_agency(${id}, ${code}, ${name}, ${zone}) as kept`
    if (!kept?.kept) return false
    await addEvent(tx, { ...event, happening: { kind, code, name, zone } })
    return true
  })
}

export type ListedUnit = { id: UnitId; code: string; name: string; depth: number }

/** As the import brought them, each under the one it belongs to. */
export function listUnitTree(
  sql: Sql,
  hat: Hat,
  agency: AgencyId,
  now: Date,
): Promise<ListedUnit[]> {
  return inScope(
    sql,
    scopeOf(hat),
    now,
    (tx) => tx<ListedUnit[]>`
      with recursive tree as (
        select id, code, name, 0 as depth, array[code] as place from units
        where agency = ${agency} and parent is null
        union all
        select u.id, u.code, u.name, t.depth + 1, t.place || u.code
        from units u join tree t on u.parent = t.id
      )
      select id, code, name, depth from tree order by place limit 500`,
  )
}
