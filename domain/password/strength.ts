import { commonWordAt, isCommonPassword } from './common-passwords.ts'
import { folded } from './lookalikes.ts'

export type PasswordStrength = 'weak' | 'fair' | 'strong'

const FAIR = 10
const STRONG = 18
const WORTH_OF_A_WORD = 3

/** Advice beside the field, never a refusal (R-PW-04): a rough count, blind to who chooses. */
export function adviseStrength(text: string): PasswordStrength {
  const typed = folded(text)
  const worth = worthOf(typed)
  if (isCommonPassword(text) || worth < FAIR) return 'weak'
  return worth < STRONG ? 'fair' : 'strong'
}

/** Characters that a guesser cannot foresee: a common word counts as three, a row as its start. */
function worthOf(text: string): number {
  let worth = 0
  let before = 0
  for (let at = 0; at < text.length; ) {
    const word = commonWordAt(text, at)
    const character = text.codePointAt(at) ?? 0
    if (word > 0) worth += WORTH_OF_A_WORD
    else if (Math.abs(character - before) > 1) worth += 1
    at += word || String.fromCodePoint(character).length
    before = character
  }
  return worth
}
