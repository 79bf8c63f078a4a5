import { type KeptCopy, listPeers } from '../store/archive/fixity.ts'
import { beginIncident, keepRepaired } from '../store/archive/repairs.ts'
import { makeCopy } from './make-copy.ts'
import { type CarePlace, storeNamed } from './place.ts'

/** From a whole copy into a new object; where none is left, people are told once. */
export async function repair(place: CarePlace, bad: KeptCopy): Promise<boolean> {
  const to = storeNamed(place, bad.store)
  if (!to) return false
  const made = await makeCopy(place, await listPeers(place.sql, bad), to)
  if (made.kind === 'made') return keepRepaired(place.sql, bad, made.object, place.clock())
  if (made.kind === 'notNow') return false
  const isNew = await beginIncident(place.sql, bad, place.clock())
  if (isNew) place.report(noWholeCopy(), bad.version)
  return false
}

/** What nothing here can mend. */
export function noWholeCopy(): Error {
  return Object.assign(new Error('no copy of a file is whole'), { code: 'NO_WHOLE_COPY' })
}
