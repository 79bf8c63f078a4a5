import type { Context } from 'hono'
import { boardReachOf } from '#domain/boards/reach.ts'
import { seriesOf } from '#domain/boards/series.ts'
import { agencyBoardPage } from '#views/boards/agency-board-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat } from '../../deps.ts'
import { findAgencyBoard } from '../../store/boards/agency-board.ts'
import { leaveFor, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { periodOf } from './asked.ts'

/** GET /instansi/papan: of the agency, or of the unit, that the hat reaches. */
export function getAgencyBoard(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const reach = boardReachOf(c.var.hat)
    const [period, now] = [periodOf(c), deps.clock()]
    if (reach.reach === 'nation') return leaveFor(c, paths.nationBoard(period, 'percent'))
    const board = await findAgencyBoard(deps.sql, reach, { ...reach, period }, now)
    if (!board) return c.notFound()
    const { counted, today, standing: units, ...shown } = board
    const name = c.var.hat.unitName ?? board.agency.name
    const showUnits = c.req.query('unit') === 'semua' ? 'all' : 'first'
    const series = seriesOf(period, today, counted)
    const page = { ...shown, name, units, series, period, showUnits, now } as const
    const frame = frameOf(deps, c.var)
    return respond(c, agencyBoardPage({ ...page, frame, pathOf: paths.agencyBoard }))
  }
}
