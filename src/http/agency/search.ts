import type { Context } from 'hono'
import { scopeOf } from '#domain/access/scope.ts'
import { parseSearch } from '#domain/desk/search.ts'
import { searchPage } from '#views/agency/search-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat } from '../../deps.ts'
import { inScope } from '../../store/scope.ts'
import { leaveFor, respond } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { countWaiting } from './approvals.ts'
import { findPage, listShown, type SearchWalk } from './find-page.ts'
import { searchWalkOf } from './walk.ts'

/** GET /instansi: a whole NIP leads straight to the person, all else to who fits. */
export function getDesk(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const walk = searchWalkOf(c)
    const frame = frameOf(deps, c.var)
    const work = { hat: c.var.hat, waiting: await countWaiting(deps, c) }
    const search = parseSearch(walk.text)
    if (search.kind === 'nothing' || search.kind === 'tooShort') {
      const answer = search.kind === 'nothing' ? 'nothingAsked' : 'tooShort'
      return respond(c, searchPage({ frame, text: walk.text, answer, work }))
    }
    const { page, employees } = await find(deps, c, walk)
    const [only] = page.ids
    const isWhole = search.kind === 'number' && search.prefix.length === NIP_DIGITS
    if (isWhole && only && page.ids.length === 1) return leaveFor(c, paths.employee(only))
    const answer = { walk, employees, next: page.next }
    return respond(c, searchPage({ frame, text: walk.text, answer, work }))
  }
}

const NIP_DIGITS = 18

function find({ sql, clock }: Deps, c: Context<ForHat>, walk: SearchWalk) {
  const now = clock()
  return inScope(sql, scopeOf(c.var.hat), now, async (tx) => {
    const page = await findPage(tx, walk)
    return { page, employees: await listShown(tx, page.ids, now) }
  })
}
