import { describe, expect, test } from 'vitest'
import {
  judgeTypeTerms,
  LEAST_BYTES,
  MOST_BYTES,
  type TermsRefused,
  type TypeTerms,
  termsOf,
} from '#domain/archive/type-terms.ts'
import { no, ok } from '#domain/result.ts'
import { recordType, recordTypes } from '#test/support/record-types.ts'

const type = recordType('pns')
const terms = (fields: Partial<TypeTerms>): TypeTerms => ({ ...termsOf(type), ...fields })

const ALLOWED: Record<string, Partial<TypeTerms>> = {
  'another name': { name: 'SK PNS atau petikannya' },
  'its own name in capitals': { name: 'SK  pns' },
  'fewer bytes': { maxBytes: LEAST_BYTES },
  'more bytes': { maxBytes: MOST_BYTES },
  'fewer pages': { maxPages: 1 },
  'a field more': { requiredMetadata: [...type.requiredMetadata, 'orgUnit'] },
  'a field less that nothing runs from': {
    requiredMetadata: type.requiredMetadata.filter((field) => field !== 'rankGrade'),
  },
  'more secrecy': { securityClass: 'secret' },
}

const REFUSED: Record<string, [Partial<TypeTerms>, TermsRefused]> = {
  'no name': [{ name: '' }, 'noName'],
  'the name of another': [{ name: 'SK CPNS' }, 'nameTaken'],
  'the same in other case, with more spaces': [{ name: ' sk\u00a0 cpns ' }, 'nameTaken'],
  nobody: [{ appliesTo: [] }, 'noKind'],
  'people for whom it has no classification': [{ appliesTo: ['pns', 'pppk'] }, 'notClassified'],
  'no metadata': [{ requiredMetadata: [] }, 'noField'],
  'no TMT any more': [
    { requiredMetadata: type.requiredMetadata.filter((field) => field !== 'effectiveDate') },
    'dateDropped',
  ],
  'a byte too few': [{ maxBytes: LEAST_BYTES - 1 }, 'bytesOutOfRange'],
  'a byte too many': [{ maxBytes: MOST_BYTES + 1 }, 'bytesOutOfRange'],
  'what is no number': [{ maxBytes: Number.NaN }, 'bytesOutOfRange'],
  'no pages': [{ maxPages: 0 }, 'pagesOutOfRange'],
  'a page too many': [{ maxPages: 301 }, 'pagesOutOfRange'],
  'nothing new': [{}, 'unchanged'],
  'the same in another order': [
    { requiredMetadata: [...type.requiredMetadata].reverse() },
    'unchanged',
  ],
}

describe('what the nation may change of a type', () => {
  test.each(Object.entries(ALLOWED))('takes %s', (_, fields) => {
    expect(judgeTypeTerms(type, terms(fields), recordTypes)).toEqual(ok(terms(fields)))
  })

  test.each(Object.entries(REFUSED))('refuses %s', (_, [fields, refused]) => {
    expect(judgeTypeTerms(type, terms(fields), recordTypes)).toEqual(no(refused))
  })

  test('refuses to open what is secret', () => {
    const secret = { ...type, securityClass: 'secret' as const }
    expect(judgeTypeTerms(secret, terms({ name: 'x' }), recordTypes)).toEqual(no('looser'))
  })
})
