import type { Sql } from '#src/store/database.ts'

/** By table, the names of the posts that write to it. */
export type Writers = ReadonlyMap<string, readonly string[]>

/**
 * Sends each post once, alone, and notes the tables that the database saw written meanwhile, with
 * or without a row: whoever holds such a table holds up that post.
 */
export async function findWriters(
  owner: Sql,
  posts: Record<string, { post: () => Promise<unknown> }>,
): Promise<Writers> {
  const writers = new Map<string, string[]>()
  await watchWrites(owner)
  for (const [name, { post }] of Object.entries(posts)) {
    await owner`truncate written_tables`
    await post()
    const written = await owner<{ name: string }[]>`select distinct name from written_tables`
    for (const table of written.map((row) => row.name))
      writers.set(table, [...(writers.get(table) ?? []), name])
  }
  await owner`drop function note_written cascade`
  await owner`drop table written_tables`
  return writers
}

/** A note after every statement that may change a table; nothing else of the program is touched. */
async function watchWrites(owner: Sql): Promise<void> {
  await owner`create table written_tables (name text)`
  await owner`
    create function note_written() returns trigger language plpgsql security definer as $$
    begin
      insert into public.written_tables values (tg_table_name);
      return null;
    end $$`
  const tables = await owner<{ name: string }[]>`
    select tablename as name from pg_tables
    where schemaname = 'public' and tablename <> 'written_tables'`
  for (const { name } of tables)
    await owner`
      create trigger note_written after insert or update or delete on ${owner(name)}
      for each statement execute function note_written()`
}
