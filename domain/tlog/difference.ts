/** Where a checkpoint is kept. */
export type KeptIn = 'database' | 'second' | 'files'

/** Of which table a row is, by the name that whoever looks for it types. */
export type CheckedTable =
  | 'archive.events'
  | 'public.events'
  | 'archive.records'
  | 'archive.versions'
  | 'archive.holds'

/**
 * Where the log, the tables and the files contradict each other: ids and numbers alone, so that it may
 * be shown to whoever reads the nation's numbers. `since`: the first leaf that it can be.
 */
export type Difference =
  | { what: 'badCheckpoint'; in: KeptIn; size?: number }
  | { what: 'vkeyDiffers' }
  | { what: 'tablesBehind'; in: KeptIn; signed: number; have: number }
  | { what: 'placeBehind'; in: KeptIn; signed: number; have: number }
  | { what: 'rootDiffers'; in: KeptIn; size: number; since: number }
  | { what: 'tileDiffers'; path: string; index: number }
  | { what: 'bundleDiffers'; path: string; index: number }
  | { what: 'leafDiffers'; index: number }
  | { what: 'leafMissing'; index: number }
  | {
      what: 'eventDiffers'
      index: number
      table: CheckedTable
      row: string
      record?: string
      n?: number
    }
  | { what: 'eventMissing'; index: number; record?: string; n?: number }
  | { what: 'commitmentDiffers'; index: number; record: string; n: number; version: number }
  | { what: 'untold'; table: CheckedTable; row: string; record?: string; version?: number }
  | { what: 'gap'; record: string; n: number }
  | { what: 'outOfOrder'; index: number; record: string; n: number }
  | { what: 'impossible'; record: string; n: number }
  | { what: 'rowMissing'; table: CheckedTable; row: string; record?: string }
  | {
      what: 'rowDiffers'
      table: CheckedTable
      row: string
      field: string
      record?: string
      version?: number
    }
  | { what: 'accessesDiffer'; index: number; from: string; told: number; found: number }
  | { what: 'copiesDiffer'; index: number; from: string; told: number; found: number }
  | { what: 'copyDiffers'; row: string; store: string; found: 'damaged' | 'missing' }
