import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import {
  BAGIT,
  type BagLine,
  bagInfoText,
  manifestText,
  proofName,
} from '#domain/archive/export/bag.ts'
import type { LeftOut } from '#domain/archive/export/exported.ts'
import type { Person } from '#domain/person.ts'
import { civilDateText, dayOf } from '#domain/zone-day.ts'
import { bagIndex } from '#views/archive/bag/bag-index.tsx'
import { BAG, metadataText, readmeText } from '#views/archive/bag/bag-words.ts'
import type { BagLog } from './bag-log.ts'
import type { ReadDocument } from './read-documents.ts'
import type { ZipEntry } from './zip.ts'

/** The folder that every file of a bag lies in (RFC 8493, 4). */
function bagFolder({ nip, agency }: Person, madeAt: Date): string {
  return `arsip-${nip}-${civilDateText(dayOf(madeAt, agency.zone))}`
}

type Packing = {
  person: Person
  madeAt: Date
  log: BagLog | undefined
  leftOut: readonly LeftOut[]
}

/** BagIt 1.0: what was taken along under data/, and beside it what tells of it. */
export function bagEntries(
  { person, madeAt, log, leftOut }: Packing,
  read: readonly ReadDocument[],
): ZipEntry[] {
  const documents = read.map(({ document }) => document)
  const payload = documents.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }))
  const on = civilDateText(dayOf(madeAt, person.agency.zone))
  const told = { person, madeAt, documents, leftOut }
  const tags = [
    tag('bagit.txt', BAGIT),
    tag('bag-info.txt', bagInfoText(payload, on, BAG.organisation)),
    tag('manifest-sha256.txt', manifestText(payload)),
    tag('index.html', bagIndex(told)),
    tag('metadata.json', metadataText(told)),
    tag('BACA-SAYA.txt', readmeText(told)),
    ...(log ? [tag('log/checkpoint', log.checkpoint), tag('log/vkey', `${log.vkey}\n`)] : []),
    ...read.flatMap(({ document, proof }) =>
      proof === undefined ? [] : [tag(proofName(document.name), proof)],
    ),
  ]
  const manifest = tag('tagmanifest-sha256.txt', manifestText(tags.map(({ line }) => line)))
  const folder = bagFolder(person, madeAt)
  const entries = [...tags, manifest].map(({ entry }) => entry)
  return [...entries, ...read.map(({ entry }) => entry)].map((entry) => ({
    ...entry,
    name: `${folder}/${entry.name}`,
  }))
}

function tag(name: string, text: string): { line: BagLine; entry: ZipEntry } {
  const content = Buffer.from(text)
  const sha256 = createHash('sha256').update(content).digest('hex')
  const own = { name, bytes: content.length }
  return {
    line: { ...own, sha256 },
    entry: { ...own, crc: crc32(content), content: () => onlyOf(content) },
  }
}

async function* onlyOf(content: Buffer): AsyncGenerator<Uint8Array> {
  yield content
}
