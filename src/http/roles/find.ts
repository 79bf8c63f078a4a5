import type { Context } from 'hono'
import { parseNip } from '#domain/nip.ts'
import { limitPage } from '#views/agency/export-page.tsx'
import { paths } from '#views/paths.ts'
import { findCandidatePage } from '#views/roles/find-page.tsx'
import { NOT_FOUND, NOT_FOUND_ANYWHERE, NOT_NIP, STALE } from '#views/roles/give-words.ts'
import type { Deps, ForHat } from '../../deps.ts'
import { lookForRole } from '../../store/roles.ts'
import { spendDeskLimit } from '../agency/desk-limit.ts'
import { field, readForm } from '../form.ts'
import { leaveFor, refuse, respond, type Status } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { originOf } from '../visit.ts'
import { rolesHome } from './giver.ts'

/** GET /instansi/peran/baru: whom it is about. */
export function getNewRole(deps: Deps) {
  return (c: Context<ForHat>) => respond(c, page(deps, c, ''))
}

/** POST /instansi/peran/baru: the number stays out of every address, and the look is recorded. */
export function postNewRole(deps: Deps) {
  return async (c: Context<ForHat>) => {
    const typed = await readTyped(c)
    const nip = parseNip(typed)
    if (!nip.ok) return again(deps, c, typed, { text: NOT_NIP, kind: 'notNip', status: 422 })
    const away = await tooMany(deps, c)
    if (away) return away
    const { hat, current, visit } = c.var
    const look = { by: { nip: nip.value }, hat, person: current.person.id, origin: originOf(visit) }
    const found = await lookForRole(deps.sql, look, deps.clock())
    if (found) return leaveFor(c, paths.newRoleFor(found.person))
    return again(deps, c, typed, { ...noCandidate(c.var), status: 404 })
  }
}

export function newRoleAgain(deps: Deps) {
  return async (c: Context<ForHat>) =>
    again(deps, c, await readTyped(c), { text: STALE, kind: 'stale', status: 403 })
}

/** R-AD-03: each number that is typed is a look, or a whole nation could be asked for one by one. */
async function tooMany(deps: Deps, c: Context<ForHat>): Promise<Response | undefined> {
  const wait = await spendDeskLimit(deps, c, 'views')
  if (!wait) return undefined
  const page = limitPage({ frame: frameOf(deps, c.var), limit: 'views', until: wait.until })
  return refuse(c, page, { kind: 'deskLimit', status: 429 })
}

/** Whoever is outside the scope is not there, however they were named. */
function noCandidate({ hat }: ForHat['Variables']) {
  return { text: hat.agency ? NOT_FOUND : NOT_FOUND_ANYWHERE, kind: 'noSuchPerson' }
}

/** The first step again, for somebody whom the address names and the scope does not reach. */
export function notFoundAgain(deps: Deps, c: Context<ForHat>) {
  return again(deps, c, '', { ...noCandidate(c.var), status: 404 })
}

type Wrong = { text: string; kind: string; status: Status }

function again(deps: Deps, c: Context<ForHat>, typed: string, { text, kind, status }: Wrong) {
  return refuse(c, page(deps, c, typed, text), { kind, status })
}

function page(deps: Deps, c: Context<ForHat>, typed: string, text?: string) {
  const told = text === undefined ? undefined : { text, topic: 'peran' as const, field: 'nip' }
  return findCandidatePage({ frame: frameOf(deps, c.var), home: rolesHome(c.var), typed, told })
}

async function readTyped(c: Context<ForHat>): Promise<string> {
  return (await readForm(c, { nip: field(60) })).nip
}
