import { type Counts, noCounts } from './counts.ts'
import type { Day } from './day.ts'
import { type Period, startsOf } from './period.ts'

/** What was counted on a day, or in a month. */
export type Bucket = { starts: Day; counts: Counts }

/** One for each day or month of the period, also where nothing happened. */
export function seriesOf(period: Period, today: Day, counted: readonly Bucket[]): Bucket[] {
  const byStart = new Map(counted.map(({ starts, counts }) => [starts, counts]))
  const starts = startsOf(period, today, [...byStart.keys()])
  return starts.map((one) => ({ starts: one, counts: byStart.get(one) ?? noCounts() }))
}

/** How many accounts were activated at the end of each: back from how many are so now. */
export function activatedThen(series: readonly Bucket[], activatedNow: number): number[] {
  let then = activatedNow
  const backwards = series.toReversed().map(({ counts }) => {
    const atEnd = then
    then = Math.max(then - counts.activations, 0)
    return atEnd
  })
  return backwards.reverse()
}
