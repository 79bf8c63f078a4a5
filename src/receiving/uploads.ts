import type { MandateId } from '#domain/access/mandate.ts'
import type { StartRefused } from '#domain/archive/start-upload.ts'
import type { Begun, Twin } from '#domain/archive/upload.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { findTwin } from '../store/archive/twins.ts'
import { addUpload, deleteUpload, setArrived, type UploadKey } from '../store/archive/uploads.ts'
import { inTransaction } from '../store/database.ts'
import { LENGTH_BYTES } from './pictures.ts'
import { type Reception, receive } from './receive.ts'
import type { Scratch, ScratchNote } from './scratch.ts'

/** What those who send files need of the machine: a place for the bytes, locks and keys. */
export type Uploads = ReturnType<typeof makeUploads>

/** As one form sends them: one document, or the pictures of one in their order. */
export type Coming = { chunks: AsyncIterable<Uint8Array>; next: () => Promise<Coming | undefined> }

export function makeUploads(place: Reception) {
  const { scratch, locks, sql } = place
  return {
    tryHold: locks.tryHold,
    length: scratch.length,
    note: scratch.note,
    append: scratch.append,
    /** T1. The file has its place before the row that names it, and keeps it only with that. */
    begin: async (begun: Begun, note: ScratchNote): Promise<Result<Begun, StartRefused>> => {
      await scratch.begin(begun.id, note)
      const tag = note.sha256 === undefined ? undefined : await tagOf(place, note.sha256)
      return keepIfBegun(scratch, begun.id, () => addUpload(sql, begun, tag))
    },
    /** T1 of a file that is here already, for whoever sends all of it in one form; T2 is `finish`. */
    take: (begun: Omit<Begun, 'bytes'>, name: string, coming: Coming, most: number) =>
      take(place, begun, { name, coming, most }),
    /** The last byte is here; what cannot be received now is, later, by a job. */
    finish: async (id: VersionId) => {
      await setArrived(sql, id)
      return receive(place, id)
    },
    cancel: async (key: UploadKey): Promise<boolean> => {
      const isGone = await deleteUpload(sql, key)
      if (isGone) await scratch.remove(key.id)
      return isGone
    },
    findTwin: async (
      person: PersonId,
      sha256: string,
      hat: MandateId | undefined,
    ): Promise<Twin | undefined> => findTwin(sql, person, await tagOf(place, sha256), { hat }),
  }
}

type Taken = { name: string; coming: Coming; most: number }

async function take(
  place: Reception,
  begun: Omit<Begun, 'bytes'>,
  { name, coming, most }: Taken,
): Promise<Result<Begun, StartRefused>> {
  const { scratch, sql } = place
  await scratch.begin(begun.id, { name, sha256: undefined })
  return keepIfBegun(scratch, begun.id, async () => {
    const bytes = await takeAll(scratch, begun, coming, most)
    if (bytes === undefined) return no({ kind: 'tooLarge', most })
    const { sha256 } = await scratch.digest(begun.id)
    const tag = begun.form === 'photos' ? undefined : await tagOf(place, sha256.toString('hex'))
    return addUpload(sql, { ...begun, bytes }, tag)
  })
}

/** Undefined where it is more than may be. */
async function takeAll(
  scratch: Scratch,
  { id, form }: Omit<Begun, 'bytes'>,
  first: Coming,
  most: number,
): Promise<number | undefined> {
  if (form === 'document') return takeOne(scratch, id, { at: 0, most }, first)
  let at = 0
  for (let coming: Coming | undefined = first; coming; coming = await coming.next()) {
    const end = await takeOne(scratch, id, { at: at + LENGTH_BYTES, most }, coming)
    if (end === undefined) return undefined
    const length = Buffer.alloc(LENGTH_BYTES)
    length.writeUInt32BE(end - at - LENGTH_BYTES)
    await scratch.write(id, at, length)
    at = end
  }
  return at
}

/** What is too large is read to its end, so that what stands after it is found. */
async function takeOne(
  scratch: Scratch,
  id: VersionId,
  { at, most }: { at: number; most: number },
  { chunks }: Coming,
): Promise<number | undefined> {
  let end = at
  const capped = async function* () {
    for await (const chunk of chunks) {
      end += chunk.length
      if (end <= most) yield chunk
    }
  }
  const kept = await scratch.append(id, at, capped())
  return end <= most ? kept : undefined
}

async function keepIfBegun(
  scratch: Scratch,
  id: VersionId,
  work: () => Promise<Result<Begun, StartRefused>>,
): Promise<Result<Begun, StartRefused>> {
  let isBegun = false
  try {
    const begun = await work()
    isBegun = begun.ok
    return begun.ok ? ok(begun.value) : begun
  } finally {
    if (!isBegun) await scratch.remove(id)
  }
}

function tagOf({ keyring }: Reception, sha256: string): Promise<Buffer> {
  return inTransaction(keyring.sql, (tx) => keyring.twinTag(tx, Buffer.from(sha256, 'hex')))
}
