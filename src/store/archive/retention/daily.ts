import type { ArchiveEventName } from '#domain/archive/archive-event.ts'
import type { RecordId, Stage } from '#domain/archive/record.ts'
import { endRetention } from '#domain/archive/retention/end-retention.ts'
import { inactivate } from '#domain/archive/retention/inactivate.ts'
import { markPermanent } from '#domain/archive/retention/mark-permanent.ts'
import type { CivilDate } from '#domain/civil-date.ts'
import type { Result } from '#domain/result.ts'
import { civilDateText } from '#domain/zone-day.ts'
import { inTransaction, type Sql, type TransactionSql } from '../../database.ts'
import { addArchiveEvent } from '../events.ts'
import { setStage } from '../records.ts'
import { refreshFacts } from './facts.ts'
import { idsOf, type Judged, judgeRecords, recomputeLocked, retentionDay } from './recompute.ts'

/** Where a pass through the due records has come to; the key of the lists they are read from. */
export type Place = { day: string; id: RecordId }

/** `next`: from where to go on, and none after the last piece. */
export type Piece = { moved: number; next: Place | undefined }

const PIECE = 200
const START: Place = { day: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' as RecordId }

/** T12: active records whose active period is over. */
export function inactivateNext(sql: Sql, now: Date, after = START): Promise<Piece> {
  return moveNext(sql, now, {
    event: 'recordInactivated',
    list: async (tx, today) =>
      await tx<DueRow[]>`
      select id, active_end::text as day from archive.records
      where stage = 'active' and active_end is not null and active_end < ${today}
        and (active_end, id) > (${after.day}::date, ${after.id}::uuid)
      order by active_end, id limit ${PIECE} for update skip locked`,
    judge: async (_tx, { record, retention }, today) => inactivate(record, retention, today),
  })
}

/** T13: inactive records whose retention is over, unless anything stands against it. */
export function endNext(sql: Sql, now: Date, after = START): Promise<Piece> {
  return moveNext(sql, now, {
    event: 'retentionExpired',
    list: async (tx, today) =>
      await tx<DueRow[]>`
      select id, retention_end::text as day from archive.records
      where stage = 'inactive' and not held and retention_end < ${today}
        and (retention_end, id) > (${after.day}::date, ${after.id}::uuid)
      order by retention_end, id limit ${PIECE} for update skip locked`,
    judge: async (tx, { record, retention }, today) =>
      endRetention(record, retention, await findPending(tx, record.id, now), today),
  })
}

/** T15 by rule: records that the JRA keeps for good. */
export function markPermanentNext(sql: Sql, now: Date, after = START): Promise<Piece> {
  return moveNext(sql, now, {
    event: 'recordMarkedPermanent',
    list: async (tx) =>
      await tx<DueRow[]>`
      select id, retention_end::text as day from archive.records
      where stage = 'retentionEnded' and retention_reason ->> 'disposition' = 'permanent'
        and (retention_end, id) > (${after.day}::date, ${after.id}::uuid)
      order by retention_end, id limit ${PIECE} for update skip locked`,
    judge: async (_tx, { record, retention }, today) => markPermanent(record, retention, today),
  })
}

type DueRow = { id: RecordId; day: string }

type Moving = {
  event: ArchiveEventName
  list: (tx: TransactionSql, today: string) => Promise<DueRow[]>
  judge: (tx: TransactionSql, judged: Judged, today: CivilDate) => Promise<Result<Stage, unknown>>
}

/**
 * One piece of a list, in one transaction: each record under its lock is counted anew from its
 * sources and judged by that alone, for what the list says may be of yesterday.
 */
function moveNext(sql: Sql, now: Date, { event, list, judge }: Moving): Promise<Piece> {
  return inTransaction(sql, async (tx) => {
    const today = retentionDay(now)
    const due = await list(tx, civilDateText(today))
    await recount(tx, due, now)
    let moved = 0
    for (const judged of await judgeRecords(tx, idsOf(due), today)) {
      const decided = await judge(tx, judged, today)
      if (!decided.ok) continue
      await move(tx, { ...judged, event, stage: decided.value, now })
      moved += 1
    }
    return { moved, next: due.length < PIECE ? undefined : due.at(-1) }
  })
}

async function recount(tx: TransactionSql, due: readonly DueRow[], now: Date): Promise<void> {
  const people = await tx<{ person: Judged['record']['person'] }[]>`
    select distinct person from archive.records where id = any(${idsOf(due)}::uuid[])`
  await refreshFacts(
    tx,
    people.map(({ person }) => person),
  )
  await recomputeLocked(tx, idsOf(due), now)
}

async function findPending(tx: TransactionSql, record: RecordId, now: Date) {
  const [pending] = await tx<{ request: boolean; version: boolean }[]>`
    select archive.has_pending_version(${record}) as version,
      exists (select from archive.open_requests q
        where q.record = ${record} and coalesce(q.until, 'infinity') > ${now}) as request`
  return pending ?? { request: true, version: true }
}

type Moved = Judged & { event: ArchiveEventName; stage: Stage; now: Date }

async function move(tx: TransactionSql, { record, retention, event, stage, now }: Moved) {
  const { reason, end, activeEnd } = retention
  const last = event === 'recordInactivated' ? activeEnd : end
  await setStage(tx, record, stage, now)
  await addArchiveEvent(tx, {
    name: event,
    record: record.id,
    person: record.person,
    actor: 'system',
    at: now,
    body: {
      on: last ? civilDateText(last) : null,
      ...('rule' in reason && { rule: reason.rule.id, version: reason.rule.version }),
    },
  })
}
