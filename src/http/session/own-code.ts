import type { Context } from 'hono'
import { type CodeCounters, codeBudget } from '#domain/mfa/code-limits.ts'
import { type CodeVerdict, judgeCode } from '#domain/mfa/otp.ts'
import { parseTypedCode } from '#domain/mfa/typed-code.ts'
import type { CodeProblem } from '#views/sign-in/code-words.ts'
import type { Deps, ForPerson } from '../../deps.ts'
import {
  acceptOwnCode,
  admitCodeTry,
  giveBackCodeTry,
  keepRefusedCode,
} from '../../store/code-tries.ts'
import { listAuthenticators } from '../../store/devices.ts'
import { refusalEvents, USED } from '../sign-in/code-step.ts'
import { originOf } from '../visit.ts'

/** No sign-in whose tries could run out, so none are counted down on the page. */
const UNTOLD = 5

/** A code of someone already signed in, for practice or step-up: it counts and is used up. */
export async function tryOwnCode(
  deps: Deps,
  c: Context<ForPerson>,
  typed: string,
): Promise<CodeProblem | undefined> {
  const code = parseTypedCode(typed)
  if (!code.ok) return code.problem
  if (!deps.serverClock.isTrusted()) return { kind: 'serverClock' }
  const { id: person } = c.var.current.person
  const now = deps.clock()
  const authenticators = await listAuthenticators(deps.sql, person, now)
  const devices = authenticators.inUse.map(({ device }) => device)
  const asked = { signIn: undefined, person, budget: codeBudget(devices, now) }
  const admitted = await admitCodeTry(deps.sql, asked, now)
  if (admitted.kind === 'locked' || admitted.kind === 'budgetSpent') return admitted
  if (admitted.kind !== 'admitted') throw new Error('tries of a sign-in that was not asked about')
  try {
    const verdict = judgeCode(deps.vault.codeFacts(authenticators, code.value, now), now)
    return await keep(deps, c, { verdict, counters: admitted.counters, now })
  } catch (problem) {
    await giveBackCodeTry(deps.sql, undefined, person)
    throw problem
  }
}

async function keep(
  deps: Deps,
  c: Context<ForPerson>,
  { verdict, counters, now }: { verdict: CodeVerdict; counters: CodeCounters; now: Date },
): Promise<CodeProblem | undefined> {
  const { id } = c.var.current.person
  if (verdict.kind === 'accepted') {
    const isFirst = await acceptOwnCode(deps.sql, id, verdict.acceptance)
    return isFirst ? undefined : keep(deps, c, { verdict: USED, counters, now })
  }
  const { refused, burned } = verdict
  const where = { ...originOf(c.var.visit), at: now, person: id, actor: id }
  const events = refusalEvents(refused, counters, now).map((happening) => ({ ...where, happening }))
  await keepRefusedCode(deps.sql, {
    signIn: undefined,
    person: id,
    burned,
    ends: 'nothing',
    events,
  })
  return { kind: 'refused', refused, left: UNTOLD }
}
