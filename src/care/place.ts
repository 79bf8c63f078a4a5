import type { BlobStore } from '../blobs/blob-store.ts'
import type { Blobs } from '../blobs/blobs.ts'
import type { Sql } from '../store/database.ts'

/** What the care of copies works with; `stores` read at their pace, the first one that of new files. */
export type CarePlace = {
  sql: Sql
  stores: readonly BlobStore[]
  blobs: Pick<Blobs, 'digestOf' | 'copySealed'>
  newId: () => string
  clock: () => Date
  report: (problem: unknown, reference: string) => void
}

/** Undefined for a store that is no longer configured: what lies there cannot be looked at. */
export function storeNamed({ stores }: CarePlace, name: string): BlobStore | undefined {
  return stores.find((store) => store.name === name)
}
