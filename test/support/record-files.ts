import { sealContext } from '#domain/archive/seal-context.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import type { CopyKind } from '#src/store/archive/copies.ts'
import { inTransaction, type Sql } from '#src/store/database.ts'
import { archiveOf } from '#test/support/archive-deps.ts'
import { NOW } from '#test/support/builders.ts'

export const PDF = Buffer.from(`%PDF-1.7\n${'isi arsip '.repeat(5000)}\n%%EOF\n`)
export const WEBP = Buffer.from('RIFF....WEBP gambar halaman')

type Shown = { content: Buffer; pages: number; picture: Buffer }

/** What a version's file and its pages look like once they were received: sealed, in both stores. */
export async function addFile(
  owner: Sql,
  { id, person }: { id: VersionId; person: PersonId },
  { content = PDF, pages = 1, picture = WEBP }: Partial<Shown> = {},
): Promise<void> {
  const { keyring } = archiveOf(owner)
  const key = keyring.newVersionKey()
  await inTransaction(keyring.sql, (tx) => keyring.addVersionKey(tx, { version: id, person, key }))
  await owner`delete from archive.copies where version = ${id}`
  await seal(owner, { id, key, kind: 'content', page: 0 }, content)
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
export async function damage(owner: Sql, version: VersionId, store: 'main' | 'copy') {
  const { blobs } = archiveOf(owner)
  const [copy] = await owner<{ object: string; bytes: number }[]>`
    select object, bytes from archive.copies where version = ${version} and kind = 'content' and store = ${store}`
  const place = blobs.named(store)
  if (!copy || !place) throw new Error('no such copy')
  await place.delete(copy.object)
  await place.putIfAbsent(copy.object, chunksOf(Buffer.alloc(copy.bytes, 7)))
}

/** Nothing where a copy of the file was. */
export async function lose(owner: Sql, version: VersionId, store: 'main' | 'copy') {
  const [copy] = await owner<{ object: string }[]>`
    select object from archive.copies where version = ${version} and kind = 'content' and store = ${store}`
  await archiveOf(owner)
    .blobs.named(store)
    ?.delete(copy?.object ?? '')
}

async function* chunksOf(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000)
}
