import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inRounds } from '#src/jobs/rounds.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Rounds that end when the test says so. */
function begun() {
  const ends: PromiseWithResolvers<void>[] = []
  const leaving: boolean[] = []
  const problems: unknown[] = []
  const rounds = inRounds(
    1000,
    async (isLeaving) => {
      const end = Promise.withResolvers<void>()
      ends.push(end)
      await end.promise
      leaving.push(isLeaving())
    },
    (problem) => problems.push(problem),
  )
  const after = (ms: number) => vi.advanceTimersByTimeAsync(ms)
  return { ends, leaving, problems, rounds, after }
}

test('a round begins now and after each interval, never while another is under way', async () => {
  const { ends, after } = begun()
  expect(ends).toHaveLength(1)
  await after(3000)
  expect(ends).toHaveLength(1)
  ends[0]?.resolve()
  await after(1000)
  expect(ends).toHaveLength(2)
})

test('one that fails is told of, and the next one comes', async () => {
  const { ends, problems, after } = begun()
  ends[0]?.reject('away')
  await after(1000)
  expect(problems).toEqual(['away'])
  expect(ends).toHaveLength(2)
})

test('whoever stops them waits for the one under way, which sees it, and none begins after', async () => {
  const { ends, leaving, rounds, after } = begun()
  let isStopped = false
  const stopped = rounds.stop().then(() => {
    isStopped = true
  })
  await after(3000)
  expect(isStopped).toBe(false)
  ends[0]?.resolve()
  await stopped
  expect(leaving).toEqual([true])
  await after(3000)
  expect(ends).toHaveLength(1)
})
