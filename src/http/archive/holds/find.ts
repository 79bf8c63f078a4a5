import type { Context } from 'hono'
import { scopeOf } from '#domain/access/scope.ts'
import { parseSearch } from '#domain/desk/search.ts'
import { parseNip } from '#domain/nip.ts'
import { walkQuery } from '#views/agency/walk-query.ts'
import { findForHoldPage } from '#views/archive/holds/find-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForHat } from '../../../deps.ts'
import { findReached } from '../../../store/archive/reached.ts'
import { listEmployees } from '../../../store/desk/employees.ts'
import { inScope } from '../../../store/scope.ts'
import { findPage, type SearchWalk } from '../../agency/find-page.ts'
import { searchWalkOf } from '../../agency/walk.ts'
import { leaveFor, respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'

/** GET /instansi/penahanan/baru: whose records; a whole NIP leads on. */
export function getNewHold(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const walk = searchWalkOf(c)
    const frame = frameOf(deps, c.var)
    const search = parseSearch(walk.text)
    if (search.kind === 'nothing' || search.kind === 'tooShort') {
      const answer = search.kind === 'nothing' ? 'nothingAsked' : 'tooShort'
      return respond(c, findForHoldPage({ frame, text: walk.text, answer }))
    }
    const nip = parseNip(walk.text)
    const only = nip.ok
      ? await findReached(deps.sql, c.var.hat, { nip: nip.value }, deps.clock())
      : undefined
    if (only) return leaveFor(c, paths.newHoldOn(only.id))
    return respond(
      c,
      findForHoldPage({ frame, text: walk.text, answer: await find(deps, c, walk) }),
    )
  }
}

function find({ sql, clock }: Deps, c: Context<ForHat>, walk: SearchWalk) {
  return inScope(sql, scopeOf(c.var.hat), clock(), async (tx) => {
    const { ids, next } = await findPage(tx, walk)
    const people = await listEmployees(tx, ids)
    return { people, more: next && paths.newHoldSearch(walkQuery(next)) }
  })
}
