import type { AgencyId, UnitId, Zone } from '#domain/agency.ts'
import type { Counts } from '#domain/boards/counts.ts'
import type { Day } from '#domain/boards/day.ts'
import { dayOf } from '#domain/boards/day.ts'
import { firstDay, type Period, spanOf } from '#domain/boards/period.ts'
import type { Queue } from '#domain/boards/queue.ts'
import type { BoardReach } from '#domain/boards/reach.ts'
import type { Bucket } from '#domain/boards/series.ts'
import type { Standing, UnitStanding } from '#domain/boards/standing.ts'
import type { Sql, TransactionSql } from '../database.ts'
import { inScope } from '../scope.ts'
import { SUMMED } from './columns.ts'

/** Whose board; of a unit only what it and those below it come to. */
export type BoardKey = { agency: AgencyId; unit: UnitId | undefined; period: Period }

/** `clockPeople`: how many were told of a wrong clock, as far back as that is known. */
export type AgencyBoard = {
  agency: { id: AgencyId; name: string; zone: Zone }
  today: Day
  countedAt: Date | undefined
  standing: UnitStanding[]
  counted: Bucket[]
  clockPeople: number | undefined
  queues: Queue[]
}

export function findAgencyBoard(
  sql: Sql,
  reach: BoardReach,
  key: BoardKey,
  now: Date,
): Promise<AgencyBoard | undefined> {
  return inScope(sql, reach, now, async (tx) => {
    const [agency] = await tx<(AgencyBoard['agency'] & { countedAt: Date | null })[]>`
      select a.id, a.name, a.zone, r.counted_at from agencies a
      left join board_recounts r on r.agency = a.id where a.id = ${key.agency}`
    if (!agency) return undefined
    const { countedAt, ...named } = agency
    const today = dayOf(now, agency.zone)
    const since = firstDay(key.period, today)
    const [standing, counted, clockPeople, queues] = await Promise.all([
      listStanding(tx, key),
      listCounts(tx, key, since),
      key.period === 'all' ? undefined : countClockPeople(tx, key, since),
      listQueues(tx, key),
    ])
    return {
      agency: named,
      today,
      countedAt: countedAt ?? undefined,
      standing,
      counted,
      clockPeople,
      queues,
    }
  })
}

async function listStanding(tx: TransactionSql, key: BoardKey): Promise<UnitStanding[]> {
  const rows = await tx<(Standing & { unit: UnitId | null; name: string | null })[]>`
    select s.unit, u.name, s.total, s.activated, s.frozen, s.disabled, s.bounced
    from board_standing s left join units u on u.id = s.unit
    where s.agency = ${key.agency} ${withinUnit(tx, key)}`
  return rows.map(({ unit, name, ...standing }) => ({
    ...standing,
    unit: unit !== null && name !== null ? { id: unit, name } : undefined,
  }))
}

async function listCounts(tx: TransactionSql, key: BoardKey, since: Day): Promise<Bucket[]> {
  const rows = await tx<({ day: Day } & Counts)[]>`
    select to_char(starts, 'YYYY-MM-DD') as day, ${tx.unsafe(SUMMED)}
    from ${key.unit ? tx`board_unit_counts` : tx`board_agency_counts`}
    where span = ${spanOf(key.period)} and agency = ${key.agency} and starts >= ${since}
      ${withinUnit(tx, key)}
    group by starts`
  return rows.map(({ day, ...counts }) => ({ starts: day, counts }))
}

async function countClockPeople(tx: TransactionSql, key: BoardKey, since: Day): Promise<number> {
  const [row] = await tx<{ people: number }[]>`
    select count(distinct person) as people from board_clock_people
    where agency = ${key.agency} and day >= ${since} ${withinUnit(tx, key)}`
  return row?.people ?? 0
}

async function listQueues(tx: TransactionSql, key: BoardKey): Promise<Queue[]> {
  return await tx<Queue[]>`
    select queue, sum(waiting) as waiting, min(oldest) as oldest from board_queues
    where agency = ${key.agency} ${withinUnit(tx, key)} group by queue`
}

function withinUnit(tx: TransactionSql, { unit }: BoardKey) {
  return unit ? tx`and unit in (select unit_and_below(${unit}))` : tx``
}
