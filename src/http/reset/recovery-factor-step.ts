import type { Context } from 'hono'
import { parseRecoveryCode, type RecoveryCode } from '#domain/mfa/recovery-code.ts'
import type { EmailProvenReset } from '#domain/reset/reset.ts'
import { factorTriesLeft } from '#domain/reset/try-factor.ts'
import { BUSY_SECONDS } from '#domain/throttle/busy.ts'
import type { Deps, ForResetting, Place } from '../../deps.ts'
import { giveBackRecoveryTry } from '../../store/recovery-sets.ts'
import {
  admitFactorTry,
  giveBackFactorTry,
  useResetRecoveryCode,
} from '../../store/reset-factors.ts'
import { isRecoveryCode } from '../session/recovery-try.ts'
import {
  type Admitted,
  type Asked,
  event,
  type FactorAnswer,
  keepRefusal,
  no,
  notAdmitted,
  refused,
  rise,
} from './factor-step.ts'

const NAME_LENGTH = 2

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
    const name = code.slice(0, NAME_LENGTH)
    const matches = await isRecoveryCode(deps, person, code, place)
    const rising = rise(deps, c, reset, { proof: 'factor', now })
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
