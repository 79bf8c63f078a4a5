import type { AgencyId, Zone } from '#domain/agency.ts'
import type { Sql } from '../database.ts'
import { inScope } from '../scope.ts'

export type Activation = { zone: Zone; total: number; activated: number; countedAt: Date }

/** How far an agency is as a whole, as its board was counted last; of no unit and nobody. */
export function findActivation(
  sql: Sql,
  agency: AgencyId,
  now: Date,
): Promise<Activation | undefined> {
  return inScope(sql, { reach: 'agency', agency, unit: undefined }, now, async (tx) => {
    const [activation] = await tx<Activation[]>`
      select a.zone, r.counted_at, coalesce(sum(s.total), 0)::int as total,
        coalesce(sum(s.activated), 0)::int as activated
      from agencies a join board_recounts r on r.agency = a.id
      left join board_standing s on s.agency = a.id
      where a.id = ${agency} group by a.zone, r.counted_at`
    return activation && { ...activation }
  })
}
