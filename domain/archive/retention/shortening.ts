import type { CountFrom, Coverage, Disposition, RetentionRule, RuleTerms } from './rule.ts'

type Compared = RuleTerms & Pick<RetentionRule, 'verified'>

const LATER: readonly CountFrom[] = ['immediately', 'monthEnd', 'yearEnd']
const KEEPS: readonly Disposition[] = ['destroy', 'reappraise', 'permanent']

/**
 * Whether any record at all might end sooner or worse by the new terms; in doubt, yes. So is a first
 * rule, for without one a record is kept for ever, and the first that is verified, for what was not
 * ended nothing.
 */
export function isShortening(before: Compared | undefined, after: Compared): boolean {
  if (!before || (after.verified && !before.verified)) return true
  return !(keepsAsLong(before, after) && keepsAsMuch(before, after))
}

function keepsAsLong(before: Compared, after: Compared): boolean {
  return (
    isSameCoverage(before, after) &&
    before.active.trigger === after.active.trigger &&
    before.inactive.trigger === after.inactive.trigger &&
    after.active.years >= before.active.years &&
    after.inactive.years >= before.inactive.years &&
    LATER.indexOf(after.countFrom) >= LATER.indexOf(before.countFrom)
  )
}

function keepsAsMuch(before: Compared, after: Compared): boolean {
  return (
    keepsByDisposition(before.disposition, after.disposition) &&
    (!before.exception || isSameException(before, after)) &&
    (before.approval === 'agency' || after.approval === 'nationalArchives')
  )
}

/** To be merged is a way of its own: neither more nor less than another. */
function keepsByDisposition(before: Disposition, after: Disposition): boolean {
  if (before === after) return true
  return KEEPS.includes(before) && KEEPS.indexOf(after) > KEEPS.indexOf(before)
}

function isSameException(before: Compared, after: Compared): boolean {
  return (
    before.exception?.disposition === after.exception?.disposition &&
    before.exception?.text === after.exception?.text
  )
}

function isSameCoverage(before: Compared, after: Compared): boolean {
  return before.classification === after.classification && typeOf(before) === typeOf(after)
}

function typeOf({ covers }: { covers: Coverage }): string {
  return covers.of === 'type' ? `type ${covers.type}` : covers.of
}
