import { createHash, randomBytes } from 'node:crypto'
import { sealContext } from '#domain/archive/seal-context.ts'
import type { VersionStatus } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import type { BlobStore } from '#src/blobs/blob-store.ts'
import { makeMemoryStore } from '#src/blobs/memory-store.ts'
import { copySealed, digestOf, openFrom, sealTo } from '#src/blobs/sealed-objects.ts'
import type { CarePlace } from '#src/care/place.ts'
import { addCopies } from '#src/store/archive/copies.ts'
import type { Keyring } from '#src/store/archive/keyring.ts'
import { addLooseObjects } from '#src/store/archive/loose-objects.ts'
import { inTransaction, type Sql } from '#src/store/database.ts'
import { addRecord, addVersion } from './archive.ts'
import { archiveOf } from './archive-deps.ts'
import { addPerson, NOW } from './builders.ts'
import { asApplication } from './database.ts'
import { makeFaultyStore } from './faulty-store.ts'
import type { Keyed } from './keyring.ts'

export type Filed = Keyed & { plain: Buffer }

/** Two stores that fail when told to, and the care of what lies in them. */
export function someCare(owner: Sql, now: () => Date) {
  const [main, copy] = [
    makeFaultyStore(makeMemoryStore('main')),
    makeFaultyStore(makeMemoryStore('copy')),
  ]
  const { keyring } = archiveOf(owner)
  return { ...careOfStores(owner, [main.store, copy.store], now), main, copy, keyring }
}

/** What it had to report, by the code of each problem. */
export function careOfStores(owner: Sql, stores: readonly BlobStore[], now: () => Date) {
  const reported: string[] = []
  const place: CarePlace = {
    sql: asApplication(owner),
    stores,
    blobs: { digestOf, copySealed },
    newId: () => crypto.randomUUID(),
    clock: now,
    report: (problem) =>
      reported.push(String(problem instanceof Error && 'code' in problem && problem.code)),
  }
  return { place, reported }
}

/** A version with a key, sealed into the first of the stores and copied into the others. */
export async function addFiled(
  owner: Sql,
  {
    keyring,
    stores,
    person,
    status = 'awaitingVerification',
    plain = randomBytes(40_000),
  }: {
    keyring: Keyring
    stores: readonly BlobStore[]
    person?: PersonId
    status?: VersionStatus
    plain?: Buffer
  },
): Promise<Filed> {
  const of = person ?? (await addPerson(owner)).id
  const record = await addRecord(owner, { person: of, slot: crypto.randomUUID(), stage: 'active' })
  const verifiedBy = (await addPerson(owner)).id
  const version = await addVersion(owner, { record, status, verifiedBy })
  const key = keyring.newVersionKey()
  await inTransaction(keyring.sql, (tx) => keyring.addVersionKey(tx, { version, person: of, key }))
  const [first, ...others] = stores
  if (!first) throw new Error('a file has to lie somewhere')
  const context = sealContext('content', version, 0)
  const sealed = await sealTo(first, { key, context }, pieces(plain))
  const copies = [{ store: first.name, ...sealed }]
  for (const other of others)
    copies.push({ store: other.name, ...(await copySealed(first, other, sealed)) })
  await addLooseObjects(owner, copies, NOW)
  await inTransaction(owner, (tx) =>
    addCopies(
      tx,
      version,
      copies.map((one) => ({ kind: 'content', page: 0, ...one })),
      NOW,
    ),
  )
  return { version, record, person: of, key, plain }
}

/** What is read back from a store, as the person would see it. */
export async function openFiled(owner: Sql, store: BlobStore, { version, key }: Filed) {
  const [row] = await owner<{ object: string }[]>`
    select object from archive.copies where version = ${version} and store = ${store.name}`
  const context = sealContext('content', version, 0)
  const opened = row && (await openFrom(store, { object: row.object, key, context }))
  if (!opened) return undefined
  const all: Uint8Array[] = []
  for await (const piece of opened.content) all.push(piece)
  return Buffer.concat(all)
}

/** Other bytes under the same name, as a bad disk leaves them. */
export async function spoil(owner: Sql, store: BlobStore, { version }: Filed): Promise<void> {
  const object = await objectIn(owner, store, version)
  await store.delete(object)
  await store.putIfAbsent(object, pieces(createHash('sha256').update(object).digest()))
}

export async function lose(owner: Sql, store: BlobStore, { version }: Filed): Promise<void> {
  await store.delete(await objectIn(owner, store, version))
}

async function objectIn(owner: Sql, store: BlobStore, version: string): Promise<string> {
  const [row] = await owner<{ object: string }[]>`
    select object from archive.copies where version = ${version} and store = ${store.name}`
  return row?.object ?? ''
}

async function* pieces(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes
}
