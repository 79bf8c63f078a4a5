import { createHash } from 'node:crypto'
import { PAPER_MOST } from '#domain/archive/destruction/paper.ts'
import type { IntakeRefusal } from '#domain/archive/intake.ts'
import { judgeScan } from '#domain/archive/scan.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { SealedObject } from '../blobs/sealed-objects.ts'
import { type BatchFileId, paperContext } from '../store/archive/destruction/batch-files.ts'
import type { PaperFile } from '../store/archive/destruction/papers.ts'
import { addLooseObjects, forgetLooseObject } from '../store/archive/loose-objects.ts'
import type { Checking } from './check.ts'

export type PaperFileRefused =
  | { kind: 'fileRefused'; reason: IntakeRefusal }
  | { kind: 'fileNotChecked' }

export type PaperPlace = Omit<Checking, 'alarm'>

type Source = AsyncIterable<Uint8Array>
type Sealing = { key: Buffer; context: string; put: SealedObject }

/**
 * A paper of a destruction is sealed on its way in, looked into like every upload, and then lies in all
 * stores, while its sender waits. Nothing names it yet: what is refused is let go at once.
 */
export async function receivePaper(
  place: PaperPlace,
  chunks: Source,
): Promise<Result<PaperFile, PaperFileRefused>> {
  try {
    return await receive(place, chunks)
  } catch (problem) {
    if (place.blobs.isOutOfReach(problem)) return no({ kind: 'fileNotChecked' })
    throw problem
  }
}

async function receive(
  place: PaperPlace,
  chunks: Source,
): Promise<Result<PaperFile, PaperFileRefused>> {
  const { keyring, blobs, newId } = place
  const id = newId() as BatchFileId
  const secret = { key: keyring.newVersionKey(), context: paperContext(id) }
  const object = await nextObject(place, blobs.first.name)
  const came = { hash: createHash('sha256'), bytes: 0 }
  const put = await blobs.sealTo(blobs.first, { ...secret, object }, capped(chunks, came))
  const sealing = { ...secret, put }
  const isTooLarge = came.bytes > PAPER_MOST.bytes
  const refused = isTooLarge ? tooLarge : await refusalOf(place, sealing)
  if (refused) {
    await blobs.first.delete(object)
    await forgetLooseObject(place.sql, object)
    return no(refused)
  }
  const copies = [{ ...put, store: blobs.first.name }, ...(await copyTo(place, put))]
  return ok({ id, key: secret.key, sha256: came.hash.digest('hex'), copies })
}

const tooLarge: PaperFileRefused = { kind: 'fileRefused', reason: 'tooLarge' }

/** What is too large is read to its end, so that its sender hears so, and no more of it kept. */
async function* capped(
  chunks: Source,
  came: { hash: ReturnType<typeof createHash>; bytes: number },
): Source {
  for await (const chunk of chunks) {
    came.bytes += chunk.length
    if (came.bytes > PAPER_MOST.bytes) continue
    came.hash.update(chunk)
    yield chunk
  }
}

async function refusalOf(
  place: PaperPlace,
  sealing: Sealing,
): Promise<PaperFileRefused | undefined> {
  const scan = judgeScan(await place.scan(contentOf(place, sealing)), place.policy)
  const structure = await place.inspect({
    source: contentOf(place, sealing),
    maxPages: PAPER_MOST.pages,
    onText: async () => {},
    onPreview: async () => {},
  })
  if (structure.kind === 'refused') return { kind: 'fileRefused', reason: structure.reason }
  if (scan === 'malwareFound') return { kind: 'fileRefused', reason: 'malwareFound' }
  const isChecked = structure.kind === 'accepted' && scan === 'passes'
  return isChecked ? undefined : { kind: 'fileNotChecked' }
}

async function* contentOf({ blobs }: PaperPlace, { key, context, put }: Sealing): Source {
  const opened = await blobs.openFrom(blobs.first, { object: put.object, key, context })
  if (!opened) throw new Error('a paper is not where it was put')
  yield* opened.content
}

async function copyTo(place: PaperPlace, put: SealedObject): Promise<PaperFile['copies']> {
  const { first, others, copySealed } = place.blobs
  const copies = []
  for (const store of others) {
    const object = await nextObject(place, store.name)
    copies.push({ ...(await copySealed(first, store, put, object)), store: store.name })
  }
  return copies
}

async function nextObject({ sql, newId, clock }: PaperPlace, store: string): Promise<string> {
  const object = newId()
  await addLooseObjects(sql, [{ object, store }], clock())
  return object
}
