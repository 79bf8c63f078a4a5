import type { BatchId } from '#domain/archive/destruction/batch.ts'
import type { Brand } from '#domain/brand.ts'
import type { Sql, TransactionSql } from '../../database.ts'
import { firstLookAt } from '../copies.ts'
import type { BatchKey } from './batches.ts'

/** Its key is in the keyring under this id. */
export type CertificateFileId = Brand<string, 'CertificateFileId'>

/** For what its bytes are sealed, and for nothing else. */
export function certificateContext(id: CertificateFileId): string {
  return `archive/v1/certificate/${id}/0`
}

type CertificateCopy = { store: string; object: string; sha256: string; bytes: number }

export type CertificateFile = { id: CertificateFileId; copies: readonly CertificateCopy[] }

/** Batches that are over, destroyed something, and have no file that says so. */
export async function listUncertified(sql: Sql): Promise<BatchKey[]> {
  return sql<BatchKey[]>`
    select b.id, b.agency from archive.batches b
    where b.state = 'closed' and b.root_to is not null
      and not exists (select from archive.batch_files f where f.batch = b.id)
    order by b.closed_at`
}

/** False where another process was first. */
export async function addCertificateFile(
  tx: TransactionSql,
  batch: BatchId,
  { id, copies }: CertificateFile,
  at: Date,
): Promise<boolean> {
  const added = await tx`
    insert into archive.batch_files (id, batch, made_at) values (${id}, ${batch}, ${at})
    on conflict (batch) do nothing`
  if (added.count === 0) return false
  for (const { store, object, sha256, bytes } of copies)
    await tx`
      insert into archive.batch_file_copies (file, store, object, sha256, bytes, next_check_at)
      values (${id}, ${store}, ${object}, ${Buffer.from(sha256, 'hex')}, ${bytes}, ${firstLookAt(at)})`
  return true
}

export async function findCertificateFile(
  sql: Sql,
  batch: BatchId,
): Promise<CertificateFile | undefined> {
  const rows = await sql<(CertificateCopy & { id: CertificateFileId })[]>`
    select f.id, c.store, c.object, encode(c.sha256, 'hex') as sha256, c.bytes
    from archive.batch_files f join archive.batch_file_copies c on c.file = f.id
    where f.batch = ${batch} order by f.id`
  const [first] = rows
  return first && { id: first.id, copies: rows }
}
