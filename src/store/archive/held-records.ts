import type { HoldScope } from '#domain/archive/hold.ts'
import type { HoldableRecord } from '#domain/archive/place-hold.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { PersonId } from '#domain/person.ts'
import type { TransactionSql } from '../database.ts'

/**
 * All records of a person, locked. Of one that is being destroyed the keys of its versions tell how
 * far that is; those of a version that was withdrawn or rejected went before.
 */
export async function lockRecords(tx: TransactionSql, person: PersonId): Promise<HoldableRecord[]> {
  const rows = await tx<(Omit<HoldableRecord, 'keysGoneAt'> & { keysGoneAt: Date | null })[]>`
    select r.id, r.type, r.stage, coalesce(r.destroyed_at, (
        select min(v.key_gone_at) from archive.versions v
        where v.record = r.id and r.stage = 'destroying' and v.status not in ('withdrawn', 'rejectedBySystem')
      )) as keys_gone_at
    from archive.records r where r.person = ${person} order by r.id for update`
  return rows.map((row) => ({ ...row, keysGoneAt: row.keysGoneAt ?? undefined }))
}

/** After a hold was lifted: whether another is on is asked for each. Answers those it covered. */
export async function releaseRecords(
  tx: TransactionSql,
  person: PersonId,
  scope: HoldScope,
): Promise<RecordId[]> {
  const rows = await tx<{ id: RecordId }[]>`
    update archive.records r set held = archive.is_held(r.id)
    where r.person = ${person} and r.stage <> 'destroyed'
      and (${scope.of !== 'type'} or r.type = ${scope.of === 'type' ? scope.type : null})
      and (${scope.of !== 'record'} or r.id = ${scope.of === 'record' ? scope.record : null})
    returning r.id`
  return rows.map(({ id }) => id)
}
