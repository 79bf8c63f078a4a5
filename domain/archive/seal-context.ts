import type { VersionId } from './version.ts'

/** What is sealed under the key of a version, and dies with it. */
export type SealedKind = 'content' | 'thumbnail' | 'preview' | 'text' | 'sealed'

/** Bytes sealed for one place open in no other; page 0 is the whole. */
export function sealContext(kind: SealedKind, version: VersionId, page: number): string {
  return `archive/v1/${kind}/${version}/${page}`
}
