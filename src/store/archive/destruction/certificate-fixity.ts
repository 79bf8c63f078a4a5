import {
  afterLook,
  type CopyHealth,
  type Look,
  nextCheckAfter,
} from '#domain/archive/copy-health.ts'
import type { BatchId } from '#domain/archive/destruction/batch.ts'
import type { PaperKind } from '#domain/archive/destruction/paper.ts'
import { inTransaction, type Sql, type TransactionSql } from '../../database.ts'
import type { Copy } from '../copies.ts'
import { addArchiveEvent } from '../events.ts'
import { bindObjects } from '../loose-objects.ts'
import type { BatchFileId } from './batch-files.ts'

/** Where the certificate or a paper of a destruction lies, or ought to. */
export type CertificatePlace = {
  file: BatchFileId
  batch: BatchId
  paper: PaperKind
  store: string
}

export type KeptCertificate = CertificatePlace & {
  object: string
  sha256: string
  health: CopyHealth
}

type Made = Pick<Copy, 'object' | 'sha256' | 'bytes'>

const LEASE_MS = 15 * 60_000

/** Like `claimDueCopies`: not checked from here on, until `keepCertificateLook`. */
export async function claimDueCertificates(
  sql: Sql,
  store: string,
  now: Date,
): Promise<KeptCertificate[]> {
  const lease = new Date(now.getTime() + LEASE_MS)
  return await sql<KeptCertificate[]>`
    update archive.batch_file_copies c set last_result = 'notChecked', next_check_at = ${lease}
    from archive.batch_files f
    where f.id = c.file and c.object in (
      select object from archive.batch_file_copies where store = ${store} and next_check_at <= ${now}
      order by next_check_at limit 20 for update skip locked)
    returning ${certificateColumns(sql)}`
}

/** Somebody found it bad: the care of copies looks at it next. */
export async function hastenPaper(
  sql: Sql,
  { object, health }: Pick<KeptCertificate, 'object' | 'health'>,
  now: Date,
): Promise<void> {
  if (health === 'damaged' || health === 'missing') return
  await sql`
    update archive.batch_file_copies set next_check_at = least(next_check_at, ${now}) where object = ${object}`
}

/** The other copies of the same bytes, the likeliest to be whole first. */
export async function listCertificatePeers(
  sql: Sql,
  { file, store }: CertificatePlace,
): Promise<KeptCertificate[]> {
  return await sql<KeptCertificate[]>`
    select ${certificateColumns(sql)}
    from archive.batch_file_copies c join archive.batch_files f on f.id = c.file
    where c.file = ${file} and c.store <> ${store}
    order by c.health <> 'healthy', c.health in ('damaged', 'missing'), c.store`
}

/** Those of which one of the stores has no copy. */
export async function listLackingCertificates(
  sql: Sql,
  stores: readonly string[],
): Promise<CertificatePlace[]> {
  return await sql<CertificatePlace[]>`
    select f.id as file, f.batch, f.paper, s.store
    from archive.batch_files f cross join unnest(${[...stores]}::text[]) as s (store)
    where not exists (
      select from archive.batch_file_copies c where c.file = f.id and c.store = s.store)`
}

/** What a look found; a bad one is told, unless it was mended meanwhile. */
export function keepCertificateLook(
  sql: Sql,
  copy: KeptCertificate,
  look: Look,
  now: Date,
): Promise<void> {
  const { result, health, checkedAt, nextCheckAt, tell } = afterLook(copy.health, look, now)
  return inTransaction(sql, async (tx) => {
    const kept = await tx`
      update archive.batch_file_copies
      set last_result = ${result}, health = ${health}, next_check_at = ${nextCheckAt},
        checked_at = coalesce(${checkedAt ?? null}, checked_at)
      where object = ${copy.object} and health = ${copy.health}`
    if (kept.count > 0 && tell) await tellOf(tx, tell, copy, now)
  })
}

/** In the place of a bad one, or where there was none; it was read back and found whole. */
export function keepCertificateCopy(
  sql: Sql,
  { file, batch, paper, store }: CertificatePlace,
  { object, sha256, bytes }: Made,
  now: Date,
): Promise<void> {
  return inTransaction(sql, async (tx) => {
    const [old] = await tx<{ object: string }[]>`
      select object from archive.batch_file_copies where file = ${file} and store = ${store} for update`
    await tx`
      insert into archive.batch_file_copies (file, store, object, sha256, bytes, health, last_result, checked_at,
        next_check_at)
      values (${file}, ${store}, ${object}, decode(${sha256}, 'hex'), ${bytes}, 'healthy', 'ok', ${now},
        ${nextCheckAfter(now)})
      on conflict (file, store) do update set object = excluded.object, sha256 = excluded.sha256,
        bytes = excluded.bytes, health = excluded.health, last_result = excluded.last_result,
        checked_at = excluded.checked_at, next_check_at = excluded.next_check_at`
    await bindObjects(tx, [object])
    await endPaperIncident(tx, { file }, now)
    if (!old) return
    await tx`
      insert into archive.loose_objects (object, store, since)
      values (${old.object}, ${store}, '-infinity')`
    await tellOf(tx, 'copyRepaired', { file, batch, paper, store }, now)
  })
}

/** True the first time: nothing is left that this could be mended from. */
export async function beginPaperIncident(
  sql: Sql,
  { file, batch }: CertificatePlace,
  now: Date,
): Promise<boolean> {
  const begun = await sql`
    insert into archive.paper_incidents (file, agency, found_at)
    select ${file}, agency, ${now} from archive.batches where id = ${batch}
    on conflict (file) do update set found_at = ${now}, over_at = null
    where paper_incidents.over_at is not null`
  return begun.count > 0
}

export async function endPaperIncident(
  sql: Sql | TransactionSql,
  { file }: Pick<CertificatePlace, 'file'>,
  now: Date,
): Promise<void> {
  await sql`
    update archive.paper_incidents set over_at = ${now} where file = ${file} and over_at is null`
}

/** Of no record and nobody: the batch says whose it is. */
async function tellOf(
  tx: TransactionSql,
  name: 'copyFoundDamaged' | 'copyFoundMissing' | 'copyRepaired',
  { batch, paper, store }: CertificatePlace,
  at: Date,
): Promise<void> {
  const nobody = { record: undefined, person: undefined, actor: 'system' } as const
  await addArchiveEvent(tx, { name, ...nobody, at, body: { batch, kind: paper, store } })
}

/** For a statement that has copies as c and files as f. */
function certificateColumns(sql: Sql) {
  return sql`c.file, f.batch, f.paper, c.store, c.object, encode(c.sha256, 'hex') as sha256, c.health`
}
