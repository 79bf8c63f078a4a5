import { type CivilDate, isBefore } from '../../civil-date.ts'
import type { RetentionRule } from './rule.ts'

/** What rules ask of a record: its type and the codes under which that type is filed. */
export type Classified = {
  type: string
  /** Of the personal file it lies in, and of the matter it comes from. */
  fileCodes: readonly string[]
  processCode: string | undefined
}

/** The rules that decide about a record; `lacksFile`: one of them points to a rule that is missing. */
export type Governing = { rules: readonly RetentionRule[]; lacksFile: boolean }

/**
 * A rule that says "masuk berkas perseorangan" steps back for those of the personal file, and one in
 * its notice counts beside others alone.
 */
export function rulesOver(
  record: Classified,
  rules: readonly RetentionRule[],
  today: CivilDate,
): Governing {
  const covering = rules
    .filter((rule) => isInForce(rule, today) && covers(rule, record))
    .sort(byRef)
  const settled = covering.filter(({ endsFrom }) => !isBefore(today, endsFrom))
  if (settled.length === 0) return { rules: [], lacksFile: false }
  const hasFile = settled.some((rule) => isOfFile(rule, record))
  return {
    rules: covering.filter((rule) => !isMerged(rule)),
    lacksFile: covering.some(isMerged) && !hasFile,
  }
}

function isInForce({ from, until }: RetentionRule, on: CivilDate): boolean {
  return !isBefore(on, from) && (until === undefined || isBefore(on, until))
}

function isMerged({ disposition }: RetentionRule): boolean {
  return disposition === 'mergePersonalFile'
}

function covers(rule: RetentionRule, record: Classified): boolean {
  switch (rule.covers.of) {
    case 'personalFile':
      return true
    case 'type':
      return rule.covers.type === record.type
    case 'classification':
      return [...record.fileCodes, record.processCode].includes(rule.classification)
  }
}

function isOfFile(rule: RetentionRule, { fileCodes }: Classified): boolean {
  const { covers, classification } = rule
  if (isMerged(rule)) return false
  if (covers.of === 'personalFile') return true
  return covers.of === 'classification' && fileCodes.includes(classification)
}

/** So that no answer depends on the order in which rules were read. */
function byRef(one: RetentionRule, other: RetentionRule): number {
  if (one.id !== other.id) return one.id < other.id ? -1 : 1
  return one.version - other.version
}
