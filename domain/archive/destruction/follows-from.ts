import type { RetentionReason } from '../retention/reason.ts'
import type { Candidate } from './propose-record.ts'

/** From this many years on ANRI has to agree (6.1). */
const NATIONAL_YEARS = 10

/**
 * What may become of a record and who has to agree, by what was counted for it last. Where that does
 * not say how long the rule keeps, ANRI is asked.
 */
export function followsFrom(
  reason: RetentionReason | undefined,
): Pick<Candidate, 'disposition' | 'approval'> {
  if (reason?.kind === 'extended')
    return { disposition: 'reappraise', approval: 'nationalArchives' }
  if (reason?.kind !== 'until' || !reason.verified)
    return { disposition: 'undecided', approval: 'nationalArchives' }
  const { active, inactive } = reason.years
  const approval = active + inactive >= NATIONAL_YEARS ? 'nationalArchives' : 'agency'
  return { disposition: reason.disposition, approval }
}
