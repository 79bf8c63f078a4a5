import type { Context } from 'hono'
import { historySince } from '#domain/audit/history.ts'
import { historyPage } from '#views/account/history-page.tsx'
import { recordPage } from '#views/account/record-page.tsx'
import type { Deps, ForPerson } from '../../deps.ts'
import { listHistory, listTouches } from '../../store/history.ts'
import { respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'

const LINES = 25

/** GET /akun/riwayat */
export function getHistory(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const since = historySince(deps.clock())
    const span = spanOf(c)
    const { shown: events, older } = paged(await listHistory(deps.sql, { ...span, since }))
    const isNewest = span.before === undefined
    return respond(c, historyPage({ frame: frameOf(deps, c.var), events, older, isNewest }))
  }
}

/** GET /akun/catatan: who else did something here, for as long as the record is kept. */
export function getRecord(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const span = spanOf(c)
    const { shown: touches, older } = paged(await listTouches(deps.sql, span))
    const isNewest = span.before === undefined
    return respond(c, recordPage({ frame: frameOf(deps, c.var), touches, older, isNewest }))
  }
}

/** One line more than is shown, to know whether older ones follow. */
function spanOf(c: Context<ForPerson>) {
  const typed = c.req.query('sebelum') ?? ''
  const before = /^\d{1,15}$/.test(typed) ? Number(typed) : undefined
  return { person: c.var.current.person.id, before, limit: LINES + 1 }
}

function paged<Line extends { id: number }>(lines: readonly Line[]) {
  const shown = lines.slice(0, LINES)
  return { shown, older: lines.length > LINES ? shown.at(-1)?.id : undefined }
}
