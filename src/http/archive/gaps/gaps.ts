import type { Context } from 'hono'
import { scopeOf } from '#domain/access/scope.ts'
import type { AgencyId, UnitId } from '#domain/agency.ts'
import { gapsPage } from '#views/archive/gaps/gaps-page.tsx'
import type { GapsWalk } from '#views/archive/gaps/gaps-query.ts'
import { notFoundPage } from '#views/failure-pages.tsx'
import type { Deps, ForHat } from '../../../deps.ts'
import { findRanks } from '../../../store/archive/archive-counts.ts'
import { findUnit, type ListedUnit, listUnitsBelow } from '../../../store/archive/gap-units.ts'
import { type ListedGaps, listGaps } from '../../../store/archive/gaps.ts'
import { listRecordTypes } from '../../../store/archive/record-types.ts'
import type { TransactionSql } from '../../../store/database.ts'
import { inScope } from '../../../store/scope.ts'
import { refuse, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { shownLacking } from './shown.ts'
import { gapsPlace, gapsWalkOf } from './walk.ts'

const ON_A_PAGE = 25

/** GET /instansi/kekurangan: Laporan Kekurangan Berkas. */
export function getGapsReport(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const { sql, clock } = deps
    const { hat } = c.var
    const { agency } = hat
    if (!agency) return refuse(c, notFoundPage(), { kind: 'noAgency', status: 404 })
    const walk = gapsWalkOf(c)
    const { rows, units, ranks } = await inScope(sql, scopeOf(hat), clock(), (tx) =>
      look(tx, { agency, within: hat.unit, walk }),
    )
    const types = await listRecordTypes(sql)
    const people = rows.slice(0, ON_A_PAGE).map((row) => shownLacking(row, types))
    const next = nextOf(walk, rows)
    return respond(c, gapsPage({ frame: frameOf(deps, c.var), walk, units, people, next, ranks }))
  }
}

type Asked = { agency: AgencyId; within: UnitId | undefined; walk: GapsWalk }

async function look(tx: TransactionSql, { agency, within, walk }: Asked) {
  const unit = walk.unit as UnitId | undefined
  const place = { agency, unit, after: gapsPlace(walk), atMost: ON_A_PAGE + 1 }
  return {
    rows: await listGaps(tx, place),
    units: await unitsToChoose(tx, agency, unit ?? within, within),
    ranks: walk.after ? undefined : await findRanks(tx, { agency, unit }),
  }
}

/** The one that is looked at, those directly below it, and those beside it, to go across. */
async function unitsToChoose(
  tx: TransactionSql,
  agency: AgencyId,
  unit: UnitId | undefined,
  within: UnitId | undefined,
): Promise<ListedUnit[]> {
  const own = unit && (await findUnit(tx, agency, unit))
  const below = await listUnitsBelow(tx, agency, own?.id)
  if (!own) return below
  const beside = own.id === within ? [] : await listUnitsBelow(tx, agency, own.parent)
  return [own, ...below, ...beside.filter(({ id }) => id !== own.id)]
}

function nextOf(walk: GapsWalk, rows: readonly ListedGaps[]): GapsWalk | undefined {
  const last = rows.length > ON_A_PAGE ? rows[ON_A_PAGE - 1] : undefined
  return last && { ...walk, after: `${last.missing + last.returned}.${last.person}` }
}
