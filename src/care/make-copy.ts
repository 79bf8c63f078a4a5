import type { BlobStore } from '../blobs/blob-store.ts'
import type { SealedObject } from '../blobs/sealed-objects.ts'
import type { KeptCopy } from '../store/archive/fixity.ts'
import { addLooseObjects } from '../store/archive/loose-objects.ts'
import { lookAt } from './look.ts'
import { type CarePlace, storeNamed } from './place.ts'

/** `noSource`: none of them is whole. `notNow`: some store gave no answer, or took the bytes badly. */
export type MadeCopy =
  | { kind: 'made'; object: SealedObject }
  | { kind: 'noSource' }
  | { kind: 'notNow' }

/** From the first that is whole, under a new name, and read back: whoever is killed leaves a loose object. */
export async function makeCopy(
  place: CarePlace,
  sources: readonly KeptCopy[],
  to: BlobStore,
): Promise<MadeCopy> {
  let failed = false
  for (const source of sources) {
    const made = await copyWhole(place, source, to)
    if (made) return { kind: 'made', object: made }
    const look = await lookAt(place, source)
    failed ||= look === 'whole' || look === 'notChecked'
  }
  return { kind: failed ? 'notNow' : 'noSource' }
}

/** Undefined where what it has is not what it should have, or a store does not do as it says. */
export async function copyWhole(
  place: CarePlace,
  source: Pick<KeptCopy, 'store' | 'object' | 'sha256'>,
  to: BlobStore,
): Promise<SealedObject | undefined> {
  const from = storeNamed(place, source.store)
  if (!from) return undefined
  const object = place.newId()
  await addLooseObjects(place.sql, [{ object, store: to.name }], place.clock())
  try {
    const made = await place.blobs.copySealed(from, to, source, object)
    const found = await place.blobs.digestOf(to, object)
    return found === source.sha256 ? made : undefined
  } catch (problem) {
    place.report(problem, object)
    return undefined
  }
}
