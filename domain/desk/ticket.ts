const LONGEST = 40

/** The number of the case elsewhere, on one line; none if nothing was typed. */
export function readTicket(text: string): string | undefined {
  const plain = text
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
  return [...plain].slice(0, LONGEST).join('').trim() || undefined
}
