/** Since how many days something waits; today is none. */
export const QUEUE_AGES = ['today', 'oneToThree', 'fourToSeven', 'eightToThirty', 'longer'] as const

export type QueueAge = (typeof QUEUE_AGES)[number]

export function queueAgeOf(days: number): QueueAge {
  if (days < 1) return 'today'
  if (days <= 3) return 'oneToThree'
  if (days <= 7) return 'fourToSeven'
  return days <= 30 ? 'eightToThirty' : 'longer'
}

/** How much waits for how long, of counts by days. */
export function byAge(counts: readonly { days: number; waiting: number }[]) {
  const sums: Record<QueueAge, number> = {
    today: 0,
    oneToThree: 0,
    fourToSeven: 0,
    eightToThirty: 0,
    longer: 0,
  }
  for (const { days, waiting } of counts) sums[queueAgeOf(days)] += waiting
  return sums
}
