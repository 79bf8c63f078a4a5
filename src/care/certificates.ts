import type { BlobStore } from '../blobs/blob-store.ts'
import {
  type CertificatePlace,
  claimDueCertificates,
  type KeptCertificate,
  keepCertificateCopy,
  keepCertificateLook,
  listCertificatePeers,
  listLackingCertificates,
} from '../store/archive/destruction/certificate-fixity.ts'
import { readWhole } from './look.ts'
import { copyWhole } from './make-copy.ts'
import { type CarePlace, storeNamed } from './place.ts'
import { noWholeCopy } from './repair.ts'

/** As files of people: each copy of a certificate that is due in that store is read, and mended. */
export async function careForCertificates(
  place: CarePlace,
  store: BlobStore,
  isLeaving: () => boolean,
): Promise<void> {
  for (const copy of await claimDueCertificates(place.sql, store.name, place.clock())) {
    if (isLeaving()) return
    await careForOne(place, copy)
  }
}

/** Into a store that came later. */
export async function addLackingCertificates(place: CarePlace): Promise<void> {
  const names = place.stores.map(({ name }) => name)
  for (const lacking of await listLackingCertificates(place.sql, names)) await mend(place, lacking)
}

async function careForOne(place: CarePlace, copy: KeptCertificate): Promise<void> {
  const look = await readWhole(place, copy)
  const isNew = await keepCertificateLook(place.sql, copy, look, place.clock())
  if (look === 'whole' || look === 'notChecked' || (await mend(place, copy))) return
  if (isNew) place.report(noWholeCopy(), copy.batch)
}

/** From the first of the others that is whole. */
async function mend(place: CarePlace, to: CertificatePlace): Promise<boolean> {
  const store = storeNamed(place, to.store)
  if (!store) return false
  for (const peer of await listCertificatePeers(place.sql, to)) {
    const made = await copyWhole(place, peer, store)
    if (!made) continue
    await keepCertificateCopy(place.sql, to, made, place.clock())
    return true
  }
  return false
}
