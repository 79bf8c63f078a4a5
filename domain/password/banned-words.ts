import { KINDS_OF_AGENCY, PLAIN_WORDS, SERVICE_WORDS } from './agency-words.ts'
import { folded, lookalikePattern } from './lookalikes.ts'

const SHORTEST_ANYWHERE = 4
const APOSTROPHES = /['’‘ʼʻ`]/g
const TITLES = new Set(['prof', 'ners', 'farm'])
const SERVICES = anyOf([...SERVICE_WORDS].flatMap(patternOf))

/** Whether a part of the name, 4 letters or more, stands anywhere; Nur'aini is nur, aini, nuraini. */
export function containsName(text: string, name: string): boolean {
  const parts = [name.replace(APOSTROPHES, ''), name.replace(APOSTROPHES, ' ')].flatMap(wordsOf)
  const told = parts.filter((part) => [...part].length >= SHORTEST_ANYWHERE && !TITLES.has(part))
  return anyOf(told.map(lookalikePattern)).test(folded(text.replace(APOSTROPHES, '')))
}

/** Whether a service or a telling word of the agency is in it; three letters only standing alone. */
export function containsAgency(text: string, agency: string): boolean {
  const searched = folded(text)
  return SERVICES.test(searched) || anyOf(agencyPatterns(agency)).test(searched)
}

function agencyPatterns(agency: string): string[] {
  const name = wordsOf(agency).filter((word) => !KINDS_OF_AGENCY.has(word))
  const telling = name.filter((word) => !PLAIN_WORDS.has(word)).flatMap(patternOf)
  const inARow = name.length > 1 ? [name.map(lookalikePattern).join('[^\\p{L}]*')] : []
  return [...telling, ...inARow]
}

function patternOf(word: string): string[] {
  const letters = [...word].length
  if (letters >= SHORTEST_ANYWHERE) return [lookalikePattern(word)]
  return letters === 3 ? [`(?<!\\p{L})${lookalikePattern(word)}(?!\\p{L})`] : []
}

function wordsOf(text: string): string[] {
  return folded(text).match(/\p{L}+/gu) ?? []
}

function anyOf(patterns: readonly string[]): RegExp {
  return new RegExp(patterns.join('|') || '(?!)', 'u')
}
