import type { Context } from 'hono'
import { parseNip } from '#domain/nip.ts'
import { findPersonPage } from '#views/archive/find-person-page.tsx'
import { HOLDS } from '#views/archive/holds/hold-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import { findReached } from '../../../store/archive/reached.ts'
import { leaveFor, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { findPeopleAsked } from '../find-person.ts'

/** GET /instansi/penahanan/baru: whose records; a whole NIP leads on, also to whoever moved away. */
export function getNewHold(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const found = await findPeopleAsked(deps, c, paths.newHold)
    const nip = parseNip(found.text)
    const by = nip.ok ? { nip: nip.value } : undefined
    const only = by && (await findReached(deps.sql, c.var.hat, by, deps.clock()))
    if (only) return leaveFor(c, paths.newHoldOn(only.id))
    return respond(c, findPersonPage({ frame: frameOf(deps, c.var), area: AREA, ...found }))
  }
}

const AREA = {
  title: HOLDS.place,
  lead: HOLDS.findText,
  place: paths.newHold,
  pathOf: paths.newHoldOn,
  back: { path: paths.holds, label: HOLDS.all },
}
