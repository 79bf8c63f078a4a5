import type { IntakeNote } from '#domain/archive/intake.ts'
import type { Metadata } from '#domain/archive/metadata.ts'
import type { ArchiveRecord } from '#domain/archive/record.ts'
import type { RecordType } from '#domain/archive/record-type.ts'
import type { Version } from '#domain/archive/version.ts'
import type { PersonKind } from '#domain/person.ts'

export type ShownVersion = {
  version: Version
  metadata: Metadata | undefined
  notes: readonly IntakeNote[]
  digitised: boolean
}

/** A record as its page shows it, its versions the newest first; `called`: the document. */
export type ShownRecord = {
  record: ArchiveRecord
  type: RecordType
  called: string
  owner: { name: string; nip: string; kind: PersonKind; agencyName: string }
  versions: readonly ShownVersion[]
}
