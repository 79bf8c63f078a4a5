import { no, type Result } from '../result.ts'
import {
  judgePassword,
  type PasswordFacts,
  type PasswordProblem,
  type PasswordRule,
} from './rule.ts'
import { normalised, type TypedPassword } from './typed-password.ts'

/** A new password typed twice; `matchesOld` says whether the hash in use accepts it. */
export type PasswordChoice = { typed: string; confirmation: string; matchesOld: boolean }

export type PasswordChoiceProblem =
  | PasswordProblem
  | { kind: 'empty' }
  | { kind: 'sameAsOld' }
  | { kind: 'confirmationDiffers' }

/** Refuses by the first of: empty, the rule, the old password again (R-PW-05), two texts. */
export function choosePassword(
  { typed, confirmation, matchesOld }: PasswordChoice,
  facts: PasswordFacts,
  rule: PasswordRule,
): Result<TypedPassword, PasswordChoiceProblem> {
  if (typed === '') return no({ kind: 'empty' })
  const judged = judgePassword(typed, facts, rule)
  if (!judged.ok) return judged
  if (matchesOld) return no({ kind: 'sameAsOld' })
  const same = confirmation.normalize('NFKC') === normalised(judged.value)
  return same ? judged : no({ kind: 'confirmationDiffers' })
}
