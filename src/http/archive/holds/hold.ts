import type { Context } from 'hono'
import { parseHoldId } from '#domain/archive/hold.ts'
import { parseCivilDate } from '#domain/zone-day.ts'
import { holdPage } from '#views/archive/holds/hold-page.tsx'
import { holdDoneText } from '#views/archive/holds/hold-words.ts'
import type { HoldDone } from '#views/path-names.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import { listCovered } from '../../../store/archive/covered-records.ts'
import { listHoldEvents } from '../../../store/archive/hold-history.ts'
import { findHold, type ShownHold } from '../../../store/archive/holds.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { typeNames } from '../type-names.ts'
import { withDue } from './list.ts'

const DONE: readonly HoldDone[] = ['dipasang', 'ditinjau', 'diajukan', 'dicabut', 'tetap']

/** GET /instansi/penahanan/:id */
export function getHold(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const hold = await holdOf(deps, c)
    if (!hold) return c.notFound()
    const events = await listHoldEvents(deps.sql, hold)
    const covered = await listCovered(deps.sql, c.var.hat, hold)
    const done = DONE.find((one) => one === c.req.query('hasil'))
    const page = holdPage({
      frame: frameOf(deps, c.var),
      hold: withDue(hold, deps.clock()),
      names: await typeNames(deps),
      covered,
      history: events.map((event) => ({ ...event, reviewOn: parseCivilDate(event.review) })),
      isOurs: isOurs(c, hold),
      done:
        done &&
        holdDoneText(
          done,
          covered.some(({ late }) => late),
        ),
    })
    return respond(c, page)
  }
}

/** One that the hat looks after, or that is on somebody it reaches. */
async function holdOf(deps: Deps, c: Context<ForHat>): Promise<ShownHold | undefined> {
  const id = parseHoldId(c.req.param('id') ?? '')
  const viewer = c.var.current.person.id
  return id && findHold(deps.sql, c.var.hat, { id, viewer }, deps.clock())
}

/** What another agency placed is seen here, and changed there. */
function isOurs(c: Context<ForHat>, hold: ShownHold): boolean {
  return hold.agency === c.var.hat.agency
}

/** One that the hat may change. */
export async function ownHoldOf(deps: Deps, c: Context<ForHat>): Promise<ShownHold | undefined> {
  const hold = await holdOf(deps, c)
  return hold && isOurs(c, hold) ? hold : undefined
}
