import { wordsOf } from './find-records.ts'
import { stemOf } from './indonesian-stem.ts'

/**
 * Whether all of the words stand in a text, each as it was typed or by its stem, the last one also as a
 * beginning: as `archive.query_of` looks for the data of documents.
 */
export function hasWords(text: string, words: readonly string[]): boolean {
  const there = new Set(wordsOf(text))
  for (const word of [...there]) there.add(stemOf(word))
  const stands = (word: string) => there.has(word) || there.has(stemOf(word))
  const last = words.at(-1)
  if (last === undefined || !words.every((word) => word === last || stands(word))) return false
  return stands(last) || [...there].some((word) => word.startsWith(last))
}
