import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { bagNames, proofName } from '#domain/archive/export/bag.ts'
import type { BagDocument, Exported } from '#domain/archive/export/exported.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { openFields } from '../secrets/archive/sealed-fields.ts'
import type { Building } from '../store/archive/exports/building.ts'
import { listExportable } from '../store/archive/exports/exportable.ts'
import { findVerificationLeaf } from '../store/tlog/verification-leaf.ts'
import { type BagLog, proofOf } from './bag-log.ts'
import type { BagPlace } from './bag-place.ts'
import type { ZipEntry } from './zip.ts'

/** A document and the file of it, which was read once to the end and found to be what came. */
export type ReadDocument = { document: BagDocument; entry: ZipEntry; proof: string | undefined }

/**
 * Everything that goes into a bag. What was to be in it and is not there any more makes it throw: it is
 * begun anew, with what there is then.
 */
export async function readDocuments(
  place: BagPlace & { log: BagLog | undefined },
  { person, versions }: Building,
  nip: string,
  readOne: (count: number) => Promise<void>,
): Promise<ReadDocument[]> {
  const listed = await listExportable(place.sql, person)
  const exported = listed.filter(({ version }) => versions.includes(version))
  if (exported.length !== versions.length) throw new Error('a document of the bag has gone')
  const names = bagNames(exported, nip)
  const read: ReadDocument[] = []
  for (const [at, { sealed, ...document }] of exported.entries()) {
    const content = () => contentOf(place, document.version)
    const found = await digest(content())
    const known = sealed && (await openKnown(place, document, sealed))
    if (known && known.sha256 !== found.sha256) throw new Error('a file is not the one that came')
    const { name, salt } = { name: names[at] ?? '', salt: known?.salt }
    const leaf = await findVerificationLeaf(place.sql, document.version)
    const proven = await proofOf(place.log, { index: leaf?.index, salt })
    const log = proven && { index: proven.index, code: proven.code, proof: proofName(name) }
    read.push({
      document: { ...document, name, sha256: found.sha256, salt, log },
      proof: proven?.proof,
      entry: { name, bytes: found.bytes, crc: found.crc, content },
    })
    await readOne(at + 1)
  }
  return read
}

/** Piece by piece: the file is opened when the first one is wanted. */
async function* contentOf({ openFile }: BagPlace, version: VersionId): AsyncGenerator<Uint8Array> {
  const file = await openFile({ version, kind: 'content', page: 0 })
  if (!file) throw new Error('no copy of a file of the bag opens')
  yield* await file.read(0, file.bytes)
}

async function digest(content: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256')
  let [bytes, crc] = [0, 0]
  for await (const chunk of content) {
    hash.update(chunk)
    crc = crc32(chunk, crc)
    bytes += chunk.length
  }
  return { bytes, crc, sha256: hash.digest('hex') }
}

async function openKnown({ keyring }: BagPlace, { version }: Exported, sealed: Buffer) {
  const key = await keyring.openVersionKey(keyring.sql, version)
  if (!key) throw new Error('the key of a file of the bag has gone')
  return openFields(key, version, sealed)
}
