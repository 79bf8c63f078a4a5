import type { Context } from 'hono'
import { asksNothing } from '#domain/archive/find-records.ts'
import type { RecordType } from '#domain/archive/record-type.ts'
import { dayEnd } from '#domain/zone-day.ts'
import { recordCalled } from '#views/archive/record-called.ts'
import { ownSearchPage } from '#views/archive/search/own-search-page.tsx'
import type { SearchWalk } from '#views/archive/search/search-query.ts'
import type { Deps, ForPerson } from '../../../deps.ts'
import {
  findOwnVersions,
  type ListedVersion,
  listOwnContents,
} from '../../../store/archive/find-versions.ts'
import { listRecordTypes } from '../../../store/archive/record-types.ts'
import { respond } from '../../respond.ts'
import { frameOf } from '../../session/frame.ts'
import { searchContents } from './search-contents.ts'
import { cutPage, goneOn, ownWalkOf, searchPageOf } from './walk.ts'

/** GET /arsip/cari: over the data of one's own records, and what stands in them where that is asked. */
export function getOwnSearch(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const types = await listRecordTypes(deps.sql)
    const walk = ownWalkOf(c, types)
    const around = { frame: frameOf(deps, c.var), walk, types }
    if (asksNothing(walk.asked) && !walk.on)
      return respond(c, ownSearchPage({ ...around, found: 'nothingAsked', next: undefined }))
    const looksInside = walk.contents && walk.asked.words.length > 0
    const { shown, ...rest } = await (looksInside ? findInside : findOwn)(deps, c, walk, types)
    const found = shown.map((one) => ({ ...one, called: versionCalled(one, types) }))
    return respond(c, ownSearchPage({ ...around, found, ...rest }))
  }
}

async function findOwn({ sql }: Deps, c: Context<ForPerson>, walk: SearchWalk) {
  const { person } = c.var.current
  const rows = await findOwnVersions(sql, person.id, askedOf(c, walk), searchPageOf(walk))
  return { ...cutPage(walk, rows), inside: undefined }
}

/** Where reading stopped before the end of the page, the next one goes on there. */
async function findInside(
  deps: Deps,
  c: Context<ForPerson>,
  walk: SearchWalk,
  types: readonly RecordType[],
) {
  const { person } = c.var.current
  const asked = searchPageOf(walk)
  const rows = await listOwnContents(deps.sql, person.id, askedOf(c, walk), asked)
  const { shown: documents, next } = cutPage(walk, rows)
  const { fromPage } = walk
  const from = asked.before && fromPage ? { version: asked.before.id, page: fromPage } : undefined
  const sought = { words: walk.asked.words, from }
  const { found, stopped, ...inside } = await searchContents(deps, person.id, documents, sought)
  if (!stopped) return { shown: found, next, inside: { ...inside, stopped } }
  const { version, page } = stopped
  const place = { called: versionCalled(version, types), page }
  return { shown: found, next: goneOn(walk, version, page), inside: { ...inside, stopped: place } }
}

function askedOf(c: Context<ForPerson>, { asked, on }: SearchWalk) {
  const { agency } = c.var.current.person
  return { ...asked, at: on && dayEnd(on, agency.zone) }
}

export function versionCalled(
  { type, slot, rowLabel }: ListedVersion,
  types: readonly RecordType[],
): string {
  return recordCalled({ type: types.find(({ code }) => code === type), slot, rowLabel })
}
