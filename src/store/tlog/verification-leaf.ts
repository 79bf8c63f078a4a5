import type { VersionId } from '#domain/archive/version.ts'
import type { Sql } from '../database.ts'

/** Where the log says that a version was verified; no index while that waits to be signed. */
export type VerificationLeaf = { index: number | undefined; sealed: Buffer }

/** Of one that was verified at some time, and was last verified there; none once its key is gone. */
export async function findVerificationLeaf(
  sql: Sql,
  version: VersionId,
): Promise<VerificationLeaf | undefined> {
  const [row] = await sql<{ index: number | null; sealed: Buffer }[]>`
    select l.index, v.sealed
    from archive.versions v
    join archive.events e on e.record = v.record and e.name = 'recordVerified' and e.body ->> 'version' = v.id::text
    left join archive.log_leaves l on l.event = e.id
      and l.index < (select max(size) from archive.log_checkpoints)
    where v.id = ${version} and v.sealed is not null
    order by e.n desc limit 1`
  return row && { index: row.index ?? undefined, sealed: row.sealed }
}
