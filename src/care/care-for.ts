import type { Look } from '#domain/archive/copy-health.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { Lacking } from '../store/archive/care-walk.ts'
import { claimCopiesOf, type KeptCopy, listPeers } from '../store/archive/fixity.ts'
import { keepCopied } from '../store/archive/repairs.ts'
import { lookAt } from './look.ts'
import { makeCopy } from './make-copy.ts'
import { type CarePlace, storeNamed } from './place.ts'
import { repair } from './repair.ts'

/** Of the copies of one version, after each was looked at and mended. */
export type Cared = Record<Look, number>

/** Before T6, before T21 and after a move: all that lies anywhere of one version, now. */
export async function careForVersion(place: CarePlace, version: VersionId): Promise<Cared> {
  const cared = { whole: 0, damaged: 0, missing: 0, notChecked: 0 }
  for (const copy of await claimCopiesOf(place.sql, version))
    cared[await careForCopy(place, copy)] += 1
  return cared
}

/** What became of it: a bad copy that could be mended is whole. */
export async function careForCopy(place: CarePlace, copy: KeptCopy): Promise<Look> {
  const look = await lookAt(place, copy)
  if (look === 'whole' || look === 'notChecked') return look
  return (await repair(place, { ...copy, health: look })) ? 'whole' : look
}

/** From any copy that is whole; a store that takes none now is asked again with the next walk. */
export async function addLacking(place: CarePlace, lacking: Lacking): Promise<boolean> {
  const to = storeNamed(place, lacking.store)
  if (!to) return false
  const made = await makeCopy(place, await listPeers(place.sql, lacking), to)
  if (made.kind !== 'made') return false
  return await keepCopied(place.sql, lacking, made.object, place.clock())
}
