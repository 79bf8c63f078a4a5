import { buffer } from 'node:stream/consumers'
import { sealContext } from '#domain/archive/seal-context.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import type { CopyKind } from '#src/store/archive/copies.ts'
import { inTransaction, type Sql } from '#src/store/database.ts'
import { archiveOf } from '#test/support/archive-deps.ts'
import { NOW } from '#test/support/builders.ts'

export const PDF = Buffer.from(`%PDF-1.7\n${'isi arsip '.repeat(5000)}\n%%EOF\n`)
export const WEBP = Buffer.from('RIFF....WEBP gambar halaman')

/** `text`: what stands on the first page, or on each. */
type Shown = { content: Buffer; pages: number; picture: Buffer; text: string | readonly string[] }

/** What a version's file and its pages look like once they were received: sealed, in both stores. */
export async function addFile(
  owner: Sql,
  { id, person }: { id: VersionId; person: PersonId },
  { content = PDF, pages = 1, picture = WEBP, text = '' }: Partial<Shown> = {},
): Promise<void> {
  const { keyring } = archiveOf(owner)
  const key = keyring.newVersionKey()
  await inTransaction(keyring.sql, (tx) => keyring.addVersionKey(tx, { version: id, person, key }))
  await owner`delete from archive.copies where version = ${id}`
  await seal(owner, { id, key, kind: 'content', page: 0 }, content)
  for (const [at, one] of [text].flat().entries())
    if (one) await seal(owner, { id, key, kind: 'text', page: at + 1 }, Buffer.from(one))
  for (let page = 1; page <= pages; page += 1) {
    await seal(owner, { id, key, kind: 'preview', page }, picture)
    await seal(owner, { id, key, kind: 'thumbnail', page }, picture)
  }
}

type Place = { id: VersionId; key: Buffer; kind: CopyKind; page: number }

async function seal(owner: Sql, { id, key, kind, page }: Place, bytes: Buffer): Promise<void> {
  const { first, others, sealTo } = archiveOf(owner).blobs
  const context = sealContext(kind, id, page)
  for (const store of [first, ...others]) {
    const sealed = await sealTo(store, { key, context }, chunksOf(bytes))
    await owner`
      insert into archive.copies (version, kind, page, store, object, sha256, bytes, next_check_at)
      values (${id}, ${kind}, ${page}, ${store.name}, ${sealed.object}, ${Buffer.from(sealed.sha256, 'hex')},
        ${sealed.bytes}, ${NOW})`
  }
}

/** Other bytes where a copy of the file was. */
export function damage(owner: Sql, version: VersionId, store: 'main' | 'copy') {
  return change(owner, version, store, (bytes) => Buffer.alloc(bytes.length, 7))
}

/** What a copy of the file became, as it lies there sealed. */
export async function change(
  owner: Sql,
  version: VersionId,
  store: 'main' | 'copy',
  become: (sealed: Buffer) => Buffer,
) {
  const place = archiveOf(owner).blobs.named(store)
  const object = await objectOf(owner, version, store)
  const sealed = await place?.getRange(object, 0)
  if (!place || !sealed) throw new Error('no such copy')
  const bytes = become(await buffer(sealed))
  await place.delete(object)
  await place.putIfAbsent(object, chunksOf(bytes))
}

/** Under the name of each what the other one had. */
export async function swap(
  owner: Sql,
  [one, other]: readonly [VersionId, VersionId],
  store: 'main' | 'copy',
) {
  let kept = Buffer.alloc(0)
  await change(owner, one, store, (bytes) => {
    kept = Buffer.from(bytes)
    return bytes
  })
  await change(owner, other, store, (bytes) => {
    const own = kept
    kept = Buffer.from(bytes)
    return own
  })
  await change(owner, one, store, () => kept)
}

async function objectOf(owner: Sql, version: VersionId, store: string): Promise<string> {
  const [copy] = await owner<{ object: string }[]>`
    select object from archive.copies where version = ${version} and kind = 'content' and store = ${store}`
  return copy?.object ?? ''
}

/** Nothing where a copy of the file was. */
export async function lose(owner: Sql, version: VersionId, store: 'main' | 'copy') {
  const object = await objectOf(owner, version, store)
  await archiveOf(owner).blobs.named(store)?.delete(object)
}

async function* chunksOf(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000)
}
