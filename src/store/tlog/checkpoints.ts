import type { LogSql } from './places.ts'

/** The note of the largest size that was ever signed. */
export async function newestNote(sql: LogSql): Promise<string | undefined> {
  const [row] = await sql<{ note: string }[]>`
    select note from archive.log_checkpoints order by size desc limit 1`
  return row?.note
}

export async function keepNote(sql: LogSql, size: number, note: string, at: Date): Promise<void> {
  await sql`insert into archive.log_checkpoints (size, note, at) values (${size}, ${note}, ${at})`
}

/** All of two days are kept, and of the time before the last of each hour. */
export async function trimNotes(sql: LogSql, now: Date): Promise<void> {
  await sql`
    delete from archive.log_checkpoints c
    where c.at < ${now}::timestamptz - interval '2 days' and exists (
      select from archive.log_checkpoints later
      where later.size > c.size and date_trunc('hour', later.at) = date_trunc('hour', c.at))`
}

/** A leaf is recorded ("tercatat") where its index is below this. */
export async function signedSize(sql: LogSql): Promise<number> {
  const [row] = await sql<{ size: number | null }[]>`
    select max(size) as size from archive.log_checkpoints`
  return row?.size ?? 0
}
