import type { Context } from 'hono'
import type { Happening } from '#domain/audit/event.ts'
import { codeBudget } from '#domain/mfa/code-limits.ts'
import { type CodeVerdict, judgeCode } from '#domain/mfa/otp.ts'
import { parseRecoveryCode, type RecoveryCode } from '#domain/mfa/recovery-code.ts'
import { parseTypedCode } from '#domain/mfa/typed-code.ts'
import type { EmailProvenReset, ReadyReset } from '#domain/reset/reset.ts'
import { untilNextProof } from '#domain/reset/reset.ts'
import { factorTriesLeft } from '#domain/reset/try-factor.ts'
import type { FactorProblem } from '#views/reset/factor-words.ts'
import type { Deps, ForResetting, Place } from '../../deps.ts'
import { giveBackCodeTry } from '../../store/code-tries.ts'
import { addEvent } from '../../store/events.ts'
import { giveBackRecoveryTry } from '../../store/recovery-sets.ts'
import {
  acceptResetCode,
  admitFactorTry,
  type FactorTry,
  giveBackFactorTry,
  useResetRecoveryCode,
} from '../../store/reset-factors.ts'
import type { ResetOwner } from '../../store/reset-owners.ts'
import { endReset } from '../../store/resets.ts'
import { passwordReset } from '../admit.ts'
import { isRecoveryCode } from '../session/recovery-try.ts'
import { originOf } from '../visit.ts'

/** `proven`: the reset is found by `pre` from now on. */
export type FactorAnswer =
  | { kind: 'proven'; pre: string }
  | { kind: 'no'; problem: FactorProblem }
  | { kind: 'elsewhere' }

/** Whom a step is about. */
type Asked = { reset: EmailProvenReset; owner: ResetOwner }

const BUSY_SECONDS = 5

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

type Admitted = Extract<FactorTry, { kind: 'admitted' }>

async function keepVerdict(
  deps: Deps,
  c: Context<ForResetting>,
  { reset, owner }: Asked,
  { verdict, tried, now }: { verdict: CodeVerdict; tried: Admitted; now: Date },
): Promise<FactorAnswer> {
  const rising = rise(deps, c, reset, { isFrozen: owner.account.state === 'frozen', now })
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

/** A recovery code instead: counted in its own pool, hashed like a password, used once. */
export async function takeRecoveryFactorStep(
  deps: Deps,
  c: Context<ForResetting>,
  asked: Asked,
  typed: string,
): Promise<FactorAnswer> {
  const code = parseRecoveryCode(typed)
  if (!code.ok) return no(code.problem)
  const place = deps.hashQueue.enter()
  if (!place) return no({ kind: 'busy', seconds: BUSY_SECONDS })
  const { id, person } = asked.reset
  try {
    const what = { reset: id, person, kind: 'recoveryCode', budget: 0 } as const
    const tried = await admitFactorTry(deps.sql, what, deps.clock())
    if (tried.kind !== 'admitted') return notAdmitted(tried)
    return await evaluate(deps, c, asked.reset, { code: code.value, place, tried })
  } finally {
    place.leave()
  }
}

async function evaluate(
  deps: Deps,
  c: Context<ForResetting>,
  reset: EmailProvenReset,
  { code, place, tried }: { code: RecoveryCode; place: Place; tried: Admitted },
): Promise<FactorAnswer> {
  const { person } = reset
  const now = deps.clock()
  try {
    const name = code.slice(0, 2)
    const matches = await isRecoveryCode(deps, person, code, place)
    const rising = rise(deps, c, reset, { isFrozen: false, now })
    const use = {
      name,
      now,
      event: (left: number) => event(deps, c, reset, { kind: 'recoveryCodeUsed', left }),
    }
    if (matches && (await useResetRecoveryCode(deps.sql, rising, use)))
      return { kind: 'proven', pre: rising.pre }
    await keepRefusal(deps, c, reset, [{ kind: 'recoveryCodeWrong' }])
    if (factorTriesLeft(tried.tries) > 0) return no({ kind: 'recoveryWrong' })
    return refused(deps, c, tried.tries, 'wrong')
  } catch (problem) {
    await giveBackFactorTry(deps.sql, reset.id)
    await giveBackRecoveryTry(deps.sql, person)
    throw problem
  }
}

/** R-SE-01: another name for the browser, since it has proven more. */
function rise(
  { vault }: Deps,
  c: Context<ForResetting>,
  { id, person }: EmailProvenReset,
  { isFrozen, now }: { isFrozen: boolean; now: Date },
) {
  const pre = vault.newToken()
  const reset: ReadyReset = {
    id,
    person,
    state: 'ready',
    proof: isFrozen ? 'oldDevice' : 'factor',
    expiresAt: untilNextProof(now),
  }
  return { pre, key: passwordReset(c.var.browser), to: vault.tokenHash(pre), reset }
}

async function refused(
  { sql }: Deps,
  c: Context<ForResetting>,
  tries: number,
  reason: 'used' | 'wrong',
): Promise<FactorAnswer> {
  const left = factorTriesLeft(tries)
  if (left > 0) return no({ kind: 'factorWrong', reason, left })
  await endReset(sql, passwordReset(c.var.browser))
  return no({ kind: 'factorVoid' })
}

async function keepRefusal(
  deps: Deps,
  c: Context<ForResetting>,
  reset: EmailProvenReset,
  happenings: readonly Happening[],
): Promise<void> {
  for (const happening of happenings) await addEvent(deps.sql, event(deps, c, reset, happening))
}

function event(
  { clock }: Deps,
  c: Context<ForResetting>,
  { person }: EmailProvenReset,
  happening: Happening,
) {
  return { ...originOf(c.var.visit), at: clock(), person, actor: person, happening }
}

function notAdmitted(tried: Exclude<FactorTry, { kind: 'admitted' }>): FactorAnswer {
  if (tried.kind === 'elsewhere') return { kind: 'elsewhere' }
  if (tried.kind === 'triesSpent') return no({ kind: 'factorVoid' })
  return no(tried)
}

function no(problem: FactorProblem): FactorAnswer {
  return { kind: 'no', problem }
}
