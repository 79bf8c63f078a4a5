import type { Context } from 'hono'
import { practicePage } from '#views/activation/practice-page.tsx'
import { paths } from '#views/paths.ts'
import type { CodeProblem } from '#views/sign-in/code-words.ts'
import type { Deps, ForPerson } from '../../deps.ts'
import { field, readForm } from '../form.ts'
import { refuseForm, respond, seeOther } from '../respond.ts'
import { frameOf } from '../session/frame.ts'
import { tryOwnCode } from '../session/own-code.ts'

/** GET /aktivasi/latihan */
export function getPractice(deps: Deps) {
  return (c: Context<ForPerson>) => show(c, deps, { done: c.req.query('hasil') === 'siap' })
}

/** POST /aktivasi/latihan: a code like any other; tries count, and an accepted one is used up. */
export function postPractice(deps: Deps) {
  return async (c: Context<ForPerson>) => {
    const { code } = await readForm(c, { code: field(50) })
    const problem = await tryOwnCode(deps, c, code)
    return problem ? show(c, deps, { done: false, problem }) : seeOther(c, paths.practiceDone)
  }
}

export function practiceAgain(deps: Deps) {
  return (c: Context<ForPerson>) => show(c, deps, { done: false, problem: { kind: 'stale' } })
}

function show(
  c: Context<ForPerson>,
  deps: Deps,
  { done, problem }: { done: boolean; problem?: CodeProblem },
) {
  const frame = frameOf(deps, c.var)
  const page = practicePage({ frame, csrf: frame.csrf, done, ...(problem && { problem }) })
  return problem ? refuseForm(c, page, problem, deps.clock()) : respond(c, page)
}
