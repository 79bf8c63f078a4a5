import type { Context } from 'hono'
import { type Scope, scopeOf } from '#domain/access/scope.ts'
import { isHeld } from '#domain/account/hold.ts'
import { parseSearch } from '#domain/desk/search.ts'
import { standingOf } from '#domain/desk/standing.ts'
import type { PersonId } from '#domain/person.ts'
import { civilDateText, dayOf } from '#domain/zone-day.ts'
import { csvHead, csvRow } from '#views/agency/export-csv.ts'
import { exportPage } from '#views/agency/export-page.tsx'
import type { ExportOf, ExportProblem } from '#views/agency/export-words.ts'
import { type Walk, walkQuery } from '#views/agency/walk-query.ts'
import type { Deps, ForActing, ForHat } from '../../deps.ts'
import type { TransactionSql } from '../../store/database.ts'
import { listEmployees, placeOf } from '../../store/desk/employees.ts'
import { addDeskExport, type DeskExportId, endDeskExport } from '../../store/desk/exports.ts'
import { findPeople } from '../../store/desk/find-people.ts'
import { inScope } from '../../store/scope.ts'
import { isInOffice } from '../../store/worn-hat.ts'
import { asHat } from '../office.ts'
import { refuseForm, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { originOf } from '../visit.ts'
import { spendDeskLimit } from './desk-limit.ts'
import { findAll } from './find-page.ts'
import { noEmployee } from './view.ts'
import { ownList, peopleOf, walkOf } from './walk.ts'

/** Rows read at a time: all that a download holds in memory. */
const ROWS = 1000

/** GET /instansi/unduhan */
export function getExport(deps: Deps) {
  return (c: Context<ForHat>) => respond(c, page(deps, c, undefined))
}

export function exportAgain(deps: Deps) {
  return (c: Context<ForActing>, problem: ExportProblem) => refuse(deps, asHat(c), problem)
}

/** POST /instansi/unduhan: recorded before the first row leaves, within a daily limit. */
export function postExport(deps: Deps) {
  return async (acting: Context<ForActing>) => {
    const c = asHat(acting)
    const { hold } = c.var.current
    if (isHeld(hold, deps.clock())) return refuse(deps, c, { kind: 'held', hold })
    const source = await sourceOf(deps, c)
    if (!source) return noEmployee(deps, c)
    const wait = await spendDeskLimit(deps, c, 'exports')
    if (wait) return refuse(deps, c, wait)
    const id = deps.vault.newId() as DeskExportId
    const at = deps.clock()
    const { current, hat, visit } = c.var
    const by = { person: current.person.id, hat: hat.id, ...originOf(visit) }
    await addDeskExport(deps.sql, { id, at, what: ofWhat(walkOf(c)), ...by })
    return c.body(stream(deps, c, { id, source }), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="pegawai-${civilDateText(dayOf(at, current.person.agency.zone))}.csv"`,
    })
  }
}

/** Whose ids follow somebody's; nothing once all were given. */
type Source = (tx: TransactionSql, after: PersonId | undefined) => Promise<readonly PersonId[]>

async function sourceOf(deps: Deps, c: Context<ForHat>): Promise<Source | undefined> {
  const walk = walkOf(c)
  switch (walk.kind) {
    case 'none':
      return async (tx, after) =>
        findPeople(tx, [], { after: await placeOf(tx, after), atMost: ROWS })
    case 'search':
      return (tx, after) => findAll(tx, parseSearch(walk.text), { after, atMost: ROWS })
    case 'list': {
      const list = await ownList(deps, c, walk.list)
      return list && (async (tx, after) => (after ? [] : peopleOf(tx, list.entries)))
    }
  }
}

/** Reads on only as fast as the browser takes it, and holds no connection meanwhile. */
function stream(
  { sql, clock }: Deps,
  c: Context<ForHat>,
  { id, source }: { id: DeskExportId; source: Source },
): ReadableStream<Uint8Array> {
  const scope = scopeOf(c.var.hat)
  const { person } = c.var.current
  const by = { person: person.id, hat: c.var.hat.id }
  const { zone } = person.agency
  const encoder = new TextEncoder()
  let after: PersonId | undefined
  let sent = 0
  return new ReadableStream<Uint8Array>({
    start: (sink) => sink.enqueue(encoder.encode(csvHead())),
    pull: async (sink) => {
      const now = clock()
      if (!(await isInOffice(sql, by, now))) return sink.error(new Error('the role is over'))
      const { ids, employees } = await readOn(sql, scope, now, (tx) => source(tx, after))
      const rows = employees.map((one) => ({ ...one, standing: standingOf(one.account, now) }))
      sink.enqueue(encoder.encode(rows.map((row) => csvRow(row, zone)).join('')))
      after = ids.at(-1) ?? after
      sent += rows.length
      if (ids.length > 0) return
      await endDeskExport(sql, id, sent)
      sink.close()
    },
  })
}

function readOn(
  sql: Deps['sql'],
  scope: Scope,
  now: Date,
  next: (tx: TransactionSql) => Promise<readonly PersonId[]>,
) {
  return inScope(sql, scope, now, async (tx) => {
    const ids = await next(tx)
    return { ids, employees: await listEmployees(tx, ids) }
  })
}

function ofWhat({ kind }: Walk): ExportOf {
  return kind === 'none' ? 'agency' : kind
}

function refuse(deps: Deps, c: Context<ForHat>, problem: ExportProblem) {
  return refuseForm(c, page(deps, c, problem), problem, deps.clock())
}

function page(deps: Deps, c: Context<ForHat>, problem: ExportProblem | undefined) {
  const walk = walkOf(c)
  return exportPage({
    frame: frameOf(deps, c.var),
    of: ofWhat(walk),
    text: walk.kind === 'search' ? walk.text : '',
    query: walkQuery(walk),
    problem,
  })
}
