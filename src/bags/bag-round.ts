import { endOldExports } from '../store/archive/exports/ending.ts'
import { forgetOpenings } from '../store/archive/shares/openings.ts'
import type { BagPlace } from './bag-place.ts'
import { buildNextBag } from './build-bag.ts'

/** Makes what was asked for and ends what is over; any number of processes may do so at once. */
export async function bagRound(place: BagPlace, isLeaving: () => boolean): Promise<void> {
  while (!isLeaving() && (await buildNextBag(place)));
  while (!isLeaving() && (await endOldExports(place.sql, place.clock())));
  if (!isLeaving()) await forgetOpenings(place.sql, place.clock())
}
