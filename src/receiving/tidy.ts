import type { Blobs } from '../blobs/blobs.ts'
import { forgetLooseObject, listLooseObjects } from '../store/archive/loose-objects.ts'
import { deleteOldBatches } from '../store/archive/upload-batches.ts'
import { deleteOldUploads, listArriving, listWanted, setArrived } from '../store/archive/uploads.ts'
import type { Sql } from '../store/database.ts'
import type { Scratch } from './scratch.ts'

export type Tidying = {
  sql: Sql
  blobs: Pick<Blobs, 'first' | 'others' | 'named' | 'listAway'>
  scratch: Scratch
  clock: () => Date
}

const HOUR = 3600_000

/** What a killed process left behind, and what nobody came back for within seven days. */
export async function tidy(place: Tidying): Promise<void> {
  await findArrived(place)
  await deleteOldUploads(place.sql, place.clock())
  await deleteOldBatches(place.sql, place.clock())
  await removeOldFiles(place)
  await sweepLooseObjects(place)
}

/** The last byte came, and the process was killed before it could say so. */
export async function findArrived({ sql, scratch }: Tidying): Promise<void> {
  for (const { id, bytes } of await listArriving(sql))
    if (((await scratch.length(id)) ?? 0) >= bytes) await setArrived(sql, id)
}

async function removeOldFiles({ sql, scratch, clock }: Tidying): Promise<void> {
  const old = await scratch.listOld(anHourBefore(clock()))
  if (old.length === 0) return
  const wanted = await listWanted(sql, old)
  for (const id of old) if (!wanted.has(id)) await scratch.remove(id)
}

/** A store that is not there now is asked again in the next round, and keeps no other waiting. */
async function sweepLooseObjects({ sql, blobs, clock }: Tidying): Promise<void> {
  const away = await blobs.listAway()
  const stores = [blobs.first, ...blobs.others].filter(({ name }) => !away.includes(name))
  const names = stores.map(({ name }) => name)
  for (const { object, store } of await listLooseObjects(sql, names, anHourBefore(clock()))) {
    await blobs.named(store)?.delete(object)
    await forgetLooseObject(sql, object)
  }
}

function anHourBefore(now: Date): Date {
  return new Date(now.getTime() - HOUR)
}
