import type { Sha256 } from './sha256.ts'
import { type Hash, nodeHash } from './tree.ts'

/** Where a walk up a tree stands: the place of its node in a level, and the last place there. */
export type Climb = { place: number; last: number }

export function isOdd(place: number): boolean {
  return place % 2 === 1
}

export function up({ place, last }: Climb): Climb {
  return { place: Math.floor(place / 2), last: Math.floor(last / 2) }
}

/** The node has a brother at its left, or is the last of its level and waits for one. */
export function joinsLeft({ place, last }: Climb): boolean {
  return isOdd(place) || place === last
}

/** The level in which the brother at the left stands: the last of an even level has none there. */
export function upToBrother(climb: Climb): Climb {
  let here = climb
  while (here.place !== 0 && !isOdd(here.place)) here = up(here)
  return here
}

/** One step of a proof that leads up from the node of this place. */
export function joined(sha256: Sha256, climb: Climb, node: Hash, brother: Hash): Hash {
  return joinsLeft(climb) ? nodeHash(sha256, brother, node) : nodeHash(sha256, node, brother)
}
