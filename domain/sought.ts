const LONGEST = 100

/** What a name is looked for by, on one line: PostgreSQL takes no NUL, and the rest is not typed. */
export function readSought(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
}
