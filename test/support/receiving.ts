import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MandateId } from '#domain/access/mandate.ts'
import type { Inspection } from '#domain/archive/intake.ts'
import type { ScanAnswer } from '#domain/archive/scan.ts'
import { type Begun, uploadExpiry } from '#domain/archive/upload.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import type { Blobs } from '#src/blobs/blobs.ts'
import { type Checking, checkOne } from '#src/receiving/check.ts'
import { type Reception, receive } from '#src/receiving/receive.ts'
import { makeScratch } from '#src/receiving/scratch.ts'
import { makeUploads } from '#src/receiving/uploads.ts'
import { makeUploadLocks } from '#src/store/archive/upload-locks.ts'
import type { Sql } from '#src/store/database.ts'
import { archiveOf } from './archive-deps.ts'
import { NOW } from './builders.ts'
import { asApplication, asLocker } from './database.ts'

export const sound: Inspection = { kind: 'accepted', pages: 1, notes: [] }
export const clean: ScanAnswer = {
  kind: 'scanClean',
  by: { engine: 'ClamAV 1.4.3', signatures: '27800' },
}

/** All that receives and checks files, in a folder of its own; the child answers what a test says. */
export async function receivingOf(sql: Sql, given: { blobs?: Blobs } = {}) {
  const folder = join(await mkdtemp(join(tmpdir(), 'asn-naskah-')), 'naskah')
  const { keyring, blobs } = { ...archiveOf(sql), ...given }
  const application = asApplication(sql)
  const now = { at: NOW }
  const clock = () => now.at
  const newId = () => crypto.randomUUID()
  const scratch = makeScratch(folder)
  const place: Reception = {
    sql: application,
    keyring,
    store: blobs.first,
    scratch,
    locks: makeUploadLocks(asLocker(sql)),
    joinPhotos: async () => ({ kind: 'notMade' }),
    newId,
    clock,
  }
  const alarms: string[] = []
  const checking: Checking = {
    sql: application,
    keyring,
    blobs,
    inspect: async () => sound,
    scan: async () => clean,
    policy: 'required',
    newId,
    clock,
    alarm: (version) => alarms.push(version),
  }
  const uploads = makeUploads(place)
  return {
    folder,
    place,
    checking,
    uploads,
    scratch,
    keyring,
    blobs,
    alarms,
    now,
    tidying: { sql: application, blobs, scratch, clock },
    /** Begins, sends all of it and has it received. */
    send: async (bytes: Buffer, fields: SomeUpload): Promise<VersionId> => {
      const begun = someBegun({ bytes: bytes.length, ...fields })
      const started = await uploads.begin(begun, { name: 'SK.pdf', sha256: undefined })
      if (!started.ok) throw new Error(`refused: ${started.problem.kind}`)
      await uploads.append(begun.id, 0, only(bytes))
      const received = await receive(place, begun.id)
      if (!received.ok) throw new Error(`not received: ${received.problem.kind}`)
      return begun.id
    },
    check: (fields: Partial<Checking> = {}) => checkOne({ ...checking, ...fields }),
  }
}

type SomeUpload = { person: PersonId; sentBy?: PersonId; sentAs?: MandateId } & Partial<Begun>

/** By default somebody's own SK PNS. */
export function someBegun(fields: SomeUpload): Begun {
  const startedAt = fields.startedAt ?? NOW
  return {
    id: crypto.randomUUID() as VersionId,
    sentBy: fields.person,
    sentAs: undefined,
    type: 'pns',
    slot: '',
    form: 'document',
    metadata: {},
    bytes: 5,
    startedAt,
    expiresAt: uploadExpiry(startedAt),
    ...fields,
  }
}

export async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

export async function wholeOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}

/** What lies in a store, by name. */
export async function objectsIn(
  blobs: Blobs,
  store: 'first' | 'copy' = 'first',
): Promise<string[]> {
  const place = store === 'first' ? blobs.first : blobs.others[0]
  const names: string[] = []
  if (place) for await (const { object } of place.listSince(undefined)) names.push(object)
  return names
}
