import type { Context } from 'hono'
import type { RecordType } from '#domain/archive/record-type.ts'
import { rowRemovalPage } from '#views/archive/row-removal-page.tsx'
import type { RowRemovalProblem } from '#views/archive/row-removal-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForPerson } from '../../deps.ts'
import { findTypeFor } from '../../store/archive/record-types.ts'
import { findHistoryRow, removeHistoryRow } from '../../store/archive/remove-row.ts'
import { leaveFor, refuseForm, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import type { Sending, Whom } from './upload-side.ts'

/** GET /arsip/riwayat/:type/penghapusan, and of an officer under the person. */
export function getRowRemoval(sending: Sending) {
  return (deps: Deps) => async (c: Context<ForPerson>) => {
    const place = await placeOf(deps, c, sending)
    return place instanceof Response ? place : respond(c, page(deps, c, place))
  }
}

/** POST of the same address: the place is asked for no more. */
export function postRowRemoval(sending: Sending) {
  return (deps: Deps) => async (c: Context<ForPerson>) => {
    const place = await placeOf(deps, c, sending)
    if (place instanceof Response) return place
    const { person, side, type, row } = place
    const asked = { person, type: type.code, key: row.key, by: sending.by(deps, c) }
    const removed = await removeHistoryRow(deps.sql, asked, deps.clock())
    if (removed.ok) return leaveFor(c, `${side.list}?hasil=baris-dihapus`)
    const { problem } = removed
    if (problem.kind === 'noSuchRow') return leaveFor(c, side.back.path)
    if (problem.kind === 'noLonger') return leaveFor(c, paths.hatsFor(c.req.path))
    return refuse(deps, c, place, problem as RowRemovalProblem)
  }
}

export function rowRemovalAgain(sending: Sending) {
  return (deps: Deps) => async (c: Context<ForPerson>, problem: RowRemovalProblem) => {
    const place = await placeOf(deps, c, sending)
    return place instanceof Response ? place : refuse(deps, c, place, problem)
  }
}

type Place = Whom & { type: RecordType; row: { key: string; label: string } }

/** A row that is not there, or no more, leads to those that are. */
async function placeOf(
  deps: Deps,
  c: Context<ForPerson>,
  { whom, sender }: Sending,
): Promise<Place | Response> {
  const found = await whom(deps, c)
  if (found instanceof Response) return found
  const type = await findTypeFor(deps.sql, c.req.param('type') ?? '', sender(c).sentAs)
  const key = c.req.query('baris') ?? ''
  const row =
    type && (await findHistoryRow(deps.sql, { person: found.person, type: type.code, key }))
  if (!type || !row) return leaveFor(c, found.side.back.path)
  return { ...found, type, row: { key, label: row.label } }
}

function refuse(deps: Deps, c: Context<ForPerson>, place: Place, problem: RowRemovalProblem) {
  return refuseForm(c, page(deps, c, place, problem), problem, deps.clock())
}

function page(
  deps: Deps,
  c: Context<ForPerson>,
  { side, type, row }: Place,
  problem?: RowRemovalProblem,
) {
  return rowRemovalPage({ frame: frameOf(deps, c.var), side, type, row, problem })
}
