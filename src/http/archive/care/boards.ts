import type { Context } from 'hono'
import { scopeOf } from '#domain/access/scope.ts'
import { careBoardPage } from '#views/archive/care/care-board-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import { readCareBoard } from '../../../store/archive/care-board.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'

/** GET /nasional/kesehatan-arsip: numbers of copies alone, of all agencies. */
export function getNationCare(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const board = await readCareBoard(deps.sql, { reach: 'nation' }, deps.clock())
    const allPath = c.req.query('instansi') === 'semua' ? undefined : paths.allCareOfNation
    return respond(c, careBoardPage({ ...(await shownWith(deps, c)), ...board, allPath }))
  }
}

/** GET /instansi/penyusutan/kesehatan: of the agency as a whole. */
export function getAgencyCare(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const reach = scopeOf(c.var.hat)
    if (reach.reach !== 'agency') return c.notFound()
    const { agencies: _, ...board } = await readCareBoard(deps.sql, reach, deps.clock())
    return respond(c, careBoardPage({ ...(await shownWith(deps, c)), ...board }))
  }
}

async function shownWith(deps: Deps, c: Context<ForHat>) {
  return { frame: frameOf(deps, c.var), away: await deps.blobs.listAway() }
}
