import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import {
  brokenPage,
  stalePage,
  tooLargePage,
  unavailablePage,
  unprocessablePage,
} from '#views/failure-pages.tsx'
import type { Deps, ForAnyone } from '../deps.ts'
import { isOutOfReach } from '../store/database.ts'
import { refuse } from './respond.ts'

const TRY_AGAIN_SECONDS = '30'

export function tooLarge(c: Context): Response | Promise<Response> {
  return refuse(c as Context<ForAnyone>, tooLargePage(), { kind: 'tooLarge', status: 413 })
}

/** What was thrown: hono's own refusals, a database away for now, or a bug; told without its words. */
export function fail(problem: Error, c: Context<ForAnyone>, { report }: Deps) {
  if (problem instanceof HTTPException && problem.status < 500) {
    const page = problem.status === 403 ? stalePage() : unprocessablePage()
    return refuse(c, page, { kind: 'refused', status: problem.status === 403 ? 403 : 422 })
  }
  const { reference } = c.var.visit
  report.problem(problem, reference)
  if (!isOutOfReach(problem))
    return refuse(c, brokenPage({ reference }), { kind: 'broken', status: 500 })
  c.header('Retry-After', TRY_AGAIN_SECONDS)
  return refuse(c, unavailablePage(), { kind: 'unavailable', status: 503 })
}
