import type { Zone } from '../agency.ts'
import type { CivilDate } from '../civil-date.ts'
import { no, ok, type Result } from '../result.ts'
import { dayEnd, dayOf, dayStart } from '../zone-day.ts'
import type { Mandate } from './mandate.ts'

/** From when and until when, in days as the agency counts them; both days belong to it. */
export type Term = Pick<Mandate, 'from' | 'until'>

export type TermProblem =
  | { kind: 'noStart' }
  | { kind: 'noEnd' }
  | { kind: 'startsInPast' }
  | { kind: 'endsBeforeStart' }
  | { kind: 'lastsTooLong' }

export const MOST_YEARS = 2

/** A role ends by itself, after two years at most, unless it is given again. */
export function readTerm(
  first: CivilDate | undefined,
  last: CivilDate | undefined,
  zone: Zone,
  now: Date,
): Result<Term, TermProblem> {
  if (!first) return no({ kind: 'noStart' })
  if (!last) return no({ kind: 'noEnd' })
  const [from, until] = [dayStart(first, zone), dayEnd(last, zone)]
  if (from < dayStart(dayOf(now, zone), zone)) return no({ kind: 'startsInPast' })
  if (until <= from) return no({ kind: 'endsBeforeStart' })
  if (until > dayStart({ ...first, year: first.year + MOST_YEARS }, zone))
    return no({ kind: 'lastsTooLong' })
  return ok({ from, until })
}

/** A request may wait a day: what began meanwhile begins when it is approved, never before. */
export function beginsNow<Asked extends Term>(term: Asked, now: Date): Asked {
  return term.from < now ? { ...term, from: now } : term
}

const DAY = 24 * 3600_000

/** So many days before a role ends, its holder and those who may give it again are told. */
export const WARNING_DAYS = [7, 30] as const
const SOON_DAYS = Math.max(...WARNING_DAYS)

/** Until when a role has to last not to end soon. */
export function soonUntil(now: Date): Date {
  return new Date(now.getTime() + SOON_DAYS * DAY)
}

export function endsSoon({ from, until }: Term, now: Date): boolean {
  return from <= now && now < until && until <= soonUntil(now)
}
