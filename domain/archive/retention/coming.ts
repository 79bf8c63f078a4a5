import { type CivilDate, isBefore } from '../../civil-date.ts'
import { civilDateText } from '../../zone-day.ts'
import type { Stage } from '../record.ts'
import type { RetentionReason } from './reason.ts'
import { type Counting, type Retention, retentionOf } from './retention.ts'
import type { RetentionRule } from './rule.ts'

/** From that day on, rules that are published already end a record sooner than they do until then. */
export type ComingRetention = { from: CivilDate; reason: RetentionReason }

/** Whose end may come nearer still: in a batch it does not (T29), and afterwards it has come. */
const RUNNING: readonly Stage[] = ['active', 'inactive']

/** What the thirty days are for: whoever a shorter period concerns reads of it while it waits (T29). */
export function comingRetention(
  { stage, counting }: { stage: Stage; counting: Counting },
  rules: readonly RetentionRule[],
  today: CivilDate,
): ComingRetention | undefined {
  if (!RUNNING.includes(stage)) return undefined
  const now = goesAfter(retentionOf(counting, rules, today))
  for (const from of turnsAfter(today, rules)) {
    const then = retentionOf(counting, rules, from)
    const end = goesAfter(then)
    if (then.verified && end && (!now || isBefore(end, now))) return { from, reason: then.reason }
  }
  return undefined
}

/** What is permanent never goes, whenever its retention ends. */
function goesAfter({ end, follows }: Retention): CivilDate | undefined {
  return follows.disposition === 'permanent' ? undefined : end
}

/** The days on which a rule begins, takes effect or ends, in order. */
function turnsAfter(today: CivilDate, rules: readonly RetentionRule[]): CivilDate[] {
  const days = rules
    .flatMap(({ from, endsFrom, until }) => [from, endsFrom, ...(until ? [until] : [])])
    .filter((day) => isBefore(today, day))
  const byText = new Map(days.map((day) => [civilDateText(day), day]))
  return [...byText].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, day]) => day)
}
