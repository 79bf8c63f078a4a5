import type { Context } from 'hono'
import type { FoundSlot } from '#domain/archive/completeness.ts'
import type { HistoryRow } from '#domain/archive/history.ts'
import { type NewRow, type NewRowProblem, readNewRow } from '#domain/archive/new-row.ts'
import { hasHistory, type RecordType } from '#domain/archive/record-type.ts'
import { slotText } from '#domain/archive/slot.ts'
import type { UploadForm } from '#domain/archive/upload.ts'
import { dayOf } from '#domain/zone-day.ts'
import { newRowPage } from '#views/archive/new-row-page.tsx'
import { DATE_FIELD, NAMED_FIELD, PART_FIELD } from '#views/archive/new-row-words.ts'
import type { Deps, ForPerson } from '../../deps.ts'
import { findTypeFor } from '../../store/archive/record-types.ts'
import { findSlot } from '../../store/archive/slots.ts'
import { refuse, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import type { Sending, Whom } from './upload-side.ts'

/** `newRow`: an event that is added with this first document for it; `query`: what names it. */
export type Place = Whom & {
  slot: FoundSlot
  form: UploadForm
  newRow: NewRow | undefined
  query: string
}

/** What the address names; of a history also something new, which is asked for where it is missing. */
export async function placeOf(
  deps: Deps,
  c: Context<ForPerson>,
  { whom, isOffice, sender }: Sending,
): Promise<Place | Response> {
  const found = await whom(deps, c)
  if (found instanceof Response) return found
  const type = await findTypeFor(deps.sql, c.req.param('type') ?? '', sender(c).sentAs)
  if (!type) return c.notFound()
  const form = c.req.query('cara') === 'foto' ? 'photos' : 'document'
  const named = { type: type.code, slot: c.req.query('tempat') ?? '' }
  const slot = await findSlot(deps.sql, found.person, named)
  if (slot) return { ...found, slot, form, newRow: undefined, query: '' }
  if (!hasHistory(type) || named.slot) return c.notFound()
  return newPlace(deps, c, { whom: found, type, form, isOffice })
}

type Asked = { whom: Whom; type: RecordType; form: UploadForm; isOffice: boolean }

async function newPlace(
  deps: Deps,
  c: Context<ForPerson>,
  { whom, type, form, isOffice }: Asked,
): Promise<Place | Response> {
  const typed = {
    named: c.req.query(NAMED_FIELD) ?? '',
    date: c.req.query(DATE_FIELD) ?? '',
    part: c.req.query(PART_FIELD) ?? type.parts[0]?.code ?? '',
  }
  const ask = (problem?: NewRowProblem) => askForRow(deps, c, { whom, type, typed, problem })
  if (c.req.query(NAMED_FIELD) === undefined && c.req.method === 'GET') return ask()
  const read = readNewRow(type, typed, dayOf(deps.clock(), c.var.current.person.agency.zone))
  if (!read.ok) return ask(read.problem)
  const row: HistoryRow = {
    ...read.value,
    type: type.code,
    source: isOffice ? 'officer' : 'person',
  }
  const part = type.parts.length > 0 ? typed.part : undefined
  const place = { type: type.code, slot: slotText(row.key, part) }
  const slot = await findSlot(deps.sql, whom.person, place, row)
  if (!slot) return c.notFound()
  return { ...whom, slot, form, newRow: read.value, query: queryOf(typed, part) }
}

function queryOf({ named, date }: Asking['typed'], part: string | undefined): string {
  const said = new URLSearchParams({ [NAMED_FIELD]: named, [DATE_FIELD]: date })
  if (part !== undefined) said.set(PART_FIELD, part)
  return `?${said}`
}

type Asking = {
  whom: Whom
  type: RecordType
  typed: { named: string; date: string; part: string }
  problem: NewRowProblem | undefined
}

function askForRow(deps: Deps, c: Context<ForPerson>, { whom, ...shown }: Asking) {
  const page = newRowPage({ frame: frameOf(deps, c.var), side: whom.side, ...shown })
  return shown.problem ? refuse(c, page, shown.problem) : respond(c, page)
}
