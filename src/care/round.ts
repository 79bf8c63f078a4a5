import { copiesRoot, type SeenWhole } from '#domain/archive/copies-root.ts'
import type { BlobStore } from '../blobs/blob-store.ts'
import { sha256 } from '../secrets/archive/sha256.ts'
import {
  currentWalk,
  endWalk,
  listLacking,
  nextPiece,
  passPiece,
  type Walk,
} from '../store/archive/care-walk.ts'
import { claimDueCopies } from '../store/archive/fixity.ts'
import { tellNextRoot } from '../store/archive/fixity-roots.ts'
import { aloneWithStore } from '../store/archive/store-locks.ts'
import { addLacking, careForCopy } from './care-for.ts'
import { addLackingCertificates, careForCertificates } from './certificates.ts'
import type { CarePlace } from './place.ts'

const AT_ONCE = 20
const PIECE = 500

type Leaving = () => boolean

/**
 * What is due of every store, then one walk through all versions where that is due. Any number of
 * processes may do so: a store is read by one of them at a time, which keeps its pace.
 */
export async function careRound(place: CarePlace, isLeaving: Leaving = () => false) {
  const rounds = await Promise.allSettled(
    place.stores.map((one) => checkDue(place, one, isLeaving)),
  )
  while (!isLeaving() && (await tellNextRoot(place.sql, seenRoot, place.clock())));
  if (!isLeaving()) await addLackingCertificates(place)
  await walkOn(place, isLeaving)
  for (const round of rounds) if (round.status === 'rejected') throw round.reason
}

function checkDue(place: CarePlace, store: BlobStore, isLeaving: Leaving) {
  return aloneWithStore(place.sql, store.name, async (checkHeld) => {
    while (!isLeaving()) {
      await checkHeld()
      const due = await claimDueCopies(place.sql, store.name, place.clock(), AT_ONCE)
      for (const copy of due) if (!isLeaving()) await careForCopy(place, copy)
      if (due.length < AT_ONCE) break
    }
    await checkHeld()
    await careForCertificates(place, store, isLeaving)
  })
}

async function walkOn(place: CarePlace, isLeaving: Leaving): Promise<void> {
  let walk = await currentWalk(place.sql, place.clock())
  while (walk && !isLeaving()) walk = await walkPiece(place, walk, isLeaving)
}

/** The copies come first, so that the sums have them; whoever is killed does the piece again. */
async function walkPiece(
  place: CarePlace,
  walk: Walk,
  isLeaving: Leaving,
): Promise<Walk | undefined> {
  const names = place.stores.map(({ name }) => name)
  const last = await nextPiece(place.sql, walk, PIECE)
  if (!last) {
    await endWalk(place.sql, walk, names, place.clock())
    return undefined
  }
  for (const lacking of await listLacking(place.sql, walk, last, names)) {
    if (isLeaving()) return undefined
    await addLacking(place, lacking)
  }
  const passed = await passPiece(place.sql, walk, last, names, place.clock())
  return passed ? { ...walk, after: last } : undefined
}

function seenRoot(seen: readonly SeenWhole[]): string {
  return copiesRoot(sha256, seen)
}
