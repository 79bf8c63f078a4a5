import type { PersonId } from '#domain/person.ts'
import type { ResetId } from '#domain/reset/reset.ts'
import { type EmailCodeNotAdmitted, tryEmailCode } from '#domain/reset/try-code.ts'
import { parseEmailCode } from '#domain/reset/typed-code.ts'
import type { TypedEmailCodeProblem } from '#views/reset/email-words.ts'
import type { Deps } from '../../deps.ts'
import { admitEmailCodeTry, giveBackEmailCodeTry } from '../../store/email-codes.ts'
import { endReset, type ResetKey } from '../../store/resets.ts'

/** `proven` is to be kept by whoever asked, once, with the `mac` that the code fits. */
export type EmailCodeAnswer =
  | { kind: 'proven'; reset: ResetId; person: PersonId; mac: Buffer }
  | { kind: 'no'; problem: TypedEmailCodeProblem }
  | { kind: 'elsewhere' }

/** Counts a code, compares it, and ends the reset with the fifth wrong one. */
export async function takeEmailCodeStep(
  deps: Deps,
  key: ResetKey,
  typed: string,
): Promise<EmailCodeAnswer> {
  const code = parseEmailCode(typed)
  if (!code.ok) return { kind: 'no', problem: code.problem }
  const tried = await admitEmailCodeTry(deps.sql, key, deps.clock())
  if (tried.kind !== 'admitted') return notAdmitted(tried)
  try {
    const { reset, mac, person, tries } = tried
    const owner = { reset, browser: key.browser }
    const matches = deps.vault.emailCodeMatches(owner, { code: code.value, mac })
    const outcome = tryEmailCode({ person, tries }, matches)
    if (outcome.kind === 'proven')
      return { kind: 'proven', reset: reset as ResetId, person: outcome.person, mac }
    if (outcome.kind === 'wrong')
      return { kind: 'no', problem: { kind: 'emailCodeWrong', left: outcome.left } }
    await endReset(deps.sql, key)
    return { kind: 'no', problem: { kind: 'emailCodeVoid' } }
  } catch (problem) {
    await giveBackEmailCodeTry(deps.sql, key)
    throw problem
  }
}

function notAdmitted({ kind }: EmailCodeNotAdmitted): EmailCodeAnswer {
  if (kind === 'elsewhere') return { kind }
  return { kind: 'no', problem: { kind: kind === 'late' ? 'emailCodeLate' : 'emailCodeVoid' } }
}
