import type { VersionId } from './version.ts'

/** What lies in a store for a version: the file, and of each page two pictures and its text. */
export type CopyKind = 'content' | 'thumbnail' | 'preview' | 'text'

/** What it is sealed for (archive.md 5.2), so that it opens in no other place; content is page 0. */
export function sealContext(version: VersionId, kind: CopyKind | 'sealed', page: number): string {
  return `archive/v1/${kind}/${version}/${page}`
}
