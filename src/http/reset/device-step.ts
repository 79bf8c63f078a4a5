import type { Context } from 'hono'
import { codeBudget } from '#domain/mfa/code-limits.ts'
import { type CodeVerdict, judgeCode } from '#domain/mfa/otp.ts'
import { parseTypedCode } from '#domain/mfa/typed-code.ts'
import type { Deps, ForResetting } from '../../deps.ts'
import { giveBackCodeTry } from '../../store/code-tries.ts'
import { acceptResetCode, admitFactorTry, giveBackFactorTry } from '../../store/reset-factors.ts'
import {
  type Admitted,
  type Asked,
  type FactorAnswer,
  keepRefusal,
  no,
  notAdmitted,
  refused,
  rise,
} from './factor-step.ts'

/** A code of a device that counts for this account (R-RS-03, 2.8); nothing is told of its clock. */
export async function takeDeviceStep(
  deps: Deps,
  c: Context<ForResetting>,
  asked: Asked,
  typed: string,
): Promise<FactorAnswer> {
  const code = parseTypedCode(typed)
  if (!code.ok) return no(code.problem)
  if (!deps.serverClock.isTrusted()) return no({ kind: 'serverClock' })
  const { reset, owner } = asked
  const now = deps.clock()
  const devices = owner.authenticators.inUse.map(({ device }) => device)
  const budget = codeBudget(devices, now)
  const { id, person } = reset
  const tried = await admitFactorTry(deps.sql, { reset: id, person, kind: 'device', budget }, now)
  if (tried.kind !== 'admitted') return notAdmitted(tried)
  try {
    const verdict = judgeCode(deps.vault.codeFacts(owner.authenticators, code.value, now), now)
    return await keepVerdict(deps, c, asked, { verdict, tried, now })
  } catch (problem) {
    await giveBackFactorTry(deps.sql, id)
    await giveBackCodeTry(deps.sql, undefined, person)
    throw problem
  }
}

async function keepVerdict(
  deps: Deps,
  c: Context<ForResetting>,
  { reset, owner }: Asked,
  { verdict, tried, now }: { verdict: CodeVerdict; tried: Admitted; now: Date },
): Promise<FactorAnswer> {
  const proof = owner.account.state === 'frozen' ? 'oldDevice' : 'factor'
  const rising = rise(deps, c, reset, { proof, now })
  if (verdict.kind === 'accepted' && (await acceptResetCode(deps.sql, rising, verdict.acceptance)))
    return { kind: 'proven', pre: rising.pre }
  const isUsed = verdict.kind === 'accepted' || verdict.refused.kind === 'used'
  const isLocked = now < tried.lockedUntil
  await keepRefusal(deps, c, reset, [
    isUsed
      ? { kind: 'codeReplayed' }
      : { kind: 'codeWrong', reason: 'inReset', inARow: tried.failures },
    ...(isLocked ? [{ kind: 'codesLocked', until: tried.lockedUntil } as const] : []),
  ])
  if (isLocked) return no({ kind: 'locked', until: tried.lockedUntil })
  return refused(deps, c, tried.tries, isUsed ? 'used' : 'wrong')
}
