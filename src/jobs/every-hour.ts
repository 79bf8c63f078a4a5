const EVERY_MS = 60 * 60_000

/** Now and every hour, never twice at once; whoever stops it waits for the round under way. */
export function everyHour(
  work: () => Promise<unknown>,
  failed: (problem: unknown) => void,
): { stop: () => Promise<void> } {
  let round: Promise<unknown> | undefined
  const begin = () => {
    round ??= work()
      .catch(failed)
      .finally(() => {
        round = undefined
      })
  }
  begin()
  const timer = setInterval(begin, EVERY_MS).unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await round
    },
  }
}
