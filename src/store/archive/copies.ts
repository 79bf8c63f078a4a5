import type { SealedKind } from '#domain/archive/seal-context.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { Sql, TransactionSql } from '../database.ts'
import { bindObjects } from './loose-objects.ts'

export type CopyKind = Exclude<SealedKind, 'sealed'>

/** What lies where; `sha256`, in hexadecimal, and `bytes` are of the ciphertext. */
export type Copy = {
  kind: CopyKind
  page: number
  store: string
  object: string
  sha256: string
  bytes: number
}

/** Each is looked at within a day (archive.md 5.4). */
const FIRST_LOOK = 24 * 3600_000

export async function addCopies(
  tx: TransactionSql,
  version: VersionId,
  copies: readonly Copy[],
  now: Date,
): Promise<void> {
  await tx`
    insert into archive.copies (version, kind, page, store, object, sha256, bytes, next_check_at)
    select ${version}, kind, page, store, object, decode(sha256, 'hex'), bytes,
      ${firstLookAt(now)}
    from jsonb_to_recordset(${tx.json(copies as never)})
      as c (kind text, page int, store text, object uuid, sha256 text, bytes bigint)`
  await bindObjects(
    tx,
    copies.map(({ object }) => object),
  )
}

/** Of what was put away at that moment. */
export function firstLookAt(now: Date): Date {
  return new Date(now.getTime() + FIRST_LOOK)
}

/** The file itself, wherever it lies. */
export async function listContent(sql: Sql, version: VersionId): Promise<Copy[]> {
  return await sql<Copy[]>`
    select kind, page, store, object, encode(sha256, 'hex') as sha256, bytes from archive.copies
    where version = ${version} and kind = 'content' order by store`
}
