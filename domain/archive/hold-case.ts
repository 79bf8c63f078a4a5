import type { Brand } from '../brand.ts'
import { oneLine } from '../one-line.ts'
import { no, ok, type Result } from '../result.ts'

/** On what a hold stands: the order of a court, the request of an investigator, an audit. */
export type HoldBasis = Brand<string, 'HoldBasis'>
/** Under which number that case is found elsewhere. */
export type CaseNumber = Brand<string, 'CaseNumber'>

export type BasisProblem = { kind: 'basisTooShort'; length: number } | { kind: 'basisTooLong' }
export type CaseNumberProblem = { kind: 'noCaseNumber' } | { kind: 'caseNumberTooLong' }

export const BASIS_LEAST = 10
export const BASIS_MOST = 1000
export const CASE_NUMBER_MOST = 100

export function parseBasis(text: string): Result<HoldBasis, BasisProblem> {
  const basis = oneLine(text, BASIS_MOST + 1)
  const { length } = [...basis]
  if (length < BASIS_LEAST) return no({ kind: 'basisTooShort', length })
  return length > BASIS_MOST ? no({ kind: 'basisTooLong' }) : ok(basis as HoldBasis)
}

export function parseCaseNumber(text: string): Result<CaseNumber, CaseNumberProblem> {
  const number = oneLine(text, CASE_NUMBER_MOST + 1)
  if (number === '') return no({ kind: 'noCaseNumber' })
  if ([...number].length > CASE_NUMBER_MOST) return no({ kind: 'caseNumberTooLong' })
  return ok(number as CaseNumber)
}
