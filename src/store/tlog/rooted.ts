import type { SeenWhole } from '#domain/archive/copies-root.ts'
import type { Sql } from '../database.ts'

/** What commits to each reading of five minutes, in the order in which their root was told. */
export async function readAccessDigests(sql: Sql, from: Date): Promise<Buffer[]> {
  const rows = await sql<{ digest: Buffer }[]>`
    select archive.access_digest(l) as digest from archive.access_log l
    where l.at >= ${from} and l.at < ${from}::timestamptz + interval '5 minutes' order by l.person, l.n`
  return rows.map(({ digest }) => digest)
}

/** The copies that were found whole in five minutes and were not looked at again since. */
export async function readSeenWhole(sql: Sql, from: Date): Promise<SeenWhole[]> {
  return await sql<SeenWhole[]>`
    select object, encode(sha256, 'hex') as sha256, checked_at from (
      select object, sha256, checked_at, last_result from archive.copies
      union all
      select object, sha256, checked_at, last_result from archive.batch_file_copies) copies
    where last_result = 'ok' and checked_at >= ${from} and checked_at < ${from}::timestamptz + interval '5 minutes'
    order by object`
}
