import { no, type Result } from '../result.ts'
import { containsNumber } from './banned-numbers.ts'
import { containsAgency, containsName } from './banned-words.ts'
import { isCommonPassword } from './common-passwords.ts'
import {
  codePointsIn,
  LONGEST_PASSWORD,
  normalised,
  readTypedPassword,
  type TypedPassword,
  type TypedPasswordProblem,
} from './typed-password.ts'

/** BKN's published rule of four classes, or NIST's of length alone (`PASSWORD_RULE`). */
export type PasswordRule = 'classes' | 'length'

/** What a password must not repeat: NIP, NI PPPK and older numbers, full name, name of the agency. */
export type PasswordFacts = { numbers: readonly string[]; name: string; agency: string }

export type CharacterClass = 'upper' | 'lower' | 'digit' | 'symbol'

/** Lengths are in code points after NFKC. */
export type PasswordProblem =
  | { kind: 'tooShort'; minimum: number; typed: number }
  | { kind: 'tooLong'; maximum: number }
  | { kind: 'nul' }
  | { kind: 'classesMissing'; missing: readonly CharacterClass[] }
  | { kind: 'containsNumber' }
  | { kind: 'containsName' }
  | { kind: 'containsAgency' }
  | { kind: 'common' }

/** Code points after NFKC. */
export const SHORTEST_PASSWORD = { classes: 12, length: 15 } as const

const CLASSES: Record<CharacterClass, RegExp> = {
  upper: /\p{Lu}/u,
  lower: /\p{Ll}/u,
  digit: /\p{Nd}/u,
  symbol: /[\p{P}\p{S}\p{Zs}]/u,
}

/** Judges a new password, and an old one again at sign-in (R-PW-01 to R-PW-03, R-PW-05). */
export function judgePassword(
  text: string,
  facts: PasswordFacts,
  rule: PasswordRule,
): Result<TypedPassword, PasswordProblem> {
  const read = readTypedPassword(text)
  if (!read.ok) return no(unreadable(read.problem, rule))
  const judged = normalised(read.value)
  const problem = shapeProblem(judged, rule) ?? contentProblem(judged, facts)
  return problem ? no(problem) : read
}

function unreadable(problem: TypedPasswordProblem, rule: PasswordRule): PasswordProblem {
  switch (problem) {
    case 'empty':
      return { kind: 'tooShort', minimum: SHORTEST_PASSWORD[rule], typed: 0 }
    case 'tooLong':
      return { kind: 'tooLong', maximum: LONGEST_PASSWORD }
    case 'nul':
      return { kind: 'nul' }
  }
}

function shapeProblem(text: string, rule: PasswordRule): PasswordProblem | undefined {
  const [minimum, typed] = [SHORTEST_PASSWORD[rule], codePointsIn(text)]
  if (typed < minimum) return { kind: 'tooShort', minimum, typed }
  const missing = rule === 'classes' ? missingClasses(text) : []
  return missing.length > 0 ? { kind: 'classesMissing', missing } : undefined
}

function missingClasses(text: string): CharacterClass[] {
  const classes: readonly CharacterClass[] = ['upper', 'lower', 'digit', 'symbol']
  return classes.filter((name) => !CLASSES[name].test(text))
}

function contentProblem(text: string, facts: PasswordFacts): PasswordProblem | undefined {
  if (containsNumber(text, facts.numbers)) return { kind: 'containsNumber' }
  if (containsName(text, facts.name)) return { kind: 'containsName' }
  if (containsAgency(text, facts.agency)) return { kind: 'containsAgency' }
  return isCommonPassword(text) ? { kind: 'common' } : undefined
}
