import type { RetentionReason } from '#domain/archive/retention/reason.ts'
import { dayOf } from '#domain/zone-day.ts'
import {
  afterEndText,
  type Coming,
  comingText,
  keptText,
  type RuleSource,
} from '../retention-words.ts'
import { RECORD } from './record-words.ts'
import type { ShownRecord } from './shown-record.ts'

export type KeptBy = {
  reason: RetentionReason
  source: RuleSource | undefined
  coming: Coming | undefined
}

type Props = { record: ShownRecord; retention: KeptBy | undefined; now: Date }

/** Why it is kept, until when, by whom; a rule counts from the first version that was verified. */
export function KeptPart({ record, retention, now }: Props) {
  const { stage } = record.record
  const today = dayOf(now, 'WIB')
  const after = retention && afterEndText({ stage, isHeld: false, reason: retention.reason, today })
  return (
    <section class="card">
      <h2>{RECORD.kept}</h2>
      {stage !== 'destroyed' && <p>{`Disimpan oleh ${record.owner.agencyName}, terenkripsi.`}</p>}
      {stage === 'draft' && <p>{RECORD.notYetKept}</p>}
      {stage !== 'draft' && retention && (
        <p>{keptText(stage, retention.reason, retention.source)}</p>
      )}
      {retention?.coming && (
        <p class="aside">
          {comingText(retention.coming)} {RECORD.mayObject}
        </p>
      )}
      {after && <p>{after}</p>}
    </section>
  )
}
