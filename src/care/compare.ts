import type { BlobStore } from '../blobs/blob-store.ts'
import { listLooseNames, listNamedObjects } from '../store/archive/known-objects.ts'
import type { Sql } from '../store/database.ts'

/** Reported, never erased: which of the two sides is right is not known (archive.md 5.5). */
export type StoreDifference = {
  store: string
  objectsWithoutRow: number
  rowsWithoutObject: number
}

/** What lies in a store and what the tables say, both in the order of the names. */
export async function compareStore(sql: Sql, store: BlobStore): Promise<StoreDifference> {
  const named = await countOneSided(listNamedObjects(sql, store.name), namesIn(store))
  const loose = await countOneSided(listLooseNames(sql, store.name), namesIn(store))
  return {
    store: store.name,
    objectsWithoutRow: named.right - loose.both,
    rowsWithoutObject: named.left,
  }
}

/** Walks both sides at once and keeps neither in memory. */
export async function countOneSided(left: AsyncIterable<string>, right: AsyncIterable<string>) {
  const counts = { left: 0, right: 0, both: 0 }
  const [lefts, rights] = [left[Symbol.asyncIterator](), right[Symbol.asyncIterator]()]
  let [one, other] = [await lefts.next(), await rights.next()]
  while (!one.done || !other.done) {
    const side = sideOf(one, other)
    counts[side] += 1
    if (side !== 'right') one = await lefts.next()
    if (side !== 'left') other = await rights.next()
  }
  return counts
}

function sideOf(one: IteratorResult<string>, other: IteratorResult<string>) {
  if (one.done) return 'right'
  if (other.done || one.value < other.value) return 'left'
  return one.value === other.value ? 'both' : 'right'
}

async function* namesIn(store: BlobStore): AsyncIterable<string> {
  for await (const { object } of store.listSince(undefined)) yield object
}
