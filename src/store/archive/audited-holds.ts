import type { Hold, HoldId } from '#domain/archive/hold.ts'
import type { Stage } from '#domain/archive/record.ts'
import {
  AUDITED_ON_A_PAGE,
  type Auditor,
  asAuditor,
  keepAsked,
  type ListAsked,
  within,
} from '../auditor.ts'
import type { Sql, TransactionSql } from '../database.ts'
import { type AuditedEvent, listAuditedEvents } from './audited-events.ts'
import { HOLD_EVENTS } from './hold-history.ts'
import { type HoldRow, holdColumns, mayBeKnown, toHold } from './hold-rows.ts'
import { type HoldList, listed } from './holds.ts'

/** A hold for whoever may not know whom it is on; `agencyName`: none where a restore placed it. */
export type AuditedHold = Hold & {
  lastFour: string
  agencyName: string | undefined
  placerName: string
  askerName: string | undefined
  agreerName: string | undefined
  recordType: string | undefined
}

/** Of all agencies, placed last first, one more than a page takes. */
export function listAuditedHolds(
  sql: Sql,
  auditor: Auditor,
  asked: ListAsked<HoldList>,
): Promise<AuditedHold[]> {
  const { agency, state, after } = asked
  return asAuditor(sql, async (tx) => {
    await keepAsked(tx, auditor, { of: 'holds', ...asked })
    const rows = await tx<AuditedRow[]>`
      ${selectHolds(tx)} where ${mayBeKnown(tx, auditor.person)}
        ${agency ? tx`and h.agency = ${agency}` : tx``}
        ${state ? tx`and ${listed(tx, state, auditor.at)}` : tx``}
        ${within(tx, tx`h.placed_at`, asked, auditor)}
        ${after ? tx`and (h.placed_at, h.id) < (select a.placed_at, a.id from archive.holds a where a.id = ${after})` : tx``}
      order by h.placed_at desc, h.id desc limit ${AUDITED_ON_A_PAGE + 1}`
    return rows.map(toAuditedHold)
  })
}

/** A record that it is on, with its entry in the log: that it is, or where it came too late, the proof. */
type AuditedCover = {
  type: string
  stage: Stage
  late: { at: Date } | undefined
  leaf: number | undefined
}

type WholeHold = AuditedHold & {
  covered: readonly AuditedCover[]
  events: readonly AuditedEvent<(typeof HOLD_EVENTS)[number]>[]
}

export function findAuditedHold(
  sql: Sql,
  auditor: Auditor,
  id: HoldId,
): Promise<WholeHold | undefined> {
  return asAuditor(sql, async (tx) => {
    const [row] = await tx<AuditedRow[]>`
      ${selectHolds(tx)} where h.id = ${id} and ${mayBeKnown(tx, auditor.person)}`
    if (!row) return undefined
    await keepAsked(tx, auditor, { of: 'hold', hold: id })
    const { person, record } = row
    const events = await listAuditedEvents(tx, {
      names: HOLD_EVENTS,
      where: tx`e.person = ${person} and e.record is not distinct from ${record} and e.body ->> 'hold' = ${id}`,
    })
    return { ...toAuditedHold(row), covered: await listCovers(tx, row), events }
  })
}

async function listCovers(
  tx: TransactionSql,
  { id, person }: Pick<HoldRow, 'id' | 'person'>,
): Promise<AuditedCover[]> {
  const rows = await tx<(Omit<AuditedCover, 'late' | 'leaf'> & CoverRow)[]>`
    with told as (
      select e.record, l.index as leaf from archive.events e join archive.log_leaves l on l.event = e.id
      where e.person = ${person} and e.name = 'holdPlaced' and e.body ->> 'hold' = ${id})
    select c.type, c.stage, c.late_at, case when c.late_at is null
      then (select max(t.leaf) from told t where t.record = c.record)
      else (select max(l.index) from archive.events e join archive.log_leaves l on l.event = e.id
        where e.record = c.record and e.name in ('destructionStarted', 'recordDestroyed')) end as leaf
    from archive.covered_by(${id}) c order by c.type, c.record`
  return rows.map(({ lateAt, leaf, ...cover }) => ({
    ...cover,
    late: lateAt ? { at: lateAt } : undefined,
    leaf: leaf ?? undefined,
  }))
}

type CoverRow = { lateAt: Date | null; leaf: number | null }

function selectHolds(tx: TransactionSql) {
  return tx`
    select ${holdColumns(tx)}, coalesce(right(p.number, 4), '') as last_four, g.name as agency_name,
      placer.name as placer_name, asker.name as asker_name, agreer.name as agreer_name, r.type as record_type
    from archive.holds h
    join people p on p.id = h.person
    join people placer on placer.id = h.placed_by
    left join agencies g on g.id = h.agency
    left join people asker on asker.id = h.asked_to_lift_by
    left join people agreer on agreer.id = h.lifted_with
    left join archive.records r on r.id = h.record`
}

type AuditedRow = HoldRow & {
  lastFour: string
  agencyName: string | null
  placerName: string
  askerName: string | null
  agreerName: string | null
  recordType: string | null
}

function toAuditedHold(row: AuditedRow): AuditedHold {
  const { lastFour, placerName } = row
  return {
    ...toHold(row),
    lastFour,
    placerName,
    agencyName: row.agencyName ?? undefined,
    askerName: row.askerName ?? undefined,
    agreerName: row.agreerName ?? undefined,
    recordType: row.recordType ?? undefined,
  }
}
