import type { Governing } from './coverage.ts'
import {
  type DispositionException,
  type LastDisposition,
  type RetentionApproval,
  type RetentionRule,
  type RuleRef,
  refOf,
  totalYears,
} from './rule.ts'

/**
 * What may happen once retention is over, and who has to agree. `undecided`: no rule says anything, so
 * nothing may.
 */
export type Following = {
  disposition: LastDisposition | 'undecided'
  approval: RetentionApproval
  /** To be answered by the panel for this record before its disposition holds. */
  exceptions: readonly (RuleRef & DispositionException)[]
}

/** From this many years on, active and inactive together, ANRI has to agree: the stricter reading. */
const NATIONAL_YEARS = 10

/** Of several rules the most keeping disposition and the strictest approval. */
export function whatFollows({ rules, lacksFile }: Governing): Following {
  const isUndecided = rules.length === 0 || lacksFile
  return {
    disposition: isUndecided ? 'undecided' : mostKeeping(rules),
    approval: isUndecided || rules.some(needsNation) ? 'nationalArchives' : 'agency',
    exceptions: rules.flatMap((rule) =>
      rule.exception ? [{ ...refOf(rule), ...rule.exception }] : [],
    ),
  }
}

function mostKeeping(rules: readonly RetentionRule[]): LastDisposition {
  const said = rules.map(({ disposition }) => disposition)
  if (said.includes('permanent')) return 'permanent'
  return said.includes('reappraise') ? 'reappraise' : 'destroy'
}

function needsNation(rule: RetentionRule): boolean {
  return rule.approval === 'nationalArchives' || totalYears(rule) >= NATIONAL_YEARS
}
