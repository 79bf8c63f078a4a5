import type { AgencyId, UnitId } from '#domain/agency.ts'
import type { Rank } from '#domain/archive/completeness.ts'
import { byAge, type QueueAge } from '#domain/archive/queue-age.ts'
import type { TransactionSql } from '../database.ts'

/** As it stood when it was counted; a rank without people is not there. */
export type CountedRanks = { countedAt: Date; people: Partial<Record<Rank, number>> }

/** In a transaction of `inScope`: of what the hat reaches, or of one unit of it. Undefined until then. */
export async function findRanks(
  tx: TransactionSql,
  { agency, unit }: { agency: AgencyId; unit: UnitId | undefined },
): Promise<CountedRanks | undefined> {
  const countedAt = await lastCount(tx, 'completeness')
  if (!countedAt) return undefined
  const rows = await tx<{ rank: Rank; people: number }[]>`
    select rank, sum(people)::int as people from archive.completeness_counts
    where agency = ${agency} ${unit ? tx`and unit in (select unit_and_below(${unit}))` : tx``}
    group by rank`
  return { countedAt, people: Object.fromEntries(rows.map(({ rank, people }) => [rank, people])) }
}

export type CountedAges = { countedAt: Date; waiting: Record<QueueAge, number> }

/** Likewise of what waits for the verifiers of a hat; days are those of its agency's zone. */
export async function findAges(tx: TransactionSql, now: Date): Promise<CountedAges | undefined> {
  const countedAt = await lastCount(tx, 'waiting')
  if (!countedAt) return undefined
  const rows = await tx<{ days: number; waiting: number }[]>`
    select day_in(${now}, a.zone) - c.submitted_on as days, sum(c.waiting)::int as waiting
    from archive.waiting_counts c join agencies a on a.id = c.agency
    group by days`
  return { countedAt, waiting: byAge(rows) }
}

async function lastCount(
  tx: TransactionSql,
  what: 'completeness' | 'waiting',
): Promise<Date | undefined> {
  const [made] = await tx<{ countedAt: Date }[]>`
    select counted_at from archive.counts_made where what = ${what}`
  return made?.countedAt
}
