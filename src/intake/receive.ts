import type { ReceptionRefused } from '#domain/archive/receive-upload.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { ReceiveRefusal, Upload } from '#domain/archive/upload.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { BlobStore } from '../blobs/blob-store.ts'
import { newCommitment, sealFields } from '../secrets/archive/sealed-fields.ts'
import type { Keyring } from '../store/archive/keyring.ts'
import { addLooseObjects } from '../store/archive/loose-objects.ts'
import { addReceivedVersion } from '../store/archive/receptions.ts'
import type { UploadLocks } from '../store/archive/upload-locks.ts'
import { findUpload, setRefused } from '../store/archive/uploads.ts'
import { inTransaction, type Sql } from '../store/database.ts'
import { type JoinPhotos, joinPictures } from './pictures.ts'
import { putSealed } from './put-sealed.ts'
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
export type NotReceived = ReceptionRefused | 'busy' | 'notYet' | 'noSuchUpload'

/**
 * T2, for the request that brought the last byte and for the job that finishes what a killed process
 * left: as often as it is asked, one version comes of it. What is refused keeps no byte.
 */
export async function receive(place: Reception, id: VersionId): Promise<Result<true, NotReceived>> {
  const release = await place.locks.tryHold(id)
  if (!release) return no('busy')
  try {
    const upload = await findUpload(place.sql, id)
    if (!upload) return no('noSuchUpload')
    const received = await receiveWhole(place, upload)
    await clearUp(place, id, received)
    return received
  } finally {
    await release()
  }
}

async function receiveWhole(place: Reception, upload: Upload): Promise<Result<true, NotReceived>> {
  const { scratch, sql, keyring, store, newId, clock } = place
  if (upload.state === 'received') return no('alreadyReceived')
  if (upload.state === 'refused') return no(upload.refusal)
  const note = await scratch.note(upload.id)
  const length = note && (await scratch.length(upload.id))
  if (!note || length === undefined || length < upload.bytes) return no('notWhole')
  const came = await scratch.digest(upload.id)
  const hashMatches = !note.sha256 || note.sha256 === came.sha256.toString('hex')
  if (!hashMatches || came.bytes !== upload.bytes) return no(hashMatches ? 'lengthDiffers' : 'hashDiffers')
  const document = await documentOf(place, upload, came)
  if (!document.ok) return document
  const { sha256, bytes, read, pictures } = document.value
  const key = keyring.newVersionKey()
  const { salt, commitment } = newCommitment(sha256)
  const fields = { name: note.name, sha256: sha256.toString('hex'), salt: salt.toString('hex'), pictures }
  const object = newId()
  await addLooseObjects(sql, [{ object, store: store.name }], clock())
  const here = { version: upload.id, kind: 'content', page: 0, object } as const
  return addReceivedVersion(keyring, {
    upload,
    arrived: { bytes: came.bytes, hashMatches },
    file: {
      bytes,
      digitised: upload.form === 'photos',
      commitment,
      sealed: await sealFields(key, upload.id, fields),
      twinTag: await inTransaction(keyring.sql, (tx) => keyring.twinTag(tx, sha256)),
    },
    copy: await putSealed(store, key, here, read()),
    key,
    newRecord: newId() as RecordId,
    now: clock(),
  })
}

type Document = Digest & { read: () => AsyncIterable<Uint8Array>; pictures: string[] }

/** I7: what is kept are the bytes that came; of pictures, the PDF that was made of them. */
async function documentOf(
  place: Reception,
  { id, form }: Upload,
  came: Digest,
): Promise<Result<Document, ReceiveRefusal | 'notYet'>> {
  const { scratch } = place
  if (form === 'document') return ok({ ...came, read: () => scratch.read(id), pictures: [] })
  const joined = await joinPictures(place, id, came.bytes)
  if (!joined.ok) return joined
  const made = await digestOf(scratch.readMade(id))
  return ok({ ...made, read: () => scratch.readMade(id), pictures: joined.value.hashes })
}

async function clearUp(
  { sql, scratch }: Reception,
  id: VersionId,
  received: Result<true, NotReceived>,
): Promise<void> {
  if (!received.ok) {
    const { problem } = received
    if (problem === 'busy' || problem === 'notYet' || problem === 'notWhole') return
    if (problem !== 'alreadyReceived' && problem !== 'noSuchUpload') await setRefused(sql, id, problem)
  }
  await scratch.remove(id)
}
