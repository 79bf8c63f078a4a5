import type { Role } from '../../access/mandate.ts'
import { no, ok, type Result } from '../../result.ts'
import { judgeTerms, type TermsProblem } from './judge-terms.ts'
import type { RetentionRule } from './rule.ts'
import type { OpenRuleRequest } from './rule-request.ts'

export type AskRuleRefused =
  | { kind: 'notArchivist' }
  | { kind: 'noForecast' }
  | { kind: 'outdated' }
  | { kind: 'noRule'; problem: TermsProblem }

export type AskingRule = {
  role: Role
  /** Whether the forecast of exactly these terms is counted to its end. */
  isForeseen: boolean
  current: RetentionRule | undefined
}

/** T29, its first half: an archivist asks, having seen what the rule would do. */
export function askRule(
  asked: Omit<OpenRuleRequest, 'state'>,
  { role, isForeseen, current }: AskingRule,
): Result<OpenRuleRequest, AskRuleRefused> {
  if (role !== 'archivist') return no({ kind: 'notArchivist' })
  if (!isForeseen) return no({ kind: 'noForecast' })
  if ((current?.version ?? 0) !== asked.base) return no({ kind: 'outdated' })
  const terms = judgeTerms(asked.terms)
  if (!terms.ok) return no({ kind: 'noRule', problem: terms.problem })
  return ok({ ...asked, state: 'open' })
}
