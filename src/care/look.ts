import type { Look } from '#domain/archive/copy-health.ts'
import { isStoreOutOfReach } from '../blobs/blob-store.ts'
import { type KeptCopy, keepLook } from '../store/archive/fixity.ts'
import { endIncident } from '../store/archive/repairs.ts'
import { type CarePlace, storeNamed } from './place.ts'

/** Reads all of a copy and keeps what it is; whatever hinders that leaves it not checked (I6). */
export async function lookAt(place: CarePlace, copy: KeptCopy): Promise<Look> {
  const look = await readWhole(place, copy)
  await keepLook(place.sql, copy, look, place.clock())
  // Also of one that was known to be: another process may have begun it since.
  if (look === 'whole') await endIncident(place.sql, copy, place.clock())
  return look
}

/** All of it, and nothing is kept of what that found. */
export async function readWhole(
  place: CarePlace,
  { store: name, object, sha256 }: Pick<KeptCopy, 'store' | 'object' | 'sha256'>,
): Promise<Look> {
  const store = storeNamed(place, name)
  if (!store) return 'notChecked'
  try {
    const found = await place.blobs.digestOf(store, object)
    if (found === undefined) return 'missing'
    return found === sha256 ? 'whole' : 'damaged'
  } catch (problem) {
    if (!isStoreOutOfReach(problem)) place.report(problem, object)
    return 'notChecked'
  }
}
