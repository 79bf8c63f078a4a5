import type { RecordId, Stage } from '#domain/archive/record.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql } from '../../database.ts'

/** A record of the person's own that is on its way to destruction, and whether they may object still. */
export type ProposedRecord = {
  record: RecordId
  type: string
  slot: string
  stage: Stage
  /** When the wait ends; none before it was approved. */
  until: Date | undefined
  mayObject: boolean
  objection:
    | { reason: string; accepted: boolean | undefined; because: string | undefined }
    | undefined
}

type Row = Omit<ProposedRecord, 'until' | 'objection'> & {
  until: Date | null
  reason: string | null
  accepted: boolean | null
  because: string | null
}

/** For /arsip: what the panel recommended to destroy, from then on until it is gone or kept. */
export async function listProposedOf(
  sql: Sql,
  person: PersonId,
  now: Date,
): Promise<ProposedRecord[]> {
  const rows = await sql<Row[]>`
    select r.id as record, r.type, r.slot, r.stage, b.wait_until as until,
      o.record is null and (b.state = 'proposed' or b.state = 'waiting' and b.wait_until > ${now}) as may_object,
      o.reason, o.accepted, o.because
    from archive.batch_items i
    join archive.batches b on b.id = i.batch
    join archive.records r on r.id = i.record
    left join archive.objections o on o.batch = i.batch and o.record = i.record
    where i.subject = ${person} and i.state <> 'over' and b.state <> 'appraising'
    order by b.wait_until nulls last, r.id`
  return rows.map(({ until, reason, accepted, because, ...row }) => ({
    ...row,
    until: until ?? undefined,
    objection:
      reason === null
        ? undefined
        : { reason, accepted: accepted ?? undefined, because: because ?? undefined },
  }))
}
