import { isReadable } from './access.ts'
import type { Version } from './version.ts'

/**
 * Of all versions, the newest first, which one a page about the record shows: the one that was asked
 * for, else what is in force, else the newest that can be read, else the newest.
 */
export function shownVersion<One extends { version: Version }>(
  versions: readonly One[],
  asked: number | undefined,
): One | undefined {
  return (
    versions.find(({ version }) => version.no === asked) ??
    versions.find(({ version }) => version.status === 'verified' && isReadable(version)) ??
    versions.find(({ version }) => isReadable(version)) ??
    versions[0]
  )
}
