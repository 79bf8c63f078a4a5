import type { Context, MiddlewareHandler } from 'hono'
import { needsStepUp, type StepUpFor } from '#domain/session/step-up.ts'
import type { ProofProblem } from '#views/parts/proof-words.ts'
import type { Deps, ForActing, ForPerson } from '../../deps.ts'
import { giveCookie } from '../cookies.ts'
import { field, readForm } from '../form.ts'
import { tryOwnCode } from './own-code.ts'
import { riseInSession } from './rise.ts'

type Again = (c: Context<ForActing>, problem: ProofProblem) => Promise<Response> | Response

/**
 * R-SE-06: an act in an office needs a second factor of the last five minutes. Where it is older, the
 * form itself brings the code (`ProofField`), so that nothing typed is lost on the way to a page of
 * its own; without it, or with a wrong one, `again` returns the form.
 */
export function proveInForm(deps: Deps, again: Again): MiddlewareHandler<ForActing> {
  return async (c, next) => {
    const problem = await proveIfDue(deps, c, 'office')
    if (problem) return again(c, problem)
    return next()
  }
}

/** Undefined: the second factor is fresh enough, maybe by what this very form brought. */
export async function proveIfDue(
  deps: Deps,
  c: Context<ForActing>,
  what: StepUpFor,
): Promise<ProofProblem | undefined> {
  const { session } = c.var.current
  const isDue = needsStepUp(session, deps.clock(), what)
  const problem = isDue ? await prove(deps, c as unknown as Context<ForPerson>) : undefined
  if (!problem) c.set('provenAt', c.var.current.session.provenAt)
  return problem
}

/** Undefined: proven, and the rest of this request goes on in the renewed session. */
async function prove(deps: Deps, c: Context<ForPerson>): Promise<ProofProblem | undefined> {
  const { otp } = await readForm(c, { otp: field(50) })
  if (otp.trim() === '') return { kind: 'proofDue' }
  const sid = deps.vault.newToken()
  const to = deps.vault.tokenHash(sid)
  const provenAt = deps.clock()
  const wrong = await tryOwnCode(deps, c, otp, (tx) =>
    riseInSession(deps, c, { tx, to, by: 'code' }),
  )
  if (wrong) return { kind: 'proofWrong', code: wrong }
  giveCookie(c, deps.site, 'sid', sid)
  const { current } = c.var
  c.set('sid', sid)
  c.set('current', { ...current, id: to, session: { ...current.session, provenAt } })
  return undefined
}
