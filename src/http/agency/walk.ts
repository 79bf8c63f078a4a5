import type { Context } from 'hono'
import type { PastedEntry } from '#domain/desk/pasted-list.ts'
import { type PersonId, parsePersonId } from '#domain/person.ts'
import type { Neighbours } from '#views/agency/employee-page.tsx'
import { type Walk, walkQuery } from '#views/agency/walk-query.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat } from '../../deps.ts'
import type { TransactionSql } from '../../store/database.ts'
import { employeesByNumber } from '../../store/desk/employees.ts'
import { type DeskList, type DeskListId, findDeskList } from '../../store/desk/lists.ts'
import { findPage, type SearchWalk } from './find-page.ts'

const LONGEST_TEXT = 100
/** Pages that Sebelumnya leads back through. */
const LONGEST_TRAIL = 30

/** The list that an address says one comes from. */
export function walkOf(c: Context<ForHat>): Walk {
  const list = parsePersonId(c.req.query('daftar') ?? '')
  if (list) return { kind: 'list', list }
  return c.req.query('cari') === undefined ? { kind: 'none' } : searchWalkOf(c)
}

export function searchWalkOf(c: Context<ForHat>): SearchWalk {
  const text = (c.req.query('cari') ?? '').slice(0, LONGEST_TEXT)
  const trail = (c.req.query('setelah') ?? '').split('.').filter((id) => parsePersonId(id))
  return { kind: 'search', text, trail: trail.slice(-LONGEST_TRAIL) }
}

/** A list of the person who asks, under the hat they wear. */
export function ownList(deps: Deps, c: Context<ForHat>, id: string): Promise<DeskList | undefined> {
  const key = {
    id: id as DeskListId,
    owner: c.var.current.person.id,
    hat: c.var.hat.id,
  }
  return findDeskList(deps.sql, key, deps.clock())
}

const NOWHERE: Neighbours = { previous: undefined, next: undefined, back: undefined }

/** Who stands before and after somebody there. */
export async function neighboursOf(
  tx: TransactionSql,
  walk: Walk,
  { id, list }: { id: PersonId; list: DeskList | undefined },
): Promise<Neighbours> {
  if (walk.kind === 'search') return inSearch(tx, walk, id)
  if (walk.kind === 'none' || !list) return NOWHERE
  const ids = await peopleOf(tx, list.entries)
  return { ...beside(ids, id, walk), back: paths.deskList(list.id) }
}

/** In the order pasted, each once. */
export async function peopleOf(
  tx: TransactionSql,
  entries: readonly PastedEntry[],
): Promise<PersonId[]> {
  const numbers = entries.flatMap((entry) => ('number' in entry ? entry.number : []))
  const found = await employeesByNumber(tx, numbers)
  return [...new Set(numbers.flatMap((number) => found.get(number) ?? []))]
}

async function inSearch(tx: TransactionSql, walk: SearchWalk, id: PersonId): Promise<Neighbours> {
  const { ids, beyond, next } = await findPage(tx, walk)
  const near = beside(ids, id, walk)
  const isLast = ids.at(-1) === id
  return {
    previous: near.previous,
    next: isLast && beyond && next ? paths.employee(beyond, walkQuery(next)) : near.next,
    back: paths.deskSearch(walkQuery(walk)),
  }
}

function beside(ids: readonly PersonId[], id: PersonId, walk: Walk) {
  const at = ids.indexOf(id)
  const link = (one: PersonId | undefined) => one && paths.employee(one, walkQuery(walk))
  return at === -1
    ? { previous: undefined, next: undefined }
    : { previous: link(ids[at - 1]), next: link(ids[at + 1]) }
}
