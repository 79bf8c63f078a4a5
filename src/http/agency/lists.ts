import type { Context } from 'hono'
import { scopeOf } from '#domain/access/scope.ts'
import { type PastedEntry, parsePastedList } from '#domain/desk/pasted-list.ts'
import { parsePersonId } from '#domain/person.ts'
import type { ShownEmployee } from '#views/agency/employee-table.tsx'
import { limitPage } from '#views/agency/export-page.tsx'
import { listPage, newListPage, type ShownEntry } from '#views/agency/list-page.tsx'
import { LIST_FIELD, type ListProblem } from '#views/agency/list-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat } from '../../deps.ts'
import { employeesByNumber } from '../../store/desk/employees.ts'
import { addDeskList, type DeskList, type DeskListId } from '../../store/desk/lists.ts'
import { inScope } from '../../store/scope.ts'
import { field, readForm } from '../form.ts'
import { leaveFor, refuse, refuseForm, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { spendDeskLimit } from './desk-limit.ts'
import { listShown } from './find-page.ts'
import { noEmployee } from './view.ts'
import { ownList } from './walk.ts'

const ON_A_PAGE = 100
const LONGEST_TEXT = 60_000

/** GET /instansi/daftar */
export function getNewList(deps: Deps) {
  return (c: Context<ForHat>) => respond(c, newPage(deps, c, '', undefined))
}

/** POST /instansi/daftar: kept, so that reload and next go on with it. */
export function postNewList(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const text = await readText(c)
    const list = parsePastedList(text)
    const now = deps.clock()
    if (!list.ok) return refuseForm(c, newPage(deps, c, text, list.problem), list.problem, now)
    const wait = await spendDeskLimit(deps, c, 'lists')
    if (wait) {
      const frame = frameOf(deps, c.var)
      const page = limitPage({ frame, limit: 'lists', until: wait.until })
      return refuse(c, page, { kind: 'deskLimit', status: 429 })
    }
    const id = deps.vault.newId() as DeskListId
    const key = { id, owner: c.var.current.person.id, hat: c.var.hat.id }
    await addDeskList(deps.sql, key, list.value, now)
    return leaveFor(c, paths.deskList(id))
  }
}

export function newListAgain(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const problem = { kind: 'stale' } as const
    return refuseForm(c, newPage(deps, c, await readText(c), problem), problem, deps.clock())
  }
}

/** GET /instansi/daftar/:list: as those people stand now. */
export function getList(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const id = parsePersonId(c.req.param('list') ?? '')
    const list = id && (await ownList(deps, c, id))
    if (!list) return noEmployee(deps, c)
    const from = Math.max(Math.trunc(Number(c.req.query('mulai') ?? 0)) || 0, 0)
    const { entries, counts } = await shownEntries(deps, c, list, from)
    return respond(
      c,
      listPage({
        frame: frameOf(deps, c.var),
        list,
        counts,
        entries,
        previous: from > 0 ? Math.max(from - ON_A_PAGE, 0) : undefined,
        next: from + ON_A_PAGE < list.entries.length ? from + ON_A_PAGE : undefined,
      }),
    )
  }
}

function shownEntries(deps: Deps, c: Context<ForHat>, { entries }: DeskList, from: number) {
  const now = deps.clock()
  return inScope(deps.sql, scopeOf(c.var.hat), now, async (tx) => {
    const numbers = entries.flatMap((entry) => ('number' in entry ? entry.number : []))
    const found = await employeesByNumber(tx, numbers)
    const page = entries.slice(from, from + ON_A_PAGE)
    const ids = page.flatMap((entry) => ('number' in entry ? (found.get(entry.number) ?? []) : []))
    const people = new Map((await listShown(tx, ids, now)).map((one) => [one.id, one]))
    const counts = {
      found: found.size,
      missing: numbers.length - found.size,
      rubbish: entries.length - numbers.length,
    }
    const shown = (entry: PastedEntry) =>
      toShown(entry, 'number' in entry ? people.get(found.get(entry.number) ?? '') : undefined)
    return { counts, entries: page.map(shown) }
  })
}

function toShown(entry: PastedEntry, employee: ShownEmployee | undefined): ShownEntry {
  const { line } = entry
  if ('rubbish' in entry) return { line, kind: 'rubbish', text: entry.rubbish }
  const { number } = entry
  return employee ? { line, kind: 'found', number, employee } : { line, kind: 'missing', number }
}

async function readText(c: Context<ForHat>): Promise<string> {
  return (await readForm(c, { [LIST_FIELD]: field(LONGEST_TEXT) }))[LIST_FIELD] ?? ''
}

function newPage(deps: Deps, c: Context<ForHat>, text: string, problem: ListProblem | undefined) {
  return newListPage({ frame: frameOf(deps, c.var), text, problem })
}
