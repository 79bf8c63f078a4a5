import type { Context } from 'hono'
import { scopeOf } from '#domain/access/scope.ts'
import { asksNothing } from '#domain/archive/find-records.ts'
import { isSecret } from '#domain/archive/record-type.ts'
import { agencySearchPage } from '#views/archive/search/agency-search-page.tsx'
import type { Deps, ForHat, ForPerson } from '../../../deps.ts'
import { findVersionsInCustody } from '../../../store/archive/find-versions.ts'
import { listRecordTypes } from '../../../store/archive/record-types.ts'
import { inScope } from '../../../store/scope.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { versionCalled } from './own-search.ts'
import { cutPage, searchPageOf, searchWalkOf } from './walk.ts'

/** GET /instansi/arsip: over the data of what the agency has in custody; secret types are not offered. */
export function getAgencySearch(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const { sql, clock } = deps
    const { hat } = c.var
    const types = await listRecordTypes(sql)
    const walk = { ...searchWalkOf(c as unknown as Context<ForPerson>, types), on: undefined }
    const offered = types.filter((type) => !isSecret(type))
    const around = { frame: frameOf(deps, c.var), walk, types: offered }
    if (asksNothing(walk.asked))
      return respond(c, agencySearchPage({ ...around, found: 'nothingAsked', next: undefined }))
    const rows = await inScope(sql, scopeOf(hat), clock(), (tx) =>
      findVersionsInCustody(tx, hat, walk.asked, searchPageOf(walk)),
    )
    const { shown, next } = cutPage(walk, rows)
    const found = shown.map((one) => ({ ...one, called: versionCalled(one, types) }))
    return respond(c, agencySearchPage({ ...around, found, next }))
  }
}
