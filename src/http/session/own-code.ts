import type { Context } from 'hono'
import { codeBudget } from '#domain/mfa/code-limits.ts'
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
  try {
    const verdict = judgeCode(deps.vault.codeFacts(authenticators, code.value, now), now)
    return await keep(deps, c, verdict, now)
  } catch (problem) {
    await giveBackCodeTry(deps.sql, undefined, person)
    throw problem
  }
}

async function keep(
  { sql }: Deps,
  c: Context<ForPerson>,
  verdict: CodeVerdict,
  now: Date,
): Promise<CodeProblem | undefined> {
  const { id } = c.var.current.person
  if (verdict.kind === 'accepted') {
    const isFirst = await acceptOwnCode(sql, id, verdict.acceptance)
    return isFirst ? undefined : { kind: 'refused', refused: { kind: 'used' }, left: UNTOLD }
  }
  const { refused, burned } = verdict
  const happening = { kind: 'codeWrong', reason: refused.kind } as const
  const events = [{ ...originOf(c.var.visit), at: now, person: id, actor: id, happening }]
  await keepRefusedCode(sql, { signIn: undefined, person: id, burned, ends: 'nothing', events })
  return { kind: 'refused', refused, left: UNTOLD }
}
