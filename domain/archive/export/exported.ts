import type { Metadata } from '../metadata.ts'
import type { RecordGroup } from '../record-type.ts'
import type { Scan, VersionId } from '../version.ts'

/** A verified document that its person takes along. */
export type Exported = {
  version: VersionId
  no: number
  type: string
  typeName: string
  group: RecordGroup
  slot: string
  metadata: Metadata
  pages: number
  bytes: number
  digitised: boolean
  scan: Scan
  receivedAt: Date
  verifiedAt: Date
  /** Of its hash, as the log of the archive has it, in hexadecimal. */
  commitment: string
}

/** A verified document that is not in it, for no copy of it is whole. */
export type LeftOut = Pick<Exported, 'typeName' | 'slot'>

/** With what was found while its bytes were read; `salt` opens the commitment. */
export type BagDocument = Exported & {
  name: string
  sha256: string
  salt: string | undefined
  /** Missing while no checkpoint of the log was signed that has it. */
  log: BagProof | undefined
}

/** Where the log has it, what it is asked for with, and the file in the bag that proves it. */
export type BagProof = { index: number; code: string; proof: string }
