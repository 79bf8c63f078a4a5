import type { RecordType } from './record-type.ts'
import type { VersionStatus } from './version.ts'

/** What somebody looks for in an archive: all of the words, and each of what else is named. */
export type RecordsAsked = {
  words: readonly string[]
  type: string | undefined
  year: number | undefined
  status: SoughtStatus | undefined
}

/** Without one of these: what is in force or on its way. */
export const SOUGHT = [
  'verified',
  'awaitingVerification',
  'returned',
  'superseded',
] as const satisfies readonly VersionStatus[]

export type SoughtStatus = (typeof SOUGHT)[number]

const MOST_WORDS = 8
const LONGEST_WORD = 40

type Typed = { text: string; type: string; year: string; status: string }

/** What is not there to be chosen, or no year, asks nothing. */
export function parseRecordsAsked(
  { text, type, year, status }: Typed,
  types: readonly Pick<RecordType, 'code'>[],
): RecordsAsked {
  return {
    words: wordsOf(text).slice(0, MOST_WORDS),
    type: types.find(({ code }) => code === type)?.code,
    year: /^(19|20)\d\d$/.test(year.trim()) ? Number(year) : undefined,
    status: SOUGHT.find((one) => one === status),
  }
}

export function asksNothing({ words, type, year, status }: RecordsAsked): boolean {
  return words.length === 0 && !type && !year && !status
}

/** Whatever stands between letters and digits only parts them, as in the number of a decree. */
export function wordsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.map((word) => [...word].slice(0, LONGEST_WORD).join(''))
}
