import type { ExportId } from '#domain/archive/export/archive-export.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { Keyring } from '../keyring.ts'

/** Undefined once the key of any version in it is gone. */
export async function openBagKey(
  keyring: Keyring,
  { id, versions }: { id: ExportId; versions: readonly VersionId[] },
): Promise<Buffer | undefined> {
  const keys: Buffer[] = []
  for (const version of versions.toSorted()) {
    const key = await keyring.openVersionKey(keyring.sql, version)
    if (!key) return undefined
    keys.push(key)
  }
  return keyring.secrets.bag(keys, id)
}

/** Bytes sealed for one bag open in no other. */
export function bagContext(id: ExportId): string {
  return `archive/v1/bag/${id}/0`
}
