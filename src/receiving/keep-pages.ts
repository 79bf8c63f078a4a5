import type { Inspection, PreviewWidth } from '#domain/archive/intake.ts'
import { sealContext } from '#domain/archive/seal-context.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { sealTo } from '../blobs/sealed-objects.ts'
import type { Copy, CopyKind } from '../store/archive/copies.ts'
import { addLooseObjects } from '../store/archive/loose-objects.ts'
import type { Checking } from './check.ts'

/** A file that is looked into. */
export type Inspected = {
  version: VersionId
  key: Buffer
  maxPages: number
  source: AsyncIterable<Uint8Array>
}

const KIND_OF_WIDTH: Record<PreviewWidth, CopyKind> = { 320: 'thumbnail', 1000: 'preview' }

/** What is seen on each page is sealed and put away as it comes, in all stores. */
export async function inspectAndKeep(
  place: Checking,
  { version, key, maxPages, source }: Inspected,
): Promise<{ structure: Inspection; copies: Copy[] }> {
  const copies: Copy[] = []
  const { first, others } = place.blobs
  const keep = async (kind: CopyKind, page: number, bytes: Buffer) => {
    const objects = [first, ...others].map((store) => ({ object: place.newId(), store }))
    const loose = objects.map(({ object, store }) => ({ object, store: store.name }))
    await addLooseObjects(place.sql, loose, place.clock())
    const context = sealContext(kind, version, page)
    for (const { object, store } of objects) {
      const put = await sealTo(store, { key, context, object }, only(bytes))
      copies.push({ ...put, kind, page, store: store.name })
    }
  }
  const structure = await place.inspect({
    source,
    maxPages,
    onText: async (page, text) => {
      if (text !== '') await keep('text', page, Buffer.from(text))
    },
    onPreview: (page, width, webp) => keep(KIND_OF_WIDTH[width], page, webp),
  })
  return { structure, copies }
}

async function* only(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes
}
