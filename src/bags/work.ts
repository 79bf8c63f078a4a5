import { endOldExports } from '../store/archive/exports/ending.ts'
import { forgetOpenings } from '../store/archive/shares/openings.ts'
import type { BagPlace } from './bag-place.ts'
import { buildNextBag } from './build-bag.ts'

const EVERY_MS = 3000

/** Makes what was asked for and ends what is over; any number of processes may do so at once. */
export function workOnBags(place: BagPlace): { stop: () => Promise<void> } {
  let stopping = false
  let round: Promise<void> | undefined
  const begin = () => {
    round ??= bagRound(place, () => stopping)
      .catch(place.failed)
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

async function bagRound(place: BagPlace, isLeaving: () => boolean): Promise<void> {
  while (!isLeaving() && (await buildNextBag(place)));
  while (!isLeaving() && (await endOldExports(place.sql, place.clock())));
  if (!isLeaving()) await forgetOpenings(place.sql, place.clock())
}
