import type { Context } from 'hono'
import type { Deps, ForMidway } from '../../deps.ts'
import { seeOther } from '../respond.ts'
import { pathOfSignIn } from '../where-it-stands.ts'
import { mayResetMfa, showMfaReset } from './mfa-grant.ts'

/** GET /masuk/reset-mfa: the ways, and what was asked for already. */
export function getMfaReset(deps: Deps) {
  return (c: Context<ForMidway>) =>
    mayResetMfa(c.var.midway)
      ? showMfaReset(c, deps, undefined)
      : seeOther(c, pathOfSignIn(c.var.midway))
}
