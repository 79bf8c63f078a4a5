import { no, ok, type Result } from '../result.ts'
import type { MetadataField } from './metadata-fields.ts'
import type { RecordType } from './record-type.ts'

/** What the nation may change of a type; all else, like its code and its history, stays for ever. */
export type TypeTerms = Pick<
  RecordType,
  'name' | 'appliesTo' | 'requiredMetadata' | 'maxBytes' | 'maxPages' | 'securityClass'
>

export type TermsRefused =
  | 'noName'
  | 'nameTaken'
  | 'noKind'
  | 'notClassified'
  | 'noField'
  | 'dateDropped'
  | 'bytesOutOfRange'
  | 'pagesOutOfRange'
  | 'looser'
  | 'unchanged'

/** Less than this no scanned page has; the most is what the portal takes at all (archive.md 3). */
export const LEAST_BYTES = 100 * 1024
export const MOST_BYTES = 10 * 1024 * 1024
export const MOST_PAGES = 300

/** Days that periods of retention run from: once a type asks for one, it does for good. */
const RECKONED: readonly MetadataField[] = ['decreeDate', 'letterDate', 'effectiveDate', 'endDate']

/** Nothing that is kept may lose by a change: neither its secrecy, nor its classification, nor its days. */
export function judgeTypeTerms(
  type: RecordType,
  terms: TypeTerms,
  types: readonly RecordType[],
): Result<TypeTerms, TermsRefused> {
  const refused =
    outOfRange(terms) ??
    (isTaken(type, terms, types) ? 'nameTaken' : undefined) ??
    breaking(type, terms) ??
    (isSame(type, terms) ? 'unchanged' : undefined)
  return refused ? no(refused) : ok(terms)
}

/** By a new name nobody could tell the type from another; one that has long been alike stays. */
export function isTaken(type: RecordType, terms: TypeTerms, types: readonly RecordType[]): boolean {
  const wanted = seenName(terms)
  if (wanted === seenName(type)) return false
  return types.some((other) => other.code !== type.code && seenName(other) === wanted)
}

export function termsOf(type: TypeTerms): TypeTerms {
  const { name, appliesTo, requiredMetadata, maxBytes, maxPages, securityClass } = type
  return { name, appliesTo, requiredMetadata, maxBytes, maxPages, securityClass }
}

/** In whatever order kinds and fields were named. */
export function isSame(one: TypeTerms, other: TypeTerms): boolean {
  return factsOf(one) === factsOf(other)
}

/** As a name is told from others: without case, and however many spaces it has. */
function seenName({ name }: Pick<TypeTerms, 'name'>): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
}

function outOfRange(terms: TypeTerms): TermsRefused | undefined {
  const { name, appliesTo, requiredMetadata, maxBytes, maxPages } = terms
  if (name === '') return 'noName'
  if (appliesTo.length === 0) return 'noKind'
  if (requiredMetadata.length === 0) return 'noField'
  if (!isWithin(maxBytes, LEAST_BYTES, MOST_BYTES)) return 'bytesOutOfRange'
  return isWithin(maxPages, 1, MOST_PAGES) ? undefined : 'pagesOutOfRange'
}

function breaking(type: RecordType, terms: TypeTerms): TermsRefused | undefined {
  if (terms.appliesTo.some((kind) => type.classification[kind] === undefined))
    return 'notClassified'
  const isDropped = (field: MetadataField) =>
    type.requiredMetadata.includes(field) && !terms.requiredMetadata.includes(field)
  if (RECKONED.some(isDropped)) return 'dateDropped'
  const isLooser = type.securityClass === 'secret' && terms.securityClass !== 'secret'
  return isLooser ? 'looser' : undefined
}

function isWithin(number: number, least: number, most: number): boolean {
  return Number.isInteger(number) && number >= least && number <= most
}

function factsOf({ name, appliesTo, requiredMetadata, ...caps }: TypeTerms): string {
  const { maxBytes, maxPages, securityClass } = caps
  const named = [[...appliesTo].sort(), [...requiredMetadata].sort()]
  return JSON.stringify([name, named, maxBytes, maxPages, securityClass])
}
