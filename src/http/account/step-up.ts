import type { Context } from 'hono'
import { needsStepUp } from '#domain/session/step-up.ts'
import { stepUpPage } from '#views/account/step-up-page.tsx'
import type { CodeProblem } from '#views/sign-in/code-words.ts'
import type { Deps, ForPerson } from '../../deps.ts'
import { useOwnRecoveryCode } from '../../store/recovery-sets.ts'
import { giveCookie } from '../cookies.ts'
import { field, readBody, readForm } from '../form.ts'
import { leaveFor, refuseForm, respond, seeOther } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { tryOwnCode } from '../session/own-code.ts'
import { tryRecoveryCode } from '../session/recovery-try.ts'
import { riseInSession } from '../session/rise.ts'
import { readPlace, stepUpFor } from './step-up-place.ts'

/** GET /akun/langkah-ulang: asks for a code, and is passed by where one was given just now. */
export function getStepUp(deps: Deps) {
  return (c: Context<ForPerson>) => {
    const place = readPlace(c.req.query('ke'))
    const isDue = needsStepUp(c.var.current.session, deps.clock(), stepUpFor(place))
    return isDue ? show(c, deps) : seeOther(c, place)
  }
}

/** POST /akun/langkah-ulang: the session goes on under a new id, and the person where they were going. */
export function postStepUp(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const sid = deps.vault.newToken()
    const problem = await takeStep(deps, c, deps.vault.tokenHash(sid))
    if (problem) return show(c, deps, problem)
    giveCookie(c, deps.site, 'sid', sid)
    return leaveFor(c, readPlace(c.req.query('ke')))
  }
}

export function stepUpAgain(deps: Deps) {
  return (c: Context<ForPerson>) => show(c, deps, { kind: 'stale' })
}

async function takeStep(
  deps: Deps,
  c: Context<ForPerson>,
  to: Buffer,
): Promise<CodeProblem | undefined> {
  const form = await readForm(c, { code: field(50), recovery_code: field(80) })
  if (!(await isRecovery(c)))
    return tryOwnCode(deps, c, form.code, (tx) => riseInSession(deps, c, { tx, to, by: 'code' }))
  const person = c.var.current.person.id
  const { visit } = c.var
  const use = (code: Parameters<typeof useOwnRecoveryCode>[1]) =>
    useOwnRecoveryCode(deps.sql, code, (tx) =>
      riseInSession(deps, c, { tx, to, by: 'recoveryCode' }),
    )
  return tryRecoveryCode(deps, { person, visit, use }, form.recovery_code)
}

async function show(c: Context<ForPerson>, deps: Deps, problem?: CodeProblem) {
  const isByCode = c.req.method === 'POST' ? !(await isRecovery(c)) : !c.req.query('cara')
  const page = stepUpPage({
    frame: frameOf(deps, c.var),
    place: readPlace(c.req.query('ke')),
    way: isByCode ? 'code' : 'recovery',
    problem,
  })
  const told = problem?.kind === 'refused' ? { kind: problem.refused.kind } : problem
  return told ? refuseForm(c, page, told, deps.clock()) : respond(c, page)
}

async function isRecovery(c: Context<ForPerson>): Promise<boolean> {
  return 'recovery_code' in (await readBody(c))
}
