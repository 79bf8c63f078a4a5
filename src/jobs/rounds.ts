export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS

/** One round; `isLeaving` turns true in the midst of it when somebody stops all rounds. */
export type Round = (isLeaving: () => boolean) => Promise<unknown>

export type Rounds = { stop: () => Promise<void> }

/** Now and again after each interval, never two at once; whoever stops it waits for the one under way. */
export function inRounds(everyMs: number, work: Round, failed: (problem: unknown) => void): Rounds {
  let stopping = false
  let round: Promise<unknown> | undefined
  const begin = () => {
    round ??= work(() => stopping)
      .catch(failed)
      .finally(() => {
        round = undefined
      })
  }
  begin()
  const timer = setInterval(begin, everyMs).unref()
  return {
    stop: async () => {
      stopping = true
      clearInterval(timer)
      await round
    },
  }
}
