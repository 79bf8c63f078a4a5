import { countArchives } from '../store/boards/archive-counts.ts'
import { countQueues } from '../store/boards/queues.ts'
import { recountNext } from '../store/boards/recount.ts'
import { rollUp } from '../store/boards/roll-up.ts'
import { sumPeriods } from '../store/boards/sums.ts'
import type { Sql } from '../store/database.ts'

/** In one round, so that a first day with hundreds of agencies leaves room for other work. */
const RECOUNTS = 100

/** The numbers of the boards. Each step is a transaction of its own: whoever stops, or is killed, goes on there later. */
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
