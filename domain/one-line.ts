const LONGEST = 100

/**
 * What was typed, or copied from elsewhere, as one line that can be seen: PostgreSQL takes no NUL, and
 * signs that nobody sees are not meant. At most so many characters, as people count them.
 */
export function oneLine(text: string, longest = LONGEST): string {
  const line = text
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
  return [...line].slice(0, longest).join('').trim()
}
