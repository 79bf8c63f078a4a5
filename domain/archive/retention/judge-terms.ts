import { no, ok, type Result } from '../../result.ts'
import type { RuleTerms } from './rule.ts'

export type TermsProblem =
  | 'noClassification'
  | 'noLegalBasis'
  | 'yearsOutOfRange'
  /** The rule of the personal file cannot point to the rule of the personal file. */
  | 'fileMergesIntoItself'
  /** A period of some years runs from something, and one from nothing has none. */
  | 'yearsWithoutTrigger'
  | 'noPeriod'

const MOST_YEARS = 100

/** What cannot be a rule, whatever a JRA says. */
export function judgeTerms(terms: RuleTerms): Result<RuleTerms, TermsProblem> {
  const { active, inactive, covers, disposition } = terms
  if (!terms.classification) return no('noClassification')
  if (!terms.legalBasis) return no('noLegalBasis')
  if (![active, inactive].every(({ years }) => isCount(years))) return no('yearsOutOfRange')
  if (covers.of === 'personalFile' && disposition === 'mergePersonalFile')
    return no('fileMergesIntoItself')
  if (
    active.trigger === 'none' &&
    (inactive.trigger === 'none' || inactive.trigger === 'activeEnded')
  )
    return no('noPeriod')
  const isEmpty = [active, inactive].some(({ years, trigger }) => trigger === 'none' && years > 0)
  return isEmpty ? no('yearsWithoutTrigger') : ok(terms)
}

function isCount(years: number): boolean {
  return Number.isInteger(years) && years >= 0 && years <= MOST_YEARS
}
