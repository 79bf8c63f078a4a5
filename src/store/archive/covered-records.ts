import type { Hat } from '#domain/access/hat.ts'
import type { BatchId } from '#domain/archive/destruction/batch.ts'
import type { Hold } from '#domain/archive/hold.ts'
import type { RecordId, Stage } from '#domain/archive/record.ts'
import type { Sql } from '../database.ts'

/**
 * A record that a hold is on; `late`: it came too late, for the keys were gone at that time. `n`, `leaf`:
 * which event of the record proves it and where the log has that; `batch`: the list it was destroyed in.
 */
export type CoveredRecord = {
  id: RecordId
  type: string
  slot: string
  stage: Stage
  late: Late | undefined
}

type Late = {
  at: Date
  n: number | undefined
  leaf: number | undefined
  batch: BatchId | undefined
}

/** Of a hold that the hat was let through to; lists of other agencies are not named. */
export async function listCovered(
  sql: Sql,
  hat: Pick<Hat, 'agency'>,
  { id }: Pick<Hold, 'id'>,
): Promise<CoveredRecord[]> {
  const rows = await sql<Row[]>`
    select r.id, r.type, r.slot, r.stage, c.late_at, proof.n as late_n, l.index as late_leaf, b.id as late_batch
    from archive.covered_by(${id}) c
    join archive.records r on r.id = c.record
    left join lateral (
      select e.id, e.n, e.body ->> 'batch' as batch from archive.events e
      where e.record = r.id and e.name in ('recordDestroyed', 'destructionStarted')
      order by e.n desc limit 1) proof on true
    left join archive.log_leaves l on l.event = proof.id
      and l.index < (select max(size) from archive.log_checkpoints)
    left join archive.batches b on b.id = proof.batch::uuid and b.agency = ${hat.agency ?? null}
    order by r.type, r.slot, r.id`
  return rows.map(toCovered)
}

type Row = Omit<CoveredRecord, 'late'> & {
  lateAt: Date | null
  lateN: number | null
  lateLeaf: number | null
  lateBatch: BatchId | null
}

function toCovered({ lateAt, lateN, lateLeaf, lateBatch, ...row }: Row): CoveredRecord {
  if (!lateAt) return { ...row, late: undefined }
  const proof = {
    n: lateN ?? undefined,
    leaf: lateLeaf ?? undefined,
    batch: lateBatch ?? undefined,
  }
  return { ...row, late: { at: lateAt, ...proof } }
}
