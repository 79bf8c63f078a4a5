import { countArchives } from '../store/boards/archive-counts.ts'
import { countQueues } from '../store/boards/queues.ts'
import { recountNext } from '../store/boards/recount.ts'
import { rollUp } from '../store/boards/roll-up.ts'
import { sumPeriods } from '../store/boards/sums.ts'
import type { Sql } from '../store/database.ts'

const EVERY_MS = 60_000
/** In one round, so that a first day with hundreds of agencies leaves room for other work. */
const RECOUNTS = 100

/** Keeps the numbers of the boards, now and every minute; any number of processes may do so. */
export function keepBoards(
  sql: Sql,
  clock: () => Date,
  failed: (problem: unknown) => void,
): { stop: () => Promise<void> } {
  let stopping = false
  let round: Promise<void> | undefined
  const isLeaving = () => stopping
  const begin = () => {
    round ??= boardRound(sql, clock, isLeaving)
      .catch(failed)
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

/** Each step is a transaction of its own: whoever stops, or is killed, goes on there later. */
export async function boardRound(
  sql: Sql,
  clock: () => Date,
  isLeaving: () => boolean = () => false,
): Promise<void> {
  while (!isLeaving() && (await rollUp(sql, clock())));
  for (let rest = RECOUNTS; rest > 0 && !isLeaving(); rest -= 1)
    if (!(await recountNext(sql, clock()))) break
  if (!isLeaving()) await sumPeriods(sql, clock())
  if (!isLeaving()) await countQueues(sql, clock())
  if (!isLeaving()) await countArchives(sql, clock())
}
