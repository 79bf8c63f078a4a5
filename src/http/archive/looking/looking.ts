import type { Context } from 'hono'
import type { RecordId } from '#domain/archive/record.ts'
import type { PersonId } from '#domain/person.ts'
import type { ArchiveSide } from '#views/archive/archive-side.ts'
import type { Deps, ForPerson } from '../../../deps.ts'
import type { FoundArchive } from '../../../store/archive/archives.ts'
import type { FoundRecord } from './found-record.ts'

/** Somebody's archive, as whoever asks may see it; `elsewhere`: what another agency keeps still. */
export type LookedArchive = {
  person: PersonId
  side: ArchiveSide
  archive: FoundArchive & { elsewhere: number }
}

export type LookedRecord = { person: PersonId; side: ArchiveSide; found: FoundRecord }

/**
 * One's own archive, or under a hat that of somebody whom it reaches: the same pages for both. Each
 * answers with the page that says why not, where it is not to be seen.
 */
export type Looking = {
  archive: (deps: Deps, c: Context<ForPerson>) => Promise<LookedArchive | Response>
  record: (
    deps: Deps,
    c: Context<ForPerson>,
    record: RecordId | undefined,
  ) => Promise<LookedRecord | Response>
}
