import type { AgencyId } from '#domain/agency.ts'
import type { PersonId } from '#domain/person.ts'
import { civilDateText, dayOf } from '#domain/zone-day.ts'
import type { Sql } from '../database.ts'

/** What a legal officer has to do: nobody lifts what they asked to lift, nor acts on a hold on themself. */
export async function countHoldsWaiting(
  sql: Sql,
  { agency, officer }: { agency: AgencyId; officer: PersonId },
  now: Date,
): Promise<{ toLift: number; due: number }> {
  const [row] = await sql<{ toLift: number; due: number }[]>`
    select count(*) filter (where asked_to_lift_by <> ${officer})::int as to_lift,
      count(*) filter (where review_on <= ${civilDateText(dayOf(now, 'WIB'))})::int as due
    from archive.holds
    where agency = ${agency} and lifted_at is null and person <> ${officer}`
  return row ?? { toLift: 0, due: 0 }
}
