export type Answer = 'none' | 'right' | 'wrong'

/** Judges typed text in any case and grouping: "k7 mx" answers K7MX, "314" answers 3-1-4. */
export function judgeAnswer(typed: string, accepted: readonly string[]): Answer {
  const answer = plain(typed)
  if (answer === '') return 'none'
  return accepted.some((text) => plain(text) === answer) ? 'right' : 'wrong'
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.,-]/g, '')
}
