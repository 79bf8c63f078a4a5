import type { Hold } from '#domain/archive/hold.ts'
import type { RecordId, Stage } from '#domain/archive/record.ts'
import type { Sql } from '../database.ts'

/**
 * A record that a hold is on; `late`: it came too late, for the keys were gone at that time, and which
 * event of the record proves it.
 */
export type CoveredRecord = {
  id: RecordId
  type: string
  slot: string
  stage: Stage
  late: { at: Date; n: number | undefined } | undefined
}

/** Of a hold that the hat was let through to. */
export async function listCovered(sql: Sql, { id }: Pick<Hold, 'id'>): Promise<CoveredRecord[]> {
  const rows = await sql<Row[]>`
    select r.id, r.type, r.slot, r.stage, c.late_at,
      (select max(e.n) from archive.events e
        where e.record = r.id and e.name in ('recordDestroyed', 'destructionStarted')) as late_n
    from archive.covered_by(${id}) c join archive.records r on r.id = c.record
    order by r.type, r.slot, r.id`
  return rows.map(toCovered)
}

type Row = Omit<CoveredRecord, 'late'> & { lateAt: Date | null; lateN: number | null }

function toCovered({ lateAt, lateN, ...row }: Row): CoveredRecord {
  return { ...row, late: lateAt ? { at: lateAt, n: lateN ?? undefined } : undefined }
}
