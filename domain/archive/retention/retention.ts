import { type CivilDate, isBefore } from '../../civil-date.ts'
import { type Classified, rulesOver } from './coverage.ts'
import { activeEnd, extendedEnd, type RetentionEnd, retentionEnd } from './end.ts'
import type { Facts } from './facts.ts'
import { type Following, whatFollows } from './follows.ts'
import { type RetentionReason, reasonOf } from './reason.ts'
import type { RetentionRule } from './rule.ts'

/** All that follows from rules and facts for one record; nothing of it is ever typed (I11). */
export type Retention = {
  /** The last day of the active period, where it can be counted. */
  activeEnd: CivilDate | undefined
  end: CivilDate | undefined
  reason: RetentionReason
  follows: Following
  /** Every rule that decides was compared with the JRA. */
  verified: boolean
}

/** `extended`: until when a panel keeps it, whatever the rules say. */
export type Counting = { record: Classified; facts: Facts; extended: CivilDate | undefined }

/** `rules`: of the record's agency, as they are known now. */
export function retentionOf(
  { record, facts, extended }: Counting,
  rules: readonly RetentionRule[],
  today: CivilDate,
): Retention {
  const governing = rulesOver(record, rules, today)
  const end = extendedEnd(retentionEnd(governing, facts), extended)
  const follows = whatFollows(governing)
  const verified = governing.rules.every((rule) => rule.verified)
  return {
    activeEnd: activeEnd(governing, facts),
    end: lastDay(end),
    reason: reasonOf(end, { facts, follows, verified }),
    follows,
    verified,
  }
}

/** Retention ends after its last day, and never by a rule that nobody verified. */
export function isOver({ end, verified }: Retention, today: CivilDate): boolean {
  return verified && end !== undefined && isBefore(end, today)
}

function lastDay(end: RetentionEnd): CivilDate | undefined {
  return end.kind === 'forEver' ? undefined : end.on
}
