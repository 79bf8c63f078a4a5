import { wordsOf } from './find-records.ts'

/** Whether all of the words stand in a text, each as it was typed, the last one also as a beginning. */
export function hasWords(text: string, words: readonly string[]): boolean {
  const there = new Set(wordsOf(text))
  const last = words.at(-1)
  const others = words.slice(0, -1)
  if (last === undefined || !others.every((word) => there.has(word))) return false
  return there.has(last) || [...there].some((word) => word.startsWith(last))
}
