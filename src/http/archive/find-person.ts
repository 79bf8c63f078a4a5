import type { Context } from 'hono'
import { scopeOf } from '#domain/access/scope.ts'
import { parseSearch } from '#domain/desk/search.ts'
import { walkQuery } from '#views/agency/walk-query.ts'
import type { Deps, ForHat } from '../../deps.ts'
import { listEmployees } from '../../store/desk/employees.ts'
import { inScope } from '../../store/scope.ts'
import { findPage } from '../agency/find-page.ts'
import { searchWalkOf } from '../agency/walk.ts'

/** Who fits what was typed, page by page, within the scope of the hat. */
export async function findPeopleAsked(deps: Deps, c: Context<ForHat>, place: string) {
  const walk = searchWalkOf(c)
  const { text } = walk
  const { kind } = parseSearch(text)
  if (kind === 'nothing') return { text, answer: 'nothingAsked' as const }
  if (kind === 'tooShort') return { text, answer: 'tooShort' as const }
  const answer = await inScope(deps.sql, scopeOf(c.var.hat), deps.clock(), async (tx) => {
    const { ids, next } = await findPage(tx, walk)
    const people = await listEmployees(tx, ids)
    return { people, more: next && `${place}${walkQuery(next)}` }
  })
  return { text, answer }
}
