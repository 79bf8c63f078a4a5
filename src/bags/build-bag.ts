import { bagContext, openBagKey } from '../store/archive/exports/bag-key.ts'
import {
  type Building,
  keepReady,
  leaveExport,
  noteStep,
  takeExport,
} from '../store/archive/exports/building.ts'
import { findOwner, listLeftOut } from '../store/archive/exports/exportable.ts'
import { addLooseObjects, keepLooseObject } from '../store/archive/loose-objects.ts'
import { bagEntries } from './bag-entries.ts'
import { openBagLog } from './bag-log.ts'
import type { BagPlace } from './bag-place.ts'
import { readDocuments } from './read-documents.ts'
import { type ZipEntry, zipOf } from './zip.ts'

/**
 * Makes the bag that was asked for first. True where there was one: there may be more. Killed in the
 * middle it is made anew by whoever comes next, and what lies half in a store is swept.
 */
export async function buildNextBag(place: BagPlace): Promise<boolean> {
  const building = await takeExport(place.sql, place.clock())
  if (!building) return false
  try {
    await build(place, building)
  } catch (problem) {
    place.failed(problem)
    await leaveExport(place.sql, building, place.clock())
  }
  return true
}

/** Each file is read twice: once for what the directory of a zip says of it first, once to be packed. */
async function build(place: BagPlace, building: Building): Promise<void> {
  const { sql, keyring, blobs, clock, newId } = place
  const { id, versions } = building
  const note = noting(place, building)
  const person = await findOwner(sql, building.person)
  const log = await openBagLog(place)
  const read = await readDocuments({ ...place, log }, building, person.nip, note)
  const key = await openBagKey(keyring, { id, versions })
  if (!key) throw new Error('a key of the bag has gone')
  const [object, store, madeAt] = [newId(), blobs.first, clock()]
  await addLooseObjects(sql, [{ object, store: store.name }], madeAt)
  const leftOut = await listLeftOut(sql, building.person)
  const entries = bagEntries({ person, madeAt, log, leftOut }, read)
  const tags = entries.length - read.length
  const packed = async (count: number) => {
    await note(read.length + count)
    await keepLooseObject(sql, object, clock())
  }
  const noted = entries.map((entry, at) =>
    at < tags ? entry : followed(entry, () => packed(at - tags + 1)),
  )
  const counted = { bytes: 0 }
  const source = countedBy(zipOf(noted, madeAt), counted)
  await blobs.sealTo(store, { key, context: bagContext(id), object }, source)
  await keepReady(sql, building, { store: store.name, object, ...counted }, clock())
}

/** Throws where the export is not in these hands any more, so that nobody works for nothing. */
function noting({ sql, clock }: BagPlace, building: Building) {
  return async (steps: number) => {
    if (!(await noteStep(sql, building, steps, clock())))
      throw new Error('the bag is in other hands')
  }
}

function followed(entry: ZipEntry, done: () => Promise<void>): ZipEntry {
  const content = async function* () {
    yield* entry.content()
    await done()
  }
  return { ...entry, content }
}

async function* countedBy(
  source: AsyncIterable<Uint8Array>,
  counted: { bytes: number },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    counted.bytes += chunk.length
    yield chunk
  }
}
