import { type CivilDate, laterOf } from '../../civil-date.ts'
import type { RetentionEvent } from './rule.ts'

/** How somebody left, as far as a sentence about it has to know. */
export type Leaving = 'retired' | 'died' | 'left'

/** When something happened that a period runs from. */
export type Fact = { on: CivilDate; how?: Leaving }

export type Facts = Partial<Record<RetentionEvent, Fact>>

/** Of two days for the same event the later one counts: what is kept too long can still be destroyed. */
export function latestFacts(all: readonly Facts[]): Facts {
  const latest: Facts = {}
  for (const facts of all)
    for (const [event, fact] of Object.entries(facts) as [RetentionEvent, Fact][]) {
      const known = latest[event]
      if (!known || laterOf(known.on, fact.on) !== known.on) latest[event] = fact
    }
  return latest
}
