import type { Context, Handler, Hono, MiddlewareHandler } from 'hono'
import type { ProofProblem } from '#views/parts/proof-words.ts'
import type { Deps, ForAnyone } from '../deps.ts'
import { ACTING, type Audiences, admit, boundTo } from './admit.ts'
import { refuseStale } from './forgery.ts'
import { proveInForm } from './session/prove-in-form.ts'

/** Why a form comes back that was not looked at. */
export type AgainProblem = { kind: 'stale' } | ProofProblem

type Again<A extends keyof Audiences> = (
  deps: Deps,
) => (c: Context<Audiences[A]>, problem: AgainProblem) => Promise<Response> | Response

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS'

/**
 * An address and who may ask it; a POST names the form that a stale token brings back, and one that
 * acts in an office the form that asks for a second factor. A handler that reads `c.var.current`
 * compiles here only under an audience that has it.
 */
export function route<A extends keyof Audiences>(
  method: Method,
  path: string,
  audience: A,
  answer: (deps: Deps) => Handler<Audiences[A]>,
  again?: Again<A>,
) {
  const acts = ACTING.includes(audience)
  if (acts && !again) throw new Error(`${path} acts in an office and names no form to prove it in`)
  const mount = (app: Hono<ForAnyone>, deps: Deps) => {
    const form = again?.(deps)
    app.on(
      method,
      [path],
      admit[audience](deps),
      refuseStale(deps, boundTo[audience], form && ((c) => form(c, { kind: 'stale' }))),
      acts ? proveInForm(deps, form as never) : pass,
      answer(deps),
    )
  }
  return { method, path, audience, mount }
}

const pass: MiddlewareHandler = (_, next) => next()
