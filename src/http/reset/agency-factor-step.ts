import type { Context } from 'hono'
import type { Deps, ForResetting } from '../../deps.ts'
import { useResetAgencyCode } from '../../store/reset-factors.ts'
import { endReset } from '../../store/resets.ts'
import { tryAgencyCode } from '../session/agency-code-try.ts'
import { passwordReset } from '../where-it-stands.ts'
import { type Asked, event, type FactorAnswer, no, rise } from './factor-step.ts'

/** A code of BKPSDM as step (4): the one way that leads on without any device (2.8). */
export async function takeAgencyFactorStep(
  deps: Deps,
  c: Context<ForResetting>,
  { reset }: Asked,
  typed: string,
): Promise<FactorAnswer> {
  const { id, person } = reset
  const end = () => endReset(deps.sql, passwordReset(c.var.browser))
  const one = { person, visit: c.var.visit, journey: { reset: id }, end }
  const answer = await tryAgencyCode(deps, one, typed)
  if (answer.kind === 'elsewhere') return answer
  if (answer.kind === 'no') {
    const isOver = answer.problem.kind === 'agencyCodeWrong' && answer.problem.left === 0
    return no(isOver ? { kind: 'factorVoid' } : answer.problem)
  }
  const rising = rise(deps, c, reset, { proof: 'agencyCode', now: deps.clock() })
  const used = await useResetAgencyCode(deps.sql, rising, {
    code: answer,
    event: event(deps, c, reset, { kind: 'agencyCodeUsed' }),
  })
  return used ? { kind: 'proven', pre: rising.pre } : { kind: 'elsewhere' }
}
