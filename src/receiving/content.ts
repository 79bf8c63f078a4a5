import { sealContext } from '#domain/archive/seal-context.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { Blobs } from '../blobs/blobs.ts'
import type { Copy } from '../store/archive/copies.ts'

/** The plain bytes of a version from the first store, opened when they are asked for. */
export async function* contentOf(
  { first, openFrom }: Pick<Blobs, 'first' | 'openFrom'>,
  { object }: Copy,
  { key, version }: { key: Buffer; version: VersionId },
): AsyncIterable<Uint8Array> {
  const context = sealContext('content', version, 0)
  const opened = await openFrom(first, { object, key, context })
  if (!opened) throw new Error('the file of a version is not in its store')
  yield* opened.content
}
