import type { AgencyId } from '../../agency.ts'
import type { Brand } from '../../brand.ts'
import type { CivilDate } from '../../civil-date.ts'
import { isUuid } from '../../uuid.ts'

/** A row of an agency's JRA; it keeps its id through all its versions. */
export type RuleId = Brand<string, 'RuleId'>

export function parseRuleId(text: string): RuleId | undefined {
  return isUuid(text) ? (text as RuleId) : undefined
}

/** What a period of retention can run from. */
export const RETENTION_EVENTS = [
  'decreeIssued',
  'serviceEnded',
  'contractEnded',
  'rightsSettled',
  'finalVerdict',
  'budgetYearEnded',
  'dataRenewed',
  'appointed',
  'identitySet',
  'activityDone',
] as const

export type RetentionEvent = (typeof RETENTION_EVENTS)[number]

/** `notStated`: the JRA names none, so nobody knows when the period begins. `none`: no such period. */
export type ActiveTrigger = RetentionEvent | 'notStated' | 'none'
export type InactiveTrigger = ActiveTrigger | 'activeEnded'

export type Period<Trigger> = { years: number; trigger: Trigger }

export const COUNT_FROM = ['immediately', 'monthEnd', 'yearEnd'] as const
export type CountFrom = (typeof COUNT_FROM)[number]

export const DISPOSITIONS = ['destroy', 'reappraise', 'permanent', 'mergePersonalFile'] as const
export type Disposition = (typeof DISPOSITIONS)[number]

/** What becomes of a record in the end; a merged one goes the way of the personal file. */
export type LastDisposition = Exclude<Disposition, 'mergePersonalFile'>

/** Words of the JRA that make an exception; the panel answers it for each record. */
export type DispositionException = { text: string; disposition: Disposition }

export type RetentionApproval = 'agency' | 'nationalArchives'

/**
 * Which records a rule is for: those whose type has its classification, those of one type whatever
 * codes the agency uses, or all, as the rule of the personal file that holds them.
 */
export type Coverage =
  | { of: 'classification' }
  | { of: 'type'; type: string }
  | { of: 'personalFile' }

/** What a rule says, as it stands in the JRA. */
export type RuleTerms = {
  classification: string
  name: string
  covers: Coverage
  active: Period<ActiveTrigger>
  inactive: Period<InactiveTrigger>
  countFrom: CountFrom
  disposition: Disposition
  exception: DispositionException | undefined
  approval: RetentionApproval
  legalBasis: string
}

export type RuleRef = { id: RuleId; version: number }

/**
 * One version of a rule, which holds `from` a day until before another. Before `endsFrom` it lengthens
 * what others say and gives no end by itself (T29); an unverified one is an example that nobody
 * compared with the JRA, and ends no retention.
 */
export type RetentionRule = RuleRef &
  RuleTerms & {
    agency: AgencyId
    verified: boolean
    from: CivilDate
    endsFrom: CivilDate
    until: CivilDate | undefined
  }

export function refOf({ id, version }: RuleRef): RuleRef {
  return { id, version }
}

export function totalYears({ active, inactive }: Pick<RuleTerms, 'active' | 'inactive'>): number {
  return active.years + inactive.years
}
