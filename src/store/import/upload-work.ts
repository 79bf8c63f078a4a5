import type {
  UploadCounts,
  UploadId,
  UploadProblem,
  UploadProgress,
} from '#domain/import/upload.ts'
import type { Sql } from '../database.ts'

/** What there is to do for the job, which alone writes here as the owner of the tables. */
export type UploadWork = {
  id: UploadId
  name: string
  kind: string
  run: string | null
  state:
    | 'waiting'
    | 'reading'
    | 'read'
    | 'due'
    | 'applying'
    | 'unreadable'
    | 'applied'
    | 'discarded'
}

/** The upload that waits for the job, or one that is over and whose file still lies there. */
export async function findUploadWork(sql: Sql): Promise<UploadWork | undefined> {
  const [work] = await sql<UploadWork[]>`
    select id, name, kind, run, state from import_uploads
    where state in ('waiting', 'reading', 'due', 'applying') or ended_at is not null and not cleared
    order by ended_at is null, id limit 1`
  return work
}

/** Whether it is still wanted so: an order may have come in between. */
export async function startUploadWork(
  sql: Sql,
  { id }: UploadWork,
  state: 'reading' | 'applying',
): Promise<boolean> {
  const started = await sql`
    update import_uploads set state = ${state}, done = 0 where id = ${id}
      and state in (${state}, ${state === 'reading' ? 'waiting' : 'due'})`
  return started.count > 0
}

/** Likewise. */
export async function keepUploadProgress(
  sql: Sql,
  id: UploadId,
  { done, total }: UploadProgress,
): Promise<boolean> {
  const kept = await sql`
    update import_uploads set done = ${done}, total = ${total}
    where id = ${id} and state in ('reading', 'applying')`
  return kept.count > 0
}

/** As soon as there is one, so that what is discarded half-way is found. */
export async function keepUploadRun(sql: Sql, id: UploadId, run: string): Promise<void> {
  await sql`update import_uploads set run = ${run} where id = ${id}`
}

export async function keepUploadRead(sql: Sql, id: UploadId, run: string): Promise<void> {
  await sql`
    update import_uploads set state = 'read', run = ${run} where id = ${id} and state = 'reading'`
}

/** What was staged is gone, by a crash of the server or an import elsewhere: it is read once more. */
export async function keepUploadLost(sql: Sql, id: UploadId): Promise<void> {
  await sql`
    update import_uploads set state = 'waiting', run = null where id = ${id} and state = 'applying'`
}

export async function keepUploadUnreadable(
  sql: Sql,
  id: UploadId,
  problem: UploadProblem,
  now: Date,
): Promise<void> {
  await sql`
    update import_uploads set state = 'unreadable', problem = ${sql.json(problem)}, ended_at = ${now}
    where id = ${id} and state = 'reading'`
}

/** Also where it was told to stop after the last batch: everything is done by then. */
export async function keepUploadApplied(
  sql: Sql,
  id: UploadId,
  taken: UploadCounts,
  now: Date,
): Promise<void> {
  await sql`
    update import_uploads set state = 'applied', taken = ${sql.json(taken)}, ended_at = ${now}
    where id = ${id} and state in ('applying', 'read')`
}

export async function keepUploadCleared(sql: Sql, id: UploadId): Promise<void> {
  await sql`update import_uploads set cleared = true where id = ${id}`
}

/** Whose files are to lie there. */
export async function listKeptUploads(sql: Sql): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`select id from import_uploads where not cleared`
  return new Set(rows.map(({ id }) => id))
}

/** Whoever left a file lying for a day does not want it any more. */
export async function discardOldUploads(sql: Sql, now: Date): Promise<void> {
  await sql`
    update import_uploads set state = 'discarded', ended_at = ${now}
    where state = 'read' and received_at < ${now}::timestamptz - interval '24 hours'`
}
