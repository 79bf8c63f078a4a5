import { sealContext } from '#domain/archive/seal-context.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { Blobs } from '../blobs/blobs.ts'
import type { Copy } from '../store/archive/copies.ts'

/** The plain bytes of a version from one of its copies, opened when they are asked for. */
export async function* contentOf(
  { named, openFrom }: Pick<Blobs, 'named' | 'openFrom'>,
  { store: name, object }: Pick<Copy, 'store' | 'object'>,
  { key, version }: { key: Buffer; version: VersionId },
): AsyncIterable<Uint8Array> {
  const context = sealContext('content', version, 0)
  const store = named(name)
  const opened = store && (await openFrom(store, { object, key, context }))
  if (!opened) throw new Error('the file of a version is not in its store')
  yield* opened.content
}
