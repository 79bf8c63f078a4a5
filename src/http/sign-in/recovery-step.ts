import type { Context } from 'hono'
import { afterSecondFactor } from '#domain/sign-in/sign-in.ts'
import type { Deps, ForMidway } from '../../deps.ts'
import { useRecoveryCode } from '../../store/recovery-sets.ts'
import { prepareSession } from '../session/opening.ts'
import { tryRecoveryCode } from '../session/recovery-try.ts'
import type { CodeAnswer } from './code-step.ts'

/** A recovery code instead of the device's; a weak password is still replaced before the session. */
export async function takeRecoveryStep(
  deps: Deps,
  c: Context<ForMidway>,
  typed: string,
): Promise<CodeAnswer> {
  const { visit, midway } = c.var
  const now = deps.clock()
  const weakPassword = midway.signIn.state === 'passwordProven' && midway.signIn.weakPassword
  const waits = afterSecondFactor({ weakPassword }) === 'newPassword'
  const opening = prepareSession(deps, c, { from: 'passwordProven', by: 'recoveryCode', now })
  const session = waits ? undefined : opening.session
  const problem = await tryRecoveryCode(
    deps,
    {
      person: midway.person.id,
      visit,
      use: (code) => useRecoveryCode(deps.sql, { ...code, signIn: midway.id, session }),
    },
    typed,
  )
  return problem ? { kind: 'no', problem } : { kind: 'proven', opening }
}
