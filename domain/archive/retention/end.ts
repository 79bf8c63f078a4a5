import {
  type CivilDate,
  isBefore,
  laterOf,
  monthEnd,
  yearEnd,
  yearsAfter,
} from '../../civil-date.ts'
import type { Governing } from './coverage.ts'
import type { Facts } from './facts.ts'
import type {
  ActiveTrigger,
  CountFrom,
  InactiveTrigger,
  RetentionEvent,
  RetentionRule,
} from './rule.ts'

/** Why no end can be told: nothing is destroyed for want of a rule or of a date. */
export type ForEver =
  | { because: 'noRule' | 'noPersonalFileRule' }
  | { because: 'notStated'; rule: RetentionRule }
  | { because: 'triggerUnknown'; trigger: RetentionEvent; rule: RetentionRule }

/** The last day of retention, and the rule that says the latest one. */
export type RetentionEnd =
  | { kind: 'until'; on: CivilDate; rule: RetentionRule }
  | { kind: 'extended'; on: CivilDate; rule: RetentionRule }
  | ({ kind: 'forEver' } & ForEver)

/** The latest end of all rules; one that cannot be counted keeps the record for ever. */
export function retentionEnd({ rules, lacksFile }: Governing, facts: Facts): RetentionEnd {
  if (lacksFile) return { kind: 'forEver', because: 'noPersonalFileRule' }
  const ends = rules.map((rule) => endOf(rule, facts))
  return ends.reduce(laterEnd, ends[0] ?? { kind: 'forEver', because: 'noRule' })
}

/** What the panel granted beside the rules (T17). */
export function extendedEnd(end: RetentionEnd, extended: CivilDate | undefined): RetentionEnd {
  if (end.kind === 'forEver' || !extended || !isBefore(end.on, extended)) return end
  return { kind: 'extended', on: extended, rule: end.rule }
}

/** The last day of the active period under all rules; undefined where one cannot be counted. */
export function activeEnd({ rules, lacksFile }: Governing, facts: Facts): CivilDate | undefined {
  if (lacksFile) return undefined
  const ends = rules.map((rule) => activeEndOf(rule, facts))
  return ends.reduce((one, other) => one && other && laterOf(one, other), ends[0])
}

function laterEnd(one: RetentionEnd, other: RetentionEnd): RetentionEnd {
  if (one.kind === 'forEver') return one
  if (other.kind === 'forEver') return other
  return isBefore(one.on, other.on) ? other : one
}

/**
 * Both periods in one addition, since two would lose a day twice after 29 February; an inactive
 * period with an event of its own begins at the later of that and the end of the active one.
 */
function endOf(rule: RetentionRule, facts: Facts): RetentionEnd {
  const start = firstTrigger(rule)
  const base = dateOf(start, rule, facts)
  if (!base.ok) return { kind: 'forEver', ...base.why }
  const own = ownTrigger(rule)
  if (!own) return until(rule, base.on, rule.active.years + rule.inactive.years)
  const second = dateOf(own, rule, facts)
  if (!second.ok) return { kind: 'forEver', ...second.why }
  const activeOver = yearsAfter(base.on, rule.active.years)
  return until(rule, laterOf(activeOver, second.on), rule.inactive.years)
}

function activeEndOf(rule: RetentionRule, facts: Facts): CivilDate | undefined {
  const base = dateOf(firstTrigger(rule), rule, facts)
  return base.ok ? added(rule, base.on, rule.active.years) : undefined
}

function until(rule: RetentionRule, base: CivilDate, years: number): RetentionEnd {
  return { kind: 'until', on: added(rule, base, years), rule }
}

/** Whole years: to move the base to the end of its month or year first comes to the same. */
function added({ countFrom }: RetentionRule, base: CivilDate, years: number): CivilDate {
  return moved(yearsAfter(base, years), countFrom)
}

function moved(date: CivilDate, countFrom: CountFrom): CivilDate {
  switch (countFrom) {
    case 'immediately':
      return date
    case 'monthEnd':
      return monthEnd(date)
    case 'yearEnd':
      return yearEnd(date)
  }
}

/** Without an active period, what the inactive one runs from is where everything begins. */
function firstTrigger({ active, inactive }: RetentionRule): InactiveTrigger {
  return active.trigger === 'none' ? inactive.trigger : active.trigger
}

/** The event that an inactive period after an active one waits for beside its end. */
function ownTrigger({ active, inactive }: RetentionRule): ActiveTrigger | undefined {
  if (active.trigger === 'none') return undefined
  const { trigger } = inactive
  return trigger === 'activeEnded' || trigger === 'none' ? undefined : trigger
}

type Dated = { ok: true; on: CivilDate } | { ok: false; why: ForEver }

function dateOf(trigger: InactiveTrigger, rule: RetentionRule, facts: Facts): Dated {
  if (trigger === 'notStated' || trigger === 'none' || trigger === 'activeEnded')
    return { ok: false, why: { because: 'notStated', rule } }
  const fact = facts[trigger]
  if (!fact) return { ok: false, why: { because: 'triggerUnknown', trigger, rule } }
  return { ok: true, on: fact.on }
}
