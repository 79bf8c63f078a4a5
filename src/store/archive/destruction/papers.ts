import { addPaper as decide, type PaperRefused } from '#domain/archive/destruction/add-paper.ts'
import type { Acting, BatchId } from '#domain/archive/destruction/batch.ts'
import type { KeptPaper, Paper, PaperKind } from '#domain/archive/destruction/paper.ts'
import { ok, type Result } from '#domain/result.ts'
import { civilDateText, parseCivilDate } from '#domain/zone-day.ts'
import { filled, inTransaction, type Sql, type TransactionSql } from '../../database.ts'
import type { OfficeAct } from '../../worn-hat.ts'
import { addArchiveEvent } from '../events.ts'
import type { Keyring } from '../keyring.ts'
import { bindObjects } from '../loose-objects.ts'
import { addBatchFile, addFileKey, type BatchFile, type BatchFileId } from './batch-files.ts'
import { inBatch, type NoBatch } from './batches.ts'

/** Sealed already in every store; `sha256`: of what was sent. */
export type PaperFile = BatchFile & { key: Buffer; sha256: string }

type Noted = { paper: Paper; file: PaperFile | undefined }

/** With the key of its file, where it comes with one; without, it keeps the file that it has. */
export function addPaper(
  keyring: Keyring,
  act: OfficeAct,
  batch: BatchId,
  { paper, file }: Noted,
): Promise<Result<Paper, PaperRefused | NoBatch>> {
  const now = act.event.at
  return inBatch(keyring.sql, act, batch, async (tx, found, by) => {
    const decided = decide(found, paper.kind, { by, now })
    if (!decided.ok) return decided
    if (file) await keepFile(tx, keyring, { batch, kind: paper.kind, file, at: now })
    await keepPaper(tx, batch, paper, by, now)
    if (file) await setFile(tx, batch, paper.kind, file)
    await tell(tx, batch, { paper, file }, by, now)
    return ok(paper)
  })
}

type Kept = { batch: BatchId; kind: PaperKind; file: PaperFile; at: Date }

async function keepFile(
  tx: TransactionSql,
  keyring: Keyring,
  { batch, kind, file, at }: Kept,
): Promise<void> {
  const { id, key, copies } = file
  await addBatchFile(tx, { batch, paper: kind }, file, at)
  await addFileKey(tx, keyring, { id, batch, key })
  await bindObjects(
    tx,
    copies.map(({ object }) => object),
  )
}

async function setFile(
  tx: TransactionSql,
  batch: BatchId,
  kind: PaperKind,
  { id, sha256 }: Pick<PaperFile, 'id' | 'sha256'>,
): Promise<void> {
  await tx`
    update archive.papers set file = ${id}, file_sha256 = ${sha256}
    where batch = ${batch} and kind = ${kind}`
}

async function tell(
  tx: TransactionSql,
  batch: BatchId,
  { paper, file }: Noted,
  { person, hat }: Acting,
  at: Date,
): Promise<void> {
  const body = { batch, paper: paper.kind, sha256: file?.sha256 ?? null }
  const nobody = { record: undefined, person: undefined }
  const actor = { person, hat }
  await addArchiveEvent(tx, { name: 'batchPaperAdded', ...nobody, actor, at, body })
}

/** I9, as for a record: committed before the first byte leaves. */
export function keepPaperRead(
  sql: Sql,
  read: { batch: BatchId; paper: PaperKind; file: BatchFileId },
  { person, hat }: Pick<Acting, 'person' | 'hat'>,
  at: Date,
): Promise<void> {
  const nobody = { record: undefined, person: undefined }
  const actor = { person, hat }
  return inTransaction(sql, (tx) =>
    addArchiveEvent(tx, { name: 'batchPaperRead', ...nobody, actor, at, body: read }),
  )
}

export async function keepPaper(
  tx: TransactionSql,
  batch: BatchId,
  { kind, number, dated, issuer }: Paper,
  { person, hat }: Acting,
  at: Date,
): Promise<void> {
  await tx`
    insert into archive.papers (batch, kind, number, dated, issuer, added_by, added_as, added_at)
    values (${batch}, ${kind}, ${number}, ${civilDateText(dated)}, ${issuer}, ${person}, ${hat}, ${at})
    on conflict (batch, kind) do update
    set number = excluded.number, dated = excluded.dated, issuer = excluded.issuer,
      added_by = excluded.added_by, added_as = excluded.added_as, added_at = excluded.added_at`
}

export async function listPapers(sql: Sql | TransactionSql, batch: BatchId): Promise<KeptPaper[]> {
  const rows = await sql<
    { kind: PaperKind; number: string; on: string; issuer: string; sha256: string | null }[]
  >`
    select kind, number, dated::text as on, issuer, file_sha256 as sha256 from archive.papers
    where batch = ${batch} order by added_at`
  return rows.map(({ on, sha256, ...paper }) => ({
    ...paper,
    dated: filled(parseCivilDate(on) ?? null),
    sha256: sha256 ?? undefined,
  }))
}
