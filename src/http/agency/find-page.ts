import { parseSearch, type Search } from '#domain/desk/search.ts'
import { standingOf } from '#domain/desk/standing.ts'
import type { PersonId } from '#domain/person.ts'
import type { ShownEmployee } from '#views/agency/employee-table.tsx'
import type { Walk } from '#views/agency/walk-query.ts'
import type { TransactionSql } from '../../store/database.ts'
import { type ListedEmployee, listEmployees, placeOf } from '../../store/desk/employees.ts'
import { findByNumber, findPeople } from '../../store/desk/find-people.ts'

export type SearchWalk = Extract<Walk, { kind: 'search' }>

/** `beyond`: the first of the page that follows, whose walk is `next`. */
export type FoundPage = {
  ids: readonly PersonId[]
  beyond: PersonId | undefined
  next: SearchWalk | undefined
}

const ON_A_PAGE = 20

/** One page of a search, and whether another follows; nobody counts them all. */
export async function findPage(tx: TransactionSql, walk: SearchWalk): Promise<FoundPage> {
  const after = walk.trail.at(-1) as PersonId | undefined
  const found = await findAll(tx, parseSearch(walk.text), {
    after,
    atMost: ON_A_PAGE + 1,
  })
  const ids = found.slice(0, ON_A_PAGE)
  const beyond = found[ON_A_PAGE]
  const last = ids.at(-1)
  return {
    ids,
    beyond,
    next: beyond && last && { ...walk, trail: [...walk.trail, last] },
  }
}

/** Who follows somebody in the order of names; the first ones without. */
export async function findAll(
  tx: TransactionSql,
  search: Search,
  { after, atMost }: { after: PersonId | undefined; atMost: number },
): Promise<PersonId[]> {
  const page = { after: await placeOf(tx, after), atMost }
  switch (search.kind) {
    case 'number':
      return findByNumber(tx, search.prefix, page)
    case 'name':
      return findPeople(tx, search.words, page)
    case 'nothing':
    case 'tooShort':
      return []
  }
}

export async function listShown(
  tx: TransactionSql,
  ids: readonly PersonId[],
  now: Date,
): Promise<ShownEmployee[]> {
  return (await listEmployees(tx, ids)).map((employee) => shownEmployee(employee, now))
}

function shownEmployee(
  { id, name, nip, unitName, account, mailbox }: ListedEmployee,
  now: Date,
): ShownEmployee {
  return { id, name, nip, unitName, standing: standingOf(account, now), mailbox }
}
