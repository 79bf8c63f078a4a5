import type { Counts } from '#domain/boards/counts.ts'
import type { Day } from '#domain/boards/day.ts'
import { type Period, spanOf } from '#domain/boards/period.ts'
import type { AgencyRow } from '#domain/boards/ranking.ts'
import type { Bucket } from '#domain/boards/series.ts'
import type { Sql, TransactionSql } from '../database.ts'
import { inScope } from '../scope.ts'
import { COALESCED, NAMES } from './columns.ts'

export type NationBoard = { agencies: AgencyRow[]; counted: Bucket[]; rolledUpAt: Date | undefined }
type Asked = { period: Period; since: Day }

/** Each agency as a whole, and all together by day or month. */
export function readNationBoard(sql: Sql, asked: Asked, now: Date): Promise<NationBoard> {
  return inScope(sql, { reach: 'nation' }, now, async (tx) => {
    const [agencies, counted] = await Promise.all([listAgencies(tx, asked), listCounts(tx, asked)])
    const [cursor] = await tx<{ at: Date | null }[]>`select rolled_up_at as at from board_cursor`
    return { agencies, counted, rolledUpAt: cursor?.at ?? undefined }
  })
}

type Row = Omit<AgencyRow, 'counts'> & Counts

async function listAgencies(tx: TransactionSql, { period }: Asked): Promise<AgencyRow[]> {
  const rows = await tx<Row[]>`
    with stands as (
      select agency, sum(total) as total, sum(activated) as activated, sum(frozen) as frozen,
        sum(disabled) as disabled, sum(bounced) as bounced
      from board_standing group by agency
    )
    select a.id, a.name, coalesce(s.total, 0) as total, coalesce(s.activated, 0) as activated,
      coalesce(s.frozen, 0) as frozen, coalesce(s.disabled, 0) as disabled,
      coalesce(s.bounced, 0) as bounced, ${tx.unsafe(COALESCED)}
    from agencies a left join stands s on s.agency = a.id 
    left join board_agency_sums c on c.agency = a.id and c.period = ${period}
    where s.agency is not null or c.agency is not null`
  return rows.map(({ id, name, total, activated, frozen, disabled, bounced, ...counts }) => ({
    ...{ id, name, total, activated, frozen, disabled, bounced },
    counts,
  }))
}

async function listCounts(tx: TransactionSql, { period, since }: Asked): Promise<Bucket[]> {
  const rows = await tx<({ day: Day } & Counts)[]>`
    select to_char(starts, 'YYYY-MM-DD') as day, ${tx.unsafe(NAMES)} from board_nation_counts
    where span = ${spanOf(period)} and starts >= ${since}`
  return rows.map(({ day, ...counts }) => ({ starts: day, counts }))
}
