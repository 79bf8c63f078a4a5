import type { CarePlace } from './place.ts'
import { careRound } from './round.ts'

const EVERY_MS = 60_000

/** Now and every minute, never twice at once; whoever stops it waits for the copy under way. */
export function keepCare(place: CarePlace): { stop: () => Promise<void> } {
  let stopping = false
  let round: Promise<void> | undefined
  const begin = () => {
    round ??= careRound(place, () => stopping)
      .catch((problem) => place.report(problem, 'fixity'))
      .finally(() => {
        round = undefined
      })
  }
  begin()
  const timer = setInterval(begin, EVERY_MS).unref()
  return {
    stop: async () => {
      stopping = true
      clearInterval(timer)
      await round
    },
  }
}
