import type { VersionId } from '#domain/archive/version.ts'
import type { DocumentCode } from '#domain/verification/code.ts'
import type { Deps } from '../../deps.ts'
import { findVerificationLeaf } from '../../store/tlog/verification-leaf.ts'

/** `code`: with which anybody can ask the log for it; none while that is not signed. */
export type RecordedFile = { sha256: string; code: DocumentCode | undefined }

/** Of a version that was verified at some time, for whoever was admitted to it before. */
export async function recordedFile(
  { sql, keyring, checks }: Deps,
  version: VersionId,
): Promise<RecordedFile | undefined> {
  const leaf = await findVerificationLeaf(sql, version)
  const key = leaf && (await keyring.openVersionKey(keyring.sql, version))
  if (!leaf || !key) return undefined
  const { sha256, salt } = await checks.openSealed({ version, key, sealed: leaf.sealed })
  const { index } = leaf
  return { sha256, code: index === undefined ? undefined : { kind: 'document', index, salt } }
}
