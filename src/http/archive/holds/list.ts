import type { Context } from 'hono'
import { type Hold, parseHoldId } from '#domain/archive/hold.ts'
import { isDueForReview } from '#domain/archive/review-hold.ts'
import { dayOf } from '#domain/zone-day.ts'
import { holdsPage } from '#views/archive/holds/list-page.tsx'
import { HOLD_LISTS, type HoldListName } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import { HOLDS_ON_A_PAGE, type HoldList, listHolds } from '../../../store/archive/holds.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'

export const LISTS: Record<HoldListName, HoldList> = {
  berlaku: 'on',
  tinjau: 'due',
  pencabutan: 'toLift',
  dicabut: 'lifted',
}

/** GET /instansi/penahanan */
export function getHolds(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const now = deps.clock()
    const list = HOLD_LISTS.find((name) => name === c.req.query('daftar')) ?? 'berlaku'
    const after = parseHoldId(c.req.query('setelah') ?? '')
    const viewer = c.var.current.person.id
    const asked = { list: LISTS[list], after, viewer }
    const found = await listHolds(deps.sql, c.var.hat, asked, now)
    const holds = found.slice(0, HOLDS_ON_A_PAGE)
    const last = found.length > HOLDS_ON_A_PAGE ? holds.at(-1) : undefined
    const page = holdsPage({
      frame: frameOf(deps, c.var),
      list,
      holds: holds.map((hold) => withDue(hold, now)),
      names: await typeNames(deps),
      more: last && paths.holdsIn(list, last.id),
      isFirst: after === undefined,
    })
    return respond(c, page)
  }
}

export function withDue<Shown extends Hold>(hold: Shown, now: Date) {
  return { ...hold, isDue: isDueForReview(hold, dayOf(now, 'WIB')) }
}
