import type { Context } from 'hono'
import { asksNothing } from '#domain/archive/find-records.ts'
import type { RecordType } from '#domain/archive/record-type.ts'
import { dayEnd } from '#domain/zone-day.ts'
import { recordCalled } from '#views/archive/record-called.ts'
import { ownSearchPage } from '#views/archive/search/own-search-page.tsx'
import type { Deps, ForPerson } from '../../../deps.ts'
import { findOwnVersions, type ListedVersion } from '../../../store/archive/find-versions.ts'
import { listRecordTypes } from '../../../store/archive/record-types.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { cutPage, searchPageOf, searchWalkOf } from './walk.ts'

/** GET /arsip/cari: over the data of one's own records. */
export function getOwnSearch(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const types = await listRecordTypes(deps.sql)
    const walk = searchWalkOf(c, types)
    const around = { frame: frameOf(deps, c.var), walk, types }
    if (asksNothing(walk.asked) && !walk.on)
      return respond(c, ownSearchPage({ ...around, found: 'nothingAsked', next: undefined }))
    const { id, agency } = c.var.current.person
    const at = walk.on && dayEnd(walk.on, agency.zone)
    const rows = await findOwnVersions(deps.sql, id, { ...walk.asked, at }, searchPageOf(walk))
    const { shown, next } = cutPage(walk, rows)
    const found = shown.map((one) => ({ ...one, called: versionCalled(one, types) }))
    return respond(c, ownSearchPage({ ...around, found, next }))
  }
}

export function versionCalled(
  { type, slot, rowLabel }: ListedVersion,
  types: readonly RecordType[],
): string {
  return recordCalled({ type: types.find(({ code }) => code === type), slot, rowLabel })
}
