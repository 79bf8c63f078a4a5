import type { Hat } from '#domain/access/hat.ts'
import { scopeOf } from '#domain/access/scope.ts'
import {
  type Custody,
  type CustodyDifference,
  type CustodyId,
  differencesOf,
} from '#domain/archive/custody.ts'
import type { RecordId, Stage } from '#domain/archive/record.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql } from '../../database.ts'
import { inScope } from '../../scope.ts'
import { type CustodyRow, custodyColumns, toCustody } from './custody-rows.ts'
import { listKept } from './kept-records.ts'

/** A transfer with what a page calls its people and agencies. */
export type ShownCustody = Custody & {
  name: string
  nip: string
  fromName: string
  toName: string
  offererName: string
  deciderName: string | undefined
}

export type CustodyList = 'received' | 'given' | 'over'

const ON_A_PAGE = 50

/** Waiting for the agency of the hat, given by it, or over, the newest first. */
export async function listCustody(
  sql: Sql,
  hat: Hat,
  list: CustodyList,
  now: Date,
): Promise<ShownCustody[]> {
  const own = hat.agency ?? null
  const ids = await inScope(sql, scopeOf(hat), now, async (tx) => {
    const wanted = {
      received: tx`t.state = 'offered' and t.to_agency = ${own}`,
      given: tx`t.state = 'offered' and t.from_agency = ${own}`,
      over: tx`t.state <> 'offered' and ${own} in (t.from_agency, t.to_agency)`,
    }
    return await tx<{ id: CustodyId }[]>`
      select t.id from archive.custody_transfers t where ${wanted[list]}
      order by t.offered_at desc, t.id limit ${ON_A_PAGE}`
  })
  return named(
    sql,
    ids.map(({ id }) => id),
  )
}

/** To the two agencies alone. */
export async function findCustody(
  sql: Sql,
  hat: Hat,
  id: CustodyId,
  now: Date,
): Promise<ShownCustody | undefined> {
  const found = await inScope(sql, scopeOf(hat), now, async (tx) => {
    return await tx`select from archive.custody_transfers t where t.id = ${id}`
  })
  const [custody] = await named(sql, found.length > 0 ? [id] : [])
  return custody
}

/** A record of the list, by type and place; `how`: in what it is not as it was offered. */
export type NamedItem = {
  id: RecordId
  type: string
  slot: string
  stage: Stage
  versions: number
  how: CustodyDifference['how'] | undefined
}

/** Of a transfer that the hat was let through to, as it was decided or would be now, versions too. */
export async function listItems(sql: Sql, custody: Custody): Promise<NamedItem[]> {
  const { person, from: agency } = custody
  const differences =
    custody.state === 'accepted'
      ? custody.differences
      : differencesOf(custody.list, await listKept(sql, { person, agency }))
  const how = new Map(differences.map((one) => [one.record, one.how]))
  const ids = new Set([...custody.list.map(({ record }) => record), ...how.keys()])
  const then = custody.state === 'offered' ? [] : custody.list
  const versions = new Map(then.map((item) => [item.record, item.versions]))
  const rows = await sql<Omit<NamedItem, 'how'>[]>`
    select r.id, r.type, r.slot, r.stage,
      (select count(*)::int from archive.versions v where v.record = r.id) as versions
    from archive.records r
    where r.id = any(${[...ids]}::uuid[]) order by r.type, r.slot, r.id`
  return rows.map((row) => ({
    ...row,
    versions: versions.get(row.id) ?? row.versions,
    how: custody.state === 'offered' || custody.state === 'accepted' ? how.get(row.id) : undefined,
  }))
}

/** What the agency of the hat would offer of a person. */
export function listOfferable(
  sql: Sql,
  hat: Hat,
  person: PersonId,
  now: Date,
): Promise<NamedItem[]> {
  return inScope(sql, scopeOf(hat), now, async (tx) => {
    const rows = await tx<Omit<NamedItem, 'how'>[]>`
      select r.id, r.type, r.slot, r.stage,
        (select count(*)::int from archive.versions v where v.record = r.id) as versions
      from archive.records r
      where r.person = ${person} and r.agency = ${hat.agency ?? null} and r.stage <> 'destroyed'
      order by r.type, r.slot, r.id`
    return rows.map((row) => ({ ...row, how: undefined }))
  })
}

/** Somebody who works elsewhere, and whose records the agency has still. */
export type DuePerson = {
  id: PersonId
  name: string
  nip: string
  toName: string
  records: number
  since: Date
}

/** Whose records the agency of the hat should hand over, the longest first. */
export async function listDue(sql: Sql, hat: Hat, now: Date): Promise<DuePerson[]> {
  const own = hat.agency ?? null
  const rows = await inScope(sql, scopeOf(hat), now, async (tx) => {
    return await tx<{ person: PersonId }[]>`
      select d.person from archive.custody_due d
      where d.agency = ${own} and not exists (select from archive.custody_transfers t
        where t.person = d.person and t.from_agency = ${own} and t.state = 'offered')
      order by d.since, d.person limit ${ON_A_PAGE}`
  })
  const people = rows.map(({ person }) => person)
  return await sql<DuePerson[]>`
    select p.id, p.name, coalesce(p.number, '') as nip, g.name as to_name, d.since, count(*)::int as records
    from archive.custody_due d
    join people p on p.id = d.person and p.agency <> d.agency
    join agencies g on g.id = p.agency
    join archive.records r on r.person = p.id and r.agency = d.agency and r.stage <> 'destroyed'
    where d.agency = ${own} and d.person = any(${people}::uuid[])
    group by p.id, p.name, p.number, g.name, d.since order by d.since, p.id`
}

async function named(sql: Sql, ids: readonly CustodyId[]): Promise<ShownCustody[]> {
  if (ids.length === 0) return []
  const rows = await sql<ShownRow[]>`
    select ${custodyColumns(sql)}, p.name, coalesce(p.number, '') as nip, f.name as from_name, g.name as to_name,
      offerer.name as offerer_name, decider.name as decider_name
    from archive.custody_transfers t
    join people p on p.id = t.person
    join agencies f on f.id = t.from_agency
    join agencies g on g.id = t.to_agency
    join people offerer on offerer.id = t.offered_by
    left join people decider on decider.id = t.decided_by
    where t.id = any(${[...ids]}::uuid[])
    order by array_position(${[...ids]}::uuid[], t.id)`
  return rows.map(toShown)
}

type ShownRow = CustodyRow & Omit<ShownCustody, keyof Custody> & { deciderName: string | null }

function toShown(row: ShownRow): ShownCustody {
  const { name, nip, fromName, toName, offererName } = row
  const deciderName = row.deciderName ?? undefined
  return { ...toCustody(row), name, nip, fromName, toName, offererName, deciderName }
}
