import type { Context } from 'hono'
import { scopeOf } from '#domain/access/scope.ts'
import { isHeld } from '#domain/account/hold.ts'
import type { AgencyId, UnitId } from '#domain/agency.ts'
import { civilDateText, dayOf } from '#domain/zone-day.ts'
import type { ExportProblem } from '#views/agency/export-words.ts'
import { gapsCsvHead, gapsCsvRow } from '#views/archive/gaps/gaps-csv.ts'
import { gapsFilePage } from '#views/archive/gaps/gaps-file-page.tsx'
import { notFoundPage } from '#views/failure-pages.tsx'
import type { Deps, ForActing, ForHat } from '../../../deps.ts'
import { findUnit } from '../../../store/archive/gap-units.ts'
import { type GapsPlace, listGaps } from '../../../store/archive/gaps.ts'
import { listRecordTypes } from '../../../store/archive/record-types.ts'
import { addDeskExport, type DeskExportId, endDeskExport } from '../../../store/desk/exports.ts'
import { inScope } from '../../../store/scope.ts'
import { isInOffice } from '../../../store/worn-hat.ts'
import { spendDeskLimit } from '../../agency/desk-limit.ts'
import { asHat } from '../../office.ts'
import { refuse, refuseForm, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { originOf } from '../../visit.ts'
import { shownLacking } from './shown.ts'
import { gapsWalkOf } from './walk.ts'

/** Rows read at a time: all that a download holds in memory. */
const ROWS = 500

/** GET /instansi/kekurangan/unduhan */
export function getGapsFile(deps: Deps) {
  return async (c: Context<ForHat>) => respond(c, await page(deps, c, undefined))
}

export function gapsFileAgain(deps: Deps) {
  return (c: Context<ForActing>, problem: ExportProblem) => again(deps, asHat(c), problem)
}

/** POST /instansi/kekurangan/unduhan: recorded before the first row leaves, within a daily limit. */
export function postGapsFile(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const { current, hat, visit } = c.var
    const at = deps.clock()
    if (!hat.agency) return refuse(c, notFoundPage(), { kind: 'noAgency', status: 404 })
    if (isHeld(current.hold, at)) return again(deps, c, { kind: 'held', hold: current.hold })
    const wait = await spendDeskLimit(deps, c, 'exports')
    if (wait) return again(deps, c, wait)
    const id = deps.vault.newId() as DeskExportId
    const by = { person: current.person.id, hat: hat.id, ...originOf(visit) }
    await addDeskExport(deps.sql, { id, at, what: 'gaps', ...by })
    return c.body(stream(deps, c, { id, agency: hat.agency }), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="kekurangan-${civilDateText(dayOf(at, current.person.agency.zone))}.csv"`,
    })
  }
}

/** Reads on only as fast as the browser takes it, and holds no connection meanwhile. */
function stream(
  { sql, clock }: Deps,
  c: Context<ForHat>,
  { id, agency }: { id: DeskExportId; agency: AgencyId },
): ReadableStream<Uint8Array> {
  const { hat, current } = c.var
  const by = { person: current.person.id, hat: hat.id }
  const unit = gapsWalkOf(c).unit as UnitId | undefined
  const encoder = new TextEncoder()
  let after: GapsPlace | undefined
  let sent = 0
  return new ReadableStream<Uint8Array>({
    start: (sink) => sink.enqueue(encoder.encode(gapsCsvHead())),
    pull: async (sink) => {
      const now = clock()
      if (!(await isInOffice(sql, by, now))) return sink.error(new Error('the role is over'))
      const types = await listRecordTypes(sql)
      const rows = await inScope(sql, scopeOf(hat), now, (tx) =>
        listGaps(tx, { agency, unit, after, atMost: ROWS }),
      )
      sink.enqueue(encoder.encode(rows.map((row) => gapsCsvRow(shownLacking(row, types))).join('')))
      const last = rows.at(-1)
      after = last && { lacking: last.missing + last.returned, person: last.person }
      sent += rows.length
      if (rows.length === ROWS) return
      await endDeskExport(sql, id, sent)
      sink.close()
    },
  })
}

async function again(deps: Deps, c: Context<ForHat>, problem: ExportProblem) {
  return refuseForm(c, await page(deps, c, problem), problem, deps.clock())
}

async function page(deps: Deps, c: Context<ForHat>, problem: ExportProblem | undefined) {
  const walk = { ...gapsWalkOf(c), after: undefined }
  const { hat } = c.var
  const unit = walk.unit as UnitId | undefined
  const named =
    hat.agency && unit
      ? await inScope(deps.sql, scopeOf(hat), deps.clock(), (tx) =>
          findUnit(tx, hat.agency as AgencyId, unit),
        )
      : undefined
  return gapsFilePage({ frame: frameOf(deps, c.var), walk, unitName: named?.name, problem })
}
