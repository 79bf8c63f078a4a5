import type { RetentionReason } from '#domain/archive/retention/reason.ts'
import { type RuleSource, retentionText } from '../retention-words.ts'
import { RECORD } from './record-words.ts'
import type { ShownRecord } from './shown-record.ts'

type Props = {
  record: ShownRecord
  retention: { reason: RetentionReason; source: RuleSource | undefined } | undefined
}

/** Why it is kept, until when, by whom. */
export function KeptPart({ record, retention }: Props) {
  return (
    <section class="card">
      <h2>{RECORD.kept}</h2>
      {record.record.stage !== 'destroyed' && (
        <p>{`Disimpan oleh ${record.owner.agencyName}, terenkripsi.`}</p>
      )}
      {retention && <p>{retentionText(retention.reason, retention.source)}</p>}
    </section>
  )
}
