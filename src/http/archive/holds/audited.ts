import type { Context } from 'hono'
import { parseHoldId } from '#domain/archive/hold.ts'
import { parseCivilDate } from '#domain/zone-day.ts'
import { auditedHoldPage } from '#views/archive/holds/audited-hold-page.tsx'
import { auditedHoldsPage } from '#views/archive/holds/audited-holds-page.tsx'
import { HOLD_LISTS } from '#views/path-names.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import { findAuditedHold, listAuditedHolds } from '../../../store/archive/audited-holds.ts'
import { askedList } from '../../audit/asked-list.ts'
import { auditorOf } from '../../audit/auditor.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'
import { LISTS, withDue } from './list.ts'

/** GET /nasional/penahanan: holds of all agencies, or what was asked of them. */
export function getAuditedHolds(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const now = deps.clock()
    const listed = await askedList(deps, c, { stateOf, list: listAuditedHolds })
    const lines = listed.lines.map((hold) => withDue(hold, now))
    const page = auditedHoldsPage({
      frame: frameOf(deps, c.var),
      listed: { ...listed, lines },
      names: await typeNames(deps),
    })
    return respond(c, page)
  }
}

function stateOf(name: string) {
  const list = HOLD_LISTS.find((one) => one === name)
  return list && LISTS[list]
}

/** GET /nasional/penahanan/:id */
export function getAuditedHold(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const id = parseHoldId(c.req.param('id') ?? '')
    const found = id && (await findAuditedHold(deps.sql, auditorOf(c, deps), id))
    if (!found) return c.notFound()
    const events = found.events.map((event) => ({ ...event, reviewOn: reviewIn(event.body) }))
    const page = auditedHoldPage({
      frame: frameOf(deps, c.var),
      hold: { ...withDue(found, deps.clock()), events },
      names: await typeNames(deps),
    })
    return respond(c, page)
  }
}

/** The date that stood there from then on. */
function reviewIn({ review }: Readonly<Record<string, unknown>>) {
  return typeof review === 'string' ? parseCivilDate(review) : undefined
}
