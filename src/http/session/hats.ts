import type { Context } from 'hono'
import { type Hat, hatsOf } from '#domain/access/hat.ts'
import { hatsPage } from '#views/hats/hats-page.tsx'
import { homeOf } from '#views/parts/role-words.ts'
import { paths } from '#views/paths.ts'
import type { Deps, ForPerson } from '../../deps.ts'
import { changeHat } from '../../store/own-hats.ts'
import { giveCookie } from '../cookies.ts'
import { field, readForm } from '../form.ts'
import { leaveFor, respond } from '../respond.ts'
import { originOf } from '../visit.ts'
import { frameOf } from './frame.ts'

const PLACE = /^\/(?:instansi|nasional|papan|pemeriksaan-jejak)(?:\/[a-z0-9-]+)*$/

/** GET /peran: in whose name the person acts, and could act. */
export function getHats(deps: Deps) {
  return (c: Context<ForPerson>) => {
    const { mandates, hat } = c.var.current
    const hats = hatsOf(mandates, deps.clock())
    const done = c.req.query('hasil') === 'diletakkan' ? 'diletakkan' : undefined
    const frame = frameOf(deps, c.var)
    return respond(c, hatsPage({ frame, hats, worn: hat, place: placeOf(c), done }))
  }
}

/** POST /peran: puts on a hat, or takes it off; one that is not theirs (any more) is none. */
export function postHat(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const { id: from, person, mandates, session } = c.var.current
    const form = await readForm(c, { hat: field(40) })
    const at = deps.clock()
    const hat = hatsOf(mandates, at).find(({ id }) => id === form.hat)
    if (!hat && form.hat !== '') return leaveFor(c, paths.hats)
    const sid = deps.vault.newToken()
    const event = { ...originOf(c.var.visit), at, person: person.id, actor: person.id }
    const isOpen = await changeHat(deps.sql, {
      from,
      to: deps.vault.tokenHash(sid),
      hat,
      session,
      event,
    })
    if (!isOpen) return leaveFor(c, paths.hats)
    giveCookie(c, deps.site, 'sid', sid)
    return leaveFor(c, whereTo(c, hat))
  }
}

function whereTo(c: Context<ForPerson>, hat: Hat | undefined): string {
  if (!hat) return paths.home
  return placeOf(c) ?? homeOf(hat.role)
}

/** The page of an office that somebody was on the way to (R-CS-05). */
function placeOf(c: Context<ForPerson>): string | undefined {
  const place = c.req.query('ke')
  return place !== undefined && PLACE.test(place) ? place : undefined
}
