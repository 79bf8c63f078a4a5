import { openBytes, sealBytes } from '../secrets/archive/sealed-bytes.ts'
import { type BlobStore, isStoreOutOfReach } from './blob-store.ts'
import { listAway } from './list-away.ts'
import { copySealed, digestOf, openFrom, sealTo } from './sealed-objects.ts'

export type Blobs = ReturnType<typeof makeBlobs>

/**
 * Where files of the archive lie and how they come there and back: the first store takes them, the
 * others hold copies. Below `minCopies` healthy ones nothing is verified or destroyed.
 */
export function makeBlobs(stores: readonly [BlobStore, ...BlobStore[]], minCopies: number) {
  const [first, ...others] = stores
  return {
    first,
    others,
    /** As the table of copies names it; undefined for one that is no longer configured. */
    named: (name: string) => stores.find((store) => store.name === name),
    minCopies,
    listAway: () => listAway(stores),
    isOutOfReach: isStoreOutOfReach,
    sealTo,
    openFrom,
    copySealed,
    digestOf,
    sealBytes,
    openBytes,
  }
}
