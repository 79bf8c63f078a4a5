/** What an officer looks for: a number from its beginning, or parts of a name, in any order. */
export type Search =
  | { kind: 'nothing' }
  | { kind: 'tooShort' }
  | { kind: 'number'; prefix: string }
  | { kind: 'name'; words: readonly string[] }

const DIGITS = 4
const LETTERS = 2
const WORDS = 6

/** As people type and paste it: in a number, white space, dots and dashes do not count. */
export function parseSearch(text: string): Search {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .toLowerCase()
  if (plain === '') return { kind: 'nothing' }
  const digits = plain.replace(/[\s.\p{Pd}]/gu, '')
  if (/^\d+$/.test(digits)) return numberOf(digits)
  const words = [...new Set(plain.split(' '))].slice(0, WORDS)
  const isLong = words.some((word) => [...word].length >= LETTERS)
  return isLong ? { kind: 'name', words } : { kind: 'tooShort' }
}

function numberOf(digits: string): Search {
  return digits.length < DIGITS ? { kind: 'tooShort' } : { kind: 'number', prefix: digits }
}
