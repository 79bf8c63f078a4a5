import type { BatchId } from '#domain/archive/destruction/batch.ts'
import type { PaperKind } from '#domain/archive/destruction/paper.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { Brand } from '#domain/brand.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql, TransactionSql } from '../../database.ts'
import { firstLookAt } from '../copies.ts'
import type { Keyring } from '../keyring.ts'

/** Its key is in the keyring under this id. */
export type BatchFileId = Brand<string, 'BatchFileId'>

/** For what its bytes are sealed, and for nothing else. */
export function certificateContext(id: BatchFileId): string {
  return `archive/v1/certificate/${id}/0`
}

export function paperContext(id: BatchFileId): string {
  return `archive/v1/paper/${id}/0`
}

type BatchFileCopy = { store: string; object: string; sha256: string; bytes: number }

export type BatchFile = { id: BatchFileId; copies: readonly BatchFileCopy[] }

/** The key belongs to the batch as others belong to a person, so that a rotation wraps it anew too. */
export async function addFileKey(
  tx: TransactionSql,
  keyring: Keyring,
  { id, batch, key }: { id: BatchFileId; batch: BatchId; key: Buffer },
): Promise<void> {
  const owner = { version: id as string as VersionId, person: batch as string as PersonId }
  await keyring.addVersionKey(tx, { ...owner, key })
}

export function openFileKey({ openVersionKey, sql }: Keyring, id: BatchFileId) {
  return openVersionKey(sql, id as string as VersionId)
}

/** Of the certificate there is one: false where another process was first. */
export async function addBatchFile(
  tx: TransactionSql,
  { batch, paper }: { batch: BatchId; paper: PaperKind },
  { id, copies }: BatchFile,
  at: Date,
): Promise<boolean> {
  const added = await tx`
    insert into archive.batch_files (id, batch, paper, made_at) values (${id}, ${batch}, ${paper}, ${at})
    on conflict (batch) where paper = 'certificate' do nothing`
  if (added.count === 0) return false
  for (const { store, object, sha256, bytes } of copies)
    await tx`
      insert into archive.batch_file_copies (file, store, object, sha256, bytes, next_check_at)
      values (${id}, ${store}, ${object}, ${Buffer.from(sha256, 'hex')}, ${bytes}, ${firstLookAt(at)})`
  return true
}

/** The certificate that the portal wrote, or the file that a paper came with last. */
export async function findBatchFile(
  sql: Sql,
  batch: BatchId,
  paper: PaperKind,
): Promise<BatchFile | undefined> {
  const rows = await sql<(BatchFileCopy & { id: BatchFileId })[]>`
    select f.id, c.store, c.object, encode(c.sha256, 'hex') as sha256, c.bytes
    from archive.batch_files f join archive.batch_file_copies c on c.file = f.id
    where f.batch = ${batch} and f.paper = ${paper} and (f.paper = 'certificate'
      or f.id = (select p.file from archive.papers p where p.batch = f.batch and p.kind = f.paper))
    order by c.store`
  const [first] = rows
  return first && { id: first.id, copies: rows }
}
