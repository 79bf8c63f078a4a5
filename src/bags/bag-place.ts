import type { Blobs } from '../blobs/blobs.ts'
import type { CopyKey } from '../store/archive/found-copies.ts'
import type { Keyring } from '../store/archive/keyring.ts'
import type { Sql } from '../store/database.ts'
import type { LogPlace } from './bag-log.ts'

/** What making bags needs; `openFile`: from whichever copy opens, for whoever was admitted. */
export type BagPlace = LogPlace & {
  sql: Sql
  keyring: Keyring
  blobs: Blobs
  openFile: (file: CopyKey) => Promise<OpenedFile | undefined>
  newId: () => string
  clock: () => Date
  failed: (problem: unknown) => void
}

type OpenedFile = {
  bytes: number
  read: (from: number, to: number) => Promise<AsyncIterable<Uint8Array>>
}
