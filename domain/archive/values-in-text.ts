import { type CivilDate, dayExists } from '../civil-date.ts'
import { oneLine } from '../one-line.ts'
import { civilDateText } from '../zone-day.ts'
import type { MetadataField } from './metadata-fields.ts'
import { parseTypedDate } from './typed-date.ts'

/** `page`: where it stands, from 1. Dates are 2026-11-25, ranks III/b. */
export type FoundValue = { value: string; page: number }

export type PageText = { page: number; text: string }

export type FoundValues = Partial<Record<MetadataField, FoundValue>>

const MONTHS = [
  'januari',
  'februari',
  'maret',
  'april',
  'mei',
  'juni',
  'juli',
  'agustus',
  'september',
  'oktober',
  'november',
  'desember',
]
// Every repetition has an end: a page is somebody else's, and may be made to be searched for ever.
const NUMBER = /\bnomor\s{0,20}:?\s{0,20}([\w.-]{0,40}\d[\w.-]{0,40}(?:\s?\/\s?[\w.-]{1,40}){0,8})/i
const DATE = String.raw`(\d{1,2}(?:\s{1,9}[a-z]{3,9}\s{1,9}|[-/.]\d{1,2}[-/.])\d{4})`
const SIGNED = new RegExp(
  String.raw`\bditetapkan\s{1,9}di\b[^\d]{0,80}?\btanggal\s{0,20}:?\s{0,20}${DATE}`,
  'i',
)
const EFFECTIVE = new RegExp(
  String.raw`\b(?:terhitung\s{1,9}mulai\s{1,9}tanggal|t\.?m\.?t\.?)\s{0,20}:?\s{0,20}${DATE}`,
  'i',
)
const RANK = /\bgolongan\b[^\n]{0,60}?[\s(:](I{1,3}|IV)\s?\/\s?([a-e])\b/i

/** What a decree says of itself, by the words that go before it; each as it stands there. */
const READERS: Partial<Record<MetadataField, (text: string) => string | undefined>> = {
  decreeNumber: numberIn,
  letterNumber: numberIn,
  decreeDate: (text) => dateIn(SIGNED, text),
  letterDate: (text) => dateIn(SIGNED, text),
  effectiveDate: (text) => dateIn(EFFECTIVE, text),
  rankGrade: (text) => {
    const [, grade, room] = RANK.exec(text) ?? []
    return grade && room ? `${grade.toUpperCase()}/${room.toLowerCase()}` : undefined
  },
}

/**
 * archive.md 4.8: what the text of a document's pages says of the fields that its type asks for. It
 * fills what nobody typed and stands beside what was typed; it decides nothing.
 */
export function valuesIn(
  pages: readonly PageText[],
  fields: readonly MetadataField[],
): FoundValues {
  const found: FoundValues = {}
  for (const field of fields)
    for (const { page, text } of pages) {
      const value = READERS[field]?.(text)
      if (value === undefined) continue
      found[field] = { value, page }
      break
    }
  return found
}

function numberIn(text: string): string | undefined {
  const [, number] = NUMBER.exec(text) ?? []
  return (
    number &&
    oneLine(number, 100)
      .replace(/\s?\/\s?/g, '/')
      .replace(/[.-]+$/, '')
  )
}

function dateIn(pattern: RegExp, text: string): string | undefined {
  const [, written] = pattern.exec(text) ?? []
  const date = written && (parseTypedDate(written) ?? spelled(written))
  return date ? civilDateText(date) : undefined
}

/** 1 Maret 2020 */
function spelled(written: string): CivilDate | undefined {
  const [day, month = '', year] = written.toLowerCase().split(/\s+/)
  const date = { year: Number(year), month: MONTHS.indexOf(month) + 1, day: Number(day) }
  return dayExists(date) ? date : undefined
}
