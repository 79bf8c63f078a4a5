import type { CivilDate } from '../civil-date.ts'
import { oneLine } from '../one-line.ts'
import { no, ok, type Result } from '../result.ts'
import { civilDateText } from '../zone-day.ts'
import { FIELDS, type FieldKind, type MetadataField, RANKS } from './metadata-fields.ts'
import type { RecordType } from './record-type.ts'
import { parseTypedDate } from './typed-date.ts'

/** Each value in one form: dates as 2026-11-25, fractions with a comma, ranks as III/b. */
export type Metadata = Partial<Record<MetadataField, string>>

export type MetadataProblem =
  | {
      kind:
        | 'empty'
        | 'notADate'
        | 'inTheFuture'
        | 'tooEarly'
        | 'notANumber'
        | 'notAYear'
        | 'notARank'
    }
  | { kind: 'tooLong'; longest: number }
  | { kind: 'tooLate'; years: number }
  | { kind: 'outOfRange'; least: number; most: number }
  | { kind: 'beforeStart' }

export type MetadataProblems = Partial<Record<MetadataField, MetadataProblem>>

/** The Republic's first year: no document of its service is older. */
const FIRST_YEAR = 1945

/** Reads what a record of this type must say; what it does not ask for is left out. */
export function readMetadata(
  { requiredMetadata }: Pick<RecordType, 'requiredMetadata'>,
  typed: Readonly<Record<string, string | undefined>>,
  today: CivilDate,
): Result<Metadata, MetadataProblems> {
  const metadata: Metadata = {}
  const problems: MetadataProblems = {}
  for (const field of requiredMetadata) {
    const read = readField(FIELDS[field], typed[field] ?? '', today)
    if (read.ok) metadata[field] = read.value
    else problems[field] = read.problem
  }
  const { startDate, endDate } = metadata
  if (startDate && endDate && endDate < startDate) problems.endDate = { kind: 'beforeStart' }
  return Object.keys(problems).length === 0 ? ok(metadata) : no(problems)
}

function readField(
  field: FieldKind,
  typed: string,
  today: CivilDate,
): Result<string, MetadataProblem> {
  const text = oneLine(typed, 1000)
  if (text === '') return no({ kind: 'empty' })
  switch (field.kind) {
    case 'text':
      return [...text].length <= field.longest
        ? ok(text)
        : no({ kind: 'tooLong', longest: field.longest })
    case 'date':
      return readDate(field.latest, text, today)
    case 'year':
      return readYear(text, today)
    case 'number':
      return readNumber(field, text)
    case 'decimal':
      return readDecimal(field.most, text)
    case 'rank':
      return readRank(text)
  }
}

function readDate(
  latest: 'today' | { years: number },
  text: string,
  today: CivilDate,
): Result<string, MetadataProblem> {
  const date = parseTypedDate(text)
  if (!date) return no({ kind: 'notADate' })
  if (date.year < FIRST_YEAR) return no({ kind: 'tooEarly' })
  const written = civilDateText(date)
  if (latest === 'today')
    return written <= civilDateText(today) ? ok(written) : no({ kind: 'inTheFuture' })
  const { years } = latest
  const isNear = written <= civilDateText({ ...today, year: today.year + years })
  return isNear ? ok(written) : no({ kind: 'tooLate', years })
}

function readYear(text: string, today: CivilDate): Result<string, MetadataProblem> {
  if (!/^\d{4}$/.test(text)) return no({ kind: 'notAYear' })
  const year = Number(text)
  if (year < FIRST_YEAR) return no({ kind: 'tooEarly' })
  return year <= today.year ? ok(text) : no({ kind: 'inTheFuture' })
}

function readNumber(
  { least, most }: { least: number; most: number },
  text: string,
): Result<string, MetadataProblem> {
  if (!/^\d{1,9}$/.test(text)) return no({ kind: 'notANumber' })
  const number = Number(text)
  return number >= least && number <= most
    ? ok(String(number))
    : no({ kind: 'outOfRange', least, most })
}

/** A dot is a thousand to one and a fraction to another, so only the comma is taken. */
function readDecimal(most: number, text: string): Result<string, MetadataProblem> {
  const found = /^(\d{1,9})(?:,(\d{1,3}))?$/.exec(text)
  if (!found) return no({ kind: 'notANumber' })
  const whole = Number(found[1])
  const fraction = (found[2] ?? '').replace(/0+$/, '')
  if (whole > most) return no({ kind: 'outOfRange', least: 0, most })
  return ok(fraction ? `${whole},${fraction}` : String(whole))
}

/** Also IIIb, iii/b and III b, as decrees and people write it. */
function readRank(text: string): Result<string, MetadataProblem> {
  const plain = text.replace(/[\s/.-]/g, '').toLowerCase()
  const rank = RANKS.find((one) => one.replace('/', '').toLowerCase() === plain)
  return rank ? ok(rank) : no({ kind: 'notARank' })
}
