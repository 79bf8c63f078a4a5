import type { Context } from 'hono'
import type { AgencyId } from '#domain/agency.ts'
import { dayOf } from '#domain/boards/day.ts'
import { firstDay } from '#domain/boards/period.ts'
import { pageAfter, rankAgencies } from '#domain/boards/ranking.ts'
import { seriesOf } from '#domain/boards/series.ts'
import { standingOf } from '#domain/boards/standing.ts'
import { agencyBoardPage } from '#views/boards/agency-board-page.tsx'
import { nationBoardPage } from '#views/boards/nation-board-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat } from '../../deps.ts'
import { findAgencyBoard } from '../../store/boards/agency-board.ts'
import { readNationBoard } from '../../store/boards/nation-board.ts'
import { respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { idIn, orderOf, periodOf } from './asked.ts'

const AGENCIES = 50

/** GET /nasional/papan */
export function getNationBoard(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const [period, order, now] = [periodOf(c), orderOf(c), deps.clock()]
    const today = dayOf(now, c.var.current.person.agency.zone)
    const asked = { period, since: firstDay(period, today) }
    const { agencies, counted, rolledUpAt } = await readNationBoard(deps.sql, asked, now)
    const after = idIn(c.req.query('setelah'))
    const { shown, next } = pageAfter(rankAgencies(agencies, order), after, AGENCIES)
    const page = nationBoardPage({
      frame: frameOf(deps, c.var),
      ...{ period, order, next },
      countedAt: rolledUpAt,
      standing: standingOf(agencies),
      series: seriesOf(period, today, counted),
      agencies: shown,
      isFirst: after === undefined,
    })
    return respond(c, page)
  }
}

/** GET /nasional/papan/:id: an agency as a whole, without its units and the people in them. */
export function getAgencyOfNation(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const agency = idIn(c.req.param('id')) as AgencyId | undefined
    if (!agency) return c.notFound()
    const [period, now] = [periodOf(c), deps.clock()]
    const key = { agency, unit: undefined, period }
    const board = await findAgencyBoard(deps.sql, { reach: 'nation' }, key, now)
    if (!board) return c.notFound()
    const { counted, today, standing: units, agency: named, ...shown } = board
    const series = seriesOf(period, today, counted)
    const page = { ...shown, name: named.name, units, series, period, now } as const
    const pathOf = (one: typeof period) => paths.agencyOfNation(agency, one)
    const frame = frameOf(deps, c.var)
    return respond(c, agencyBoardPage({ ...page, frame, showUnits: 'none', pathOf }))
  }
}
