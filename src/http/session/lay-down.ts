import type { Context } from 'hono'
import { type Hat, hatsOf } from '#domain/access/hat.ts'
import { type LayDownProblem, layDownPage } from '#views/hats/lay-down-page.tsx'
import { paths } from '#views/paths.ts'
import type { Deps, ForProven } from '../../deps.ts'
import { layDownRole } from '../../store/role-ends.ts'
import { ownAct } from '../account/own-act.ts'
import { leaveFor, refuseForm, respond } from '../respond.ts'
import { frameOf } from './frame.ts'

/** GET /peran/:id/letakkan: asks first. */
export function getLayDown(deps: Deps) {
  return (c: Context<ForProven>) => {
    const hat = hatOf(deps, c)
    return hat ? respond(c, page(deps, c, hat)) : leaveFor(c, paths.hats)
  }
}

/** POST /peran/:id/letakkan */
export function postLayDown(deps: Deps) {
  return async (c: Context<ForProven>) => {
    const hat = hatOf(deps, c)
    if (!hat) return leaveFor(c, paths.hats)
    const laid = await layDownRole(deps.sql, hat.id, ownAct(deps, c))
    if (laid.ok) return leaveFor(c, paths.hatsAfter('diletakkan'))
    const { kind } = laid.problem
    const isOver = kind === 'noLonger' || kind === 'noSuchMandate' || kind === 'notYourRole'
    return isOver ? leaveFor(c, paths.hats) : refuse(deps, c, hat, { kind })
  }
}

export function layDownAgain(deps: Deps) {
  return (c: Context<ForProven>) => {
    const hat = hatOf(deps, c)
    return hat ? refuse(deps, c, hat, { kind: 'stale' }) : leaveFor(c, paths.hats)
  }
}

/** One's own, in force. */
function hatOf({ clock }: Deps, c: Context<ForProven>): Hat | undefined {
  return hatsOf(c.var.current.mandates, clock()).find(({ id }) => id === c.req.param('id'))
}

function refuse(deps: Deps, c: Context<ForProven>, hat: Hat, problem: LayDownProblem) {
  return refuseForm(c, page(deps, c, hat, problem), problem, deps.clock())
}

function page(deps: Deps, c: Context<ForProven>, hat: Hat, problem?: LayDownProblem) {
  return layDownPage({ frame: frameOf(deps, c.var), hat, problem })
}
