import type { Hat } from '#domain/access/hat.ts'
import { scopeOf } from '#domain/access/scope.ts'
import type { Hold, HoldId } from '#domain/archive/hold.ts'
import type { PersonId } from '#domain/person.ts'
import { civilDateText, dayOf } from '#domain/zone-day.ts'
import type { Sql, TransactionSql } from '../database.ts'
import { inScope } from '../scope.ts'
import { type HoldRow, holdColumns, mayBeKnown, toHold } from './hold-rows.ts'

/** A hold with what a page calls its people and, where it is on one record, that. */
export type ShownHold = Hold & {
  name: string
  nip: string
  agencyName: string
  placerName: string
  askerName: string | undefined
  agreerName: string | undefined
  recordType: string | undefined
  slot: string | undefined
}

/** `due`: somebody has to look at it again; `toLift`: somebody has to agree. */
export type HoldList = 'on' | 'due' | 'toLift' | 'lifted'

export const HOLDS_ON_A_PAGE = 30

/** Those that the agency of the hat looks after, after the one that the page before ended with. */
export async function listHolds(
  sql: Sql,
  hat: Hat,
  { list, after, viewer }: { list: HoldList; after: HoldId | undefined; viewer: PersonId },
  now: Date,
): Promise<ShownHold[]> {
  const ids = await inScope(sql, scopeOf(hat), now, async (tx) => {
    const rows = await tx<{ id: HoldId }[]>`
      select h.id from archive.holds h
      where h.agency = ${hat.agency ?? null} and ${listed(tx, list, now)} and ${following(tx, list, after)}
        and ${mayBeKnown(tx, viewer)}
      ${inOrder(tx, list)} limit ${HOLDS_ON_A_PAGE + 1}`
    return rows.map(({ id }) => id)
  })
  return named(sql, ids)
}

/** For a statement that has holds as h. */
export function listed(tx: TransactionSql, list: HoldList, now: Date) {
  switch (list) {
    case 'on':
      return tx`h.lifted_at is null`
    case 'due':
      return tx`h.lifted_at is null and h.review_on <= ${civilDateText(dayOf(now, 'WIB'))}`
    case 'toLift':
      return tx`h.lifted_at is null and h.asked_to_lift_at is not null`
    case 'lifted':
      return tx`h.lifted_at is not null`
  }
}

/** Soonest review first, but of what is past the newest. */
function inOrder(tx: TransactionSql, list: HoldList) {
  return list === 'lifted'
    ? tx`order by h.lifted_at desc, h.id desc`
    : tx`order by h.review_on, h.id`
}

function following(tx: TransactionSql, list: HoldList, after: HoldId | undefined) {
  if (!after) return tx`true`
  return list === 'lifted'
    ? tx`(h.lifted_at, h.id) < (select a.lifted_at, a.id from archive.holds a where a.id = ${after})`
    : tx`(h.review_on, h.id) > (select a.review_on, a.id from archive.holds a where a.id = ${after})`
}

/** One that the agency looks after, or that is on somebody it reaches. */
export async function findHold(
  sql: Sql,
  hat: Hat,
  { id, viewer }: { id: HoldId; viewer: PersonId },
  now: Date,
): Promise<ShownHold | undefined> {
  const found = await inScope(sql, scopeOf(hat), now, async (tx) => {
    return await tx`select from archive.holds h where h.id = ${id} and ${mayBeKnown(tx, viewer)}`
  })
  const [hold] = await named(sql, found.length > 0 ? [id] : [])
  return hold
}

/** In the order of the ids, which the scope has let through: whoever placed one may stand outside it. */
async function named(sql: Sql, ids: readonly HoldId[]): Promise<ShownHold[]> {
  if (ids.length === 0) return []
  const rows = await sql<ShownRow[]>`
    select ${holdColumns(sql)}, p.name, coalesce(p.number, '') as nip, g.name as agency_name,
      placer.name as placer_name, asker.name as asker_name, agreer.name as agreer_name,
      r.type as record_type, r.slot
    from archive.holds h
    join people p on p.id = h.person
    join agencies g on g.id = h.agency
    join people placer on placer.id = h.placed_by
    left join people asker on asker.id = h.asked_to_lift_by
    left join people agreer on agreer.id = h.lifted_with
    left join archive.records r on r.id = h.record
    where h.id = any(${[...ids]}::uuid[])
    order by array_position(${[...ids]}::uuid[], h.id)`
  return rows.map(toShown)
}

type ShownRow = HoldRow & {
  name: string
  nip: string
  agencyName: string
  placerName: string
  askerName: string | null
  agreerName: string | null
  recordType: string | null
  slot: string | null
}

function toShown(row: ShownRow): ShownHold {
  const { name, nip, agencyName, placerName } = row
  return {
    ...toHold(row),
    name,
    nip,
    agencyName,
    placerName,
    askerName: row.askerName ?? undefined,
    agreerName: row.agreerName ?? undefined,
    recordType: row.recordType ?? undefined,
    slot: row.slot ?? undefined,
  }
}
