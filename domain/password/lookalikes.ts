/** For each letter the characters that people type in its place. */
const LOOKALIKES = {
  a: '4@',
  b: '8',
  c: '(',
  e: '3€',
  g: '69',
  i: '1!|',
  l: '1!|',
  o: '0',
  s: '5$',
  t: '7+',
  z: '2',
}

const LETTERS = new Map(
  Object.entries(LOOKALIKES).flatMap(([letter, others]) =>
    [...others].map((other): [string, string] => [other, letter === 'l' ? 'i' : letter]),
  ),
)

/** As compared with lists: NFKC, lower case, without accents and invisible characters. */
export function folded(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase()
  return lower.normalize('NFD').replace(/[\p{M}\p{Cf}]/gu, '')
}

/** Folded text with lookalikes undone, one for one; `l` becomes `i`, for 1 stands for both. */
export function withoutLookalikes(text: string): string {
  return [...text]
    .map((character) => LETTERS.get(character) ?? (character === 'l' ? 'i' : character))
    .join('')
}

/**
 * The source of a pattern (flag `u`) that finds a word of plain letters in folded text, lookalikes
 * included. One letter must be a letter, else the number 5171 would be the name Siti.
 */
export function lookalikePattern(word: string): string {
  const letters = [...word]
  const hasLetter = `(?=.{0,${letters.length - 1}}\\p{L})`
  return hasLetter + letters.map((letter) => `[${letter}${standIns(letter)}]`).join('')
}

function standIns(letter: string): string {
  return Object.entries(LOOKALIKES).find(([replaced]) => replaced === letter)?.[1] ?? ''
}
