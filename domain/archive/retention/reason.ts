import type { CivilDate } from '../../civil-date.ts'
import { civilDateText } from '../../zone-day.ts'
import type { RetentionEnd } from './end.ts'
import type { Fact, Facts } from './facts.ts'
import type { Following } from './follows.ts'
import { type RetentionEvent, type RetentionRule, type RuleRef, refOf } from './rule.ts'

/** Why a record is kept until when, for one sentence; the JRA is told by the rule that it names. */
export type RetentionReason =
  | { kind: 'forEver'; because: 'noRule' | 'noPersonalFileRule' }
  | { kind: 'forEver'; because: 'notStated'; rule: RuleRef }
  | { kind: 'forEver'; because: 'triggerUnknown'; trigger: RetentionEvent; rule: RuleRef }
  | CountedReason
  /** The panel kept it longer than the rules (T17). */
  | { kind: 'extended'; on: CivilDate; rule: RuleRef }

export type CountedReason = {
  kind: 'until'
  on: CivilDate
  rule: RuleRef
  /** What the periods run from, in order: one event, or one for each period. */
  since: readonly Since[]
  years: { active: number; inactive: number }
  disposition: Following['disposition']
  verified: boolean
}

export type Since = Fact & { event: RetentionEvent }

type Known = { facts: Facts; follows: Following; verified: boolean }

export function reasonOf(end: RetentionEnd, known: Known): RetentionReason {
  if (end.kind === 'extended') return { ...end, rule: refOf(end.rule) }
  if (end.kind === 'forEver') return 'rule' in end ? { ...end, rule: refOf(end.rule) } : end
  const { on, rule } = end
  return {
    kind: 'until',
    on,
    rule: refOf(rule),
    since: sinceOf(rule, known.facts),
    years: { active: rule.active.years, inactive: rule.inactive.years },
    disposition: known.follows.disposition,
    verified: known.verified,
  }
}

/** Two that say the same, whatever order their parts came back in. */
export function isSameReason(one: RetentionReason, other: RetentionReason): boolean {
  return keyOf(one) === keyOf(other)
}

function sinceOf({ active, inactive }: RetentionRule, facts: Facts): Since[] {
  return [active.trigger, inactive.trigger].flatMap((trigger) => {
    const event = trigger as RetentionEvent
    const fact = facts[event]
    return fact ? [{ event, ...fact }] : []
  })
}

function keyOf(reason: RetentionReason): string {
  const rule = 'rule' in reason ? [reason.rule.id, reason.rule.version] : []
  switch (reason.kind) {
    case 'forEver':
      return [reason.because, 'trigger' in reason ? reason.trigger : '', ...rule].join()
    case 'extended':
      return [reason.kind, civilDateText(reason.on), ...rule].join()
    case 'until': {
      const since = reason.since.flatMap(({ event, on, how }) => [event, civilDateText(on), how])
      const { active, inactive } = reason.years
      const rest = [active, inactive, reason.disposition, reason.verified]
      return [civilDateText(reason.on), ...rule, ...since, ...rest].join()
    }
  }
}
