import type { Blobs } from '../blobs/blobs.ts'
import type { SealedObject } from '../blobs/sealed-objects.ts'
import {
  addBatchFile,
  addFileKey,
  type BatchFileId,
  certificateContext,
} from '../store/archive/destruction/batch-files.ts'
import type { BatchKey } from '../store/archive/destruction/batches.ts'
import {
  listUncertified,
  readCertificate,
  readCertified,
} from '../store/archive/destruction/certificate.ts'
import type { Keyring } from '../store/archive/keyring.ts'
import { listRecordTypes } from '../store/archive/record-types.ts'
import { inTransaction } from '../store/database.ts'
import { certificatePdf } from './certificate-pdf.ts'
import { certificateText } from './certificate-text.ts'

export type CertificatePlaces = {
  keyring: Keyring
  blobs: Blobs
  newId: () => string
  qrSquares: (text: string) => boolean[][]
  /** What the link of its code begins with. */
  origin: string
  clock: () => Date
}

/** The file of every batch that is over, in the log and has none: sealed, in every store, and then known. */
export async function keepCertificates(places: CertificatePlaces): Promise<void> {
  for (const batch of await listUncertified(places.keyring.sql)) await keepOne(places, batch)
}

async function keepOne(places: CertificatePlaces, key: BatchKey): Promise<void> {
  const { keyring, clock, newId } = places
  const id = newId() as BatchFileId
  const fresh = keyring.newVersionKey()
  const copies = await sealEverywhere(places, key, { id, fresh })
  if (!copies) return
  await inTransaction(keyring.sql, async (tx) => {
    const named = { batch: key.id, paper: 'certificate' } as const
    if (await addBatchFile(tx, named, { id, copies }, clock()))
      await addFileKey(tx, keyring, { id, batch: key.id, key: fresh })
  })
}

type Sealing = { id: BatchFileId; fresh: Buffer }

async function sealEverywhere(
  { keyring, blobs, qrSquares, origin }: CertificatePlaces,
  key: BatchKey,
  { id, fresh }: Sealing,
): Promise<(SealedObject & { store: string })[] | undefined> {
  const certificate = await readCertificate(keyring.sql, key, [blobs.first, ...blobs.others])
  if (!certificate) return undefined
  const types = await listRecordTypes(keyring.sql)
  const names = new Map(types.map(({ code, name }) => [code, name]))
  const records = readCertified(keyring.sql, key.id)
  const text = certificateText({ origin, certificate, records, names, qrSquares })
  const secret = { key: fresh, context: certificateContext(id) }
  const first = await blobs.sealTo(blobs.first, secret, certificatePdf(text))
  const copies = [{ ...first, store: blobs.first.name }]
  for (const store of blobs.others)
    copies.push({ ...(await blobs.copySealed(blobs.first, store, first)), store: store.name })
  return copies
}
