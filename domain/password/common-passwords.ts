import { COMMON_WORDS } from './common-words.ts'
import { isKeyboardWalk } from './keyboard-walk.ts'
import { folded, withoutLookalikes } from './lookalikes.ts'

const LONGEST_WORD = Math.max(...COMMON_WORDS.map((word) => word.length))
const LONGEST_TRIMMING = 16
const SHORTEST_UNIT = 5

const WORDS = new Set(COMMON_WORDS.map(withoutLookalikes))

/** What people put before and after a word: counting, years, one digit repeated, dates, a syllable. */
const NUMBER = [
  '\\d{1,2}|0?123(?:4(?:5(?:6(?:7(?:89?)?)?)?)?)?|1234567890',
  '321|4321|54321|654321|7654321|87654321|987654321|9876543210',
  '19[4-9]\\d|20[0-4]\\d|0{3,8}|1{3,8}|2{3,8}|3{3,8}|4{3,8}|5{3,8}|6{3,8}|7{3,8}|8{3,8}|9{3,8}',
  '007|1212|121212|1122|112233|123123|123321|1708|170845|17081945|1313|2121|1010|2020',
  '234|345|456|567|678|789',
].join('|')
const SYLLABLE = 'aa|aja|abc|xyz|ku|ok|oke|yes|jaya|aku|ini|the'
const MARKS = '[^\\p{L}\\p{N}]'
const NUMBERS = `(?:${NUMBER})(?:${MARKS}{1,4}(?:${NUMBER}))?${MARKS}{0,4}`
const SYLLABLES = `(?:(?:${SYLLABLE})${MARKS}{0,4})?`
const TRIMMING = new RegExp(`^${MARKS}{0,4}${SYLLABLES}(?:${NUMBERS})?${SYLLABLES}$`, 'u')

/**
 * Whether it is one common word with usual beginnings and endings, a walk over the keyboard, or
 * little repeated: hundreds of words with thousands of endings, matched instead of stored.
 */
export function isCommonPassword(text: string): boolean {
  const typed = folded(text)
  const unit = repeatedUnit(typed)
  if (unit !== typed && unit.length < SHORTEST_UNIT) return true
  return isTrimmedWord(unit) || isKeyboardWalk(typed)
}

/** The length of the longest common word at a place of folded text; 0 if there is none. */
export function commonWordAt(text: string, start: number): number {
  const rest = withoutLookalikes(text.slice(start, start + LONGEST_WORD))
  for (let length = rest.length; length >= 4; length--) {
    if (WORDS.has(rest.slice(0, length))) return length
  }
  return 0
}

function isTrimmedWord(text: string): boolean {
  const letters = withoutLookalikes(text)
  for (let start = 0; start <= Math.min(LONGEST_TRIMMING, text.length); start++) {
    for (let end = Math.min(start + LONGEST_WORD, text.length); end > start; end--) {
      if (WORDS.has(letters.slice(start, end)) && isTrimmed(text, start, end)) return true
    }
  }
  return false
}

function isTrimmed(text: string, start: number, end: number): boolean {
  return TRIMMING.test(text.slice(0, start)) && TRIMMING.test(text.slice(end))
}

function repeatedUnit(text: string): string {
  return /^(.+?)\1*$/su.exec(text)?.[1] ?? text
}
