import type { VersionId } from '#domain/archive/version.ts'
import type { Keyring } from '../archive/keyring.ts'
import { inTransaction, type Sql } from '../database.ts'

/** A file that was verified once: where the log says so, and what its salt is sealed in. */
export type Recorded = { version: VersionId; index: number; sealed: Buffer; key: Buffer }

type Row = Omit<Recorded, 'key'>

/**
 * The same bytes as a file that was verified at some time and is in a signed log, whoever's it is: one that
 * stands before one that does not, the newest first. Undefined once its key is gone.
 */
export async function findRecorded(
  sql: Sql,
  keyring: Keyring,
  sha256: Buffer,
): Promise<Recorded | undefined> {
  const tag = await inTransaction(keyring.sql, (tx) => keyring.twinTag(tx, sha256))
  const [row] = await sql<Row[]>`
    select v.id as version, l.index, v.sealed
    from archive.versions v
    join archive.events e on e.record = v.record and e.name = 'recordVerified' and e.body ->> 'version' = v.id::text
    join archive.log_leaves l on l.event = e.id
      and l.index < (select max(size) from archive.log_checkpoints)
    where v.twin_tag = ${tag} and v.sealed is not null
    order by v.status = 'verified' desc, l.index desc
    limit 1`
  const key = row && (await keyring.openVersionKey(keyring.sql, row.version))
  return row && key && { ...row, key }
}
