import { civilDateText } from '#domain/zone-day.ts'
import {
  endNext,
  inactivateNext,
  markPermanentNext,
  type Piece,
  type Place,
} from '../store/archive/retention/daily.ts'
import { forecastNext } from '../store/archive/retention/forecasts.ts'
import { retentionDay } from '../store/archive/retention/recompute.ts'
import { askDueRecounts, recountNext, recountStale } from '../store/archive/retention/recounts.ts'
import type { Sql } from '../store/database.ts'

/** In one round, so that a rule of a large agency leaves room for other work. */
const PIECES = 200

/** `isCertain`: whether our clock is to be believed; no day passes by one that another contradicts. */
type Keeping = { sql: Sql; clock: () => Date; isCertain: () => boolean }

/** What waits to be counted, each time; what days bring, once each day begins in Jakarta. */
export function retentionRound({ sql, clock, isCertain }: Keeping) {
  let passedOn: string | undefined
  return async (isLeaving: () => boolean): Promise<void> => {
    const today = civilDateText(retentionDay(clock()))
    if (today !== passedOn && isCertain()) {
      await passDay(sql, clock, isLeaving)
      passedOn = today
    }
    await countWaiting(sql, clock, isLeaving)
  }
}

/** T12, T13 and T15 for every record that is due; any number of processes may do so at once. */
export async function passDay(
  sql: Sql,
  clock: () => Date,
  isLeaving: () => boolean = () => false,
): Promise<void> {
  await askDueRecounts(sql, clock())
  for (const next of [inactivateNext, endNext, markPermanentNext])
    await passThrough((after) => next(sql, clock(), after), isLeaving)
}

/** Each piece is a transaction of its own: whoever stops, or is killed, goes on there later. */
export async function countWaiting(
  sql: Sql,
  clock: () => Date,
  isLeaving: () => boolean = () => false,
): Promise<void> {
  for (const next of [recountStale, recountNext, forecastNext])
    for (let rest = PIECES; rest > 0 && !isLeaving(); rest -= 1)
      if (!(await next(sql, clock()))) break
}

async function passThrough(
  next: (after: Place | undefined) => Promise<Piece>,
  isLeaving: () => boolean,
): Promise<void> {
  let piece = await next(undefined)
  while (piece.next && !isLeaving()) piece = await next(piece.next)
}
