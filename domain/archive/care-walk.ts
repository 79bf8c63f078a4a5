const LEAST_PAUSE_MS = 10 * 60_000

/**
 * When the next walk through all copies begins: a small archive is counted every few minutes, and a
 * large one spends a tenth of its time on it.
 */
export function nextWalkAt({ begunAt, overAt }: { begunAt: Date; overAt: Date }): Date {
  const took = overAt.getTime() - begunAt.getTime()
  return new Date(overAt.getTime() + Math.max(LEAST_PAUSE_MS, 9 * took))
}
