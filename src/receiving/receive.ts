import type { ReceptionRefused } from '#domain/archive/receive-upload.ts'
import type { RecordId } from '#domain/archive/record.ts'
import { sealContext } from '#domain/archive/seal-context.ts'
import type { Upload } from '#domain/archive/upload.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { type BlobStore, storeBusy } from '../blobs/blob-store.ts'
import { digestOf as digestOfObject, sealTo } from '../blobs/sealed-objects.ts'
import { newCommitment, sealFields } from '../secrets/archive/sealed-fields.ts'
import type { Keyring } from '../store/archive/keyring.ts'
import { addLooseObjects } from '../store/archive/loose-objects.ts'
import { addReceivedVersion } from '../store/archive/receptions.ts'
import type { UploadLocks } from '../store/archive/upload-locks.ts'
import { findUpload, setRefused } from '../store/archive/uploads.ts'
import { inTransaction, type Sql } from '../store/database.ts'
import { type JoinPhotos, joinPictures } from './pictures.ts'
import { type Digest, digestOf, type Scratch } from './scratch.ts'

/** `store`: the first of the places where copies lie. */
export type Reception = {
  sql: Sql
  keyring: Keyring
  store: BlobStore
  scratch: Scratch
  locks: UploadLocks
  joinPhotos: JoinPhotos
  newId: () => string
  clock: () => Date
}

/** `busy`, `notYet`: another is at it, or the machine cannot now; whoever asks later may find it done. */
type NotReceived = ReceptionRefused | { kind: 'busy' | 'notYet' | 'noSuchUpload' }

type Received = Result<true, NotReceived>

/**
 * T2, for the request that brought the last byte and for the job that finishes what a killed process
 * left: as often as it is asked, one version comes of it. What is refused keeps no byte.
 */
export async function receive(place: Reception, id: VersionId): Promise<Received> {
  const release = await place.locks.tryHold(id)
  if (!release) return no({ kind: 'busy' })
  try {
    const upload = await findUpload(place.sql, id)
    const received = upload ? await receiveWhole(place, upload) : no({ kind: 'noSuchUpload' })
    await clearUp(place, id, received)
    return received
  } finally {
    await release()
  }
}

async function receiveWhole(place: Reception, upload: Upload): Promise<Received> {
  const { scratch } = place
  if (upload.state === 'received') return no({ kind: 'alreadyReceived' })
  if (upload.state === 'refused') return no(upload.refusal)
  const note = await scratch.note(upload.id)
  const length = note && (await scratch.length(upload.id))
  if (!note || length === undefined || length < upload.bytes) return no({ kind: 'notWhole' })
  const came = await scratch.digest(upload.id)
  if (came.bytes !== upload.bytes) return no({ kind: 'lengthDiffers' })
  const hashMatches = note.sha256 === undefined || note.sha256 === came.sha256.toString('hex')
  if (!hashMatches) return no({ kind: 'hashDiffers' })
  const document = await documentOf(place, upload, came)
  return document.ok
    ? keepSealed(place, upload, came, { ...document.value, name: note.name })
    : document
}

type Document = Digest & { read: () => AsyncIterable<Uint8Array>; pictures: string[] }

/** I7: what is kept are the bytes that came; of pictures, the PDF that was made of them. */
async function documentOf(
  place: Reception,
  { id, form }: Upload,
  came: Digest,
): Promise<Result<Document, NotReceived>> {
  const { scratch } = place
  if (form === 'document') return ok({ ...came, read: () => scratch.read(id), pictures: [] })
  const joined = await joinPictures(place, id, came.bytes)
  if (!joined.ok) {
    const { problem } = joined
    return no(problem === 'notYet' ? { kind: 'notYet' } : { kind: 'pictures', why: problem })
  }
  const made = await digestOf(scratch.readMade(id))
  return ok({ ...made, read: () => scratch.readMade(id), pictures: joined.value.hashes })
}

/**
 * Sealed first, under a key that nothing knows: a process killed here leaves no more than noise. Read
 * back before what came is let go, for a store may have kept half of it.
 */
async function keepSealed(
  place: Reception,
  upload: Upload,
  came: Digest,
  { name, sha256, bytes, read, pictures }: Document & { name: string },
): Promise<Received> {
  const { sql, keyring, store, newId, clock } = place
  const key = keyring.newVersionKey()
  const { salt, commitment } = newCommitment(sha256)
  const [hash, hexSalt] = [sha256.toString('hex'), salt.toString('hex')]
  const sealed = await sealFields(key, upload.id, { name, sha256: hash, salt: hexSalt, pictures })
  const twinTag = await inTransaction(keyring.sql, (tx) => keyring.twinTag(tx, sha256))
  const object = newId()
  await addLooseObjects(sql, [{ object, store: store.name }], clock())
  const context = sealContext('content', upload.id, 0)
  const put = await sealTo(store, { key, context, object }, read())
  if ((await digestOfObject(store, object)) !== put.sha256) throw storeBusy('with other bytes')
  return addReceivedVersion(keyring, {
    upload,
    arrived: { bytes: came.bytes, hashMatches: true },
    file: { bytes, digitised: upload.form === 'photos', commitment, sealed, twinTag },
    copy: { ...put, kind: 'content', page: 0, store: store.name },
    key,
    newRecord: newId() as RecordId,
    now: clock(),
  })
}

async function clearUp(
  { sql, scratch }: Reception,
  id: VersionId,
  received: Received,
): Promise<void> {
  if (received.ok) return scratch.remove(id)
  const { problem } = received
  switch (problem.kind) {
    case 'busy':
    case 'notYet':
    case 'notWhole':
      return
    case 'alreadyReceived':
    case 'noSuchUpload':
      return scratch.remove(id)
    default:
      await setRefused(sql, id, problem)
      return scratch.remove(id)
  }
}
