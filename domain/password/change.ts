import { no, type Result } from '../result.ts'
import { choosePassword, type PasswordChoiceProblem } from './choose.ts'
import type { PasswordFacts, PasswordRule } from './rule.ts'
import type { TypedPassword } from './typed-password.ts'

/** Typed by someone signed in: the password they have, and twice the one they want (R-PW-07). */
export type PasswordChange = { current: string; typed: string; confirmation: string }

export type PasswordChangeProblem = PasswordChoiceProblem | { kind: 'currentEmpty' }

/**
 * What can be said before the present password is known to be right. That the new one is the same
 * is told of the two texts alone, so that nothing here answers a guess (R-PW-05).
 */
export function changePassword(
  { current, typed, confirmation }: PasswordChange,
  facts: PasswordFacts,
  rule: PasswordRule,
): Result<TypedPassword, PasswordChangeProblem> {
  if (current === '') return no({ kind: 'currentEmpty' })
  const matchesOld = current.normalize('NFKC') === typed.normalize('NFKC')
  return choosePassword({ typed, confirmation, matchesOld }, facts, rule)
}
