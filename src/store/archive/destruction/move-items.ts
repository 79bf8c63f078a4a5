import type { ArchiveActor, ArchiveEventName } from '#domain/archive/archive-event.ts'
import type { BatchId } from '#domain/archive/destruction/batch.ts'
import type { RecordId, Stage } from '#domain/archive/record.ts'
import type { TransactionSql } from '../../database.ts'

const AT_ONCE = 2000

export type Moving = { to: Stage; event: ArchiveEventName; actor: ArchiveActor; at: Date }

/**
 * All open records of a list come into a stage, each with its event (I8), by so many that no statement
 * takes long. The salt of an event is of two random uuids, which PostgreSQL makes itself.
 */
export async function moveItems(
  tx: TransactionSql,
  batch: BatchId,
  { to, event, actor, at }: Moving,
): Promise<void> {
  const [who, hat] = actor === 'system' ? [null, null] : [actor.person, actor.hat ?? null]
  for (let after: RecordId | undefined; ; ) {
    const moved = await tx<{ record: RecordId }[]>`
      with chosen as materialized (
        select r.id from archive.records r join archive.batch_items i on i.record = r.id
        where i.batch = ${batch} and i.state <> 'over'
          and i.record > coalesce(${after ?? null}, '00000000-0000-0000-0000-000000000000'::uuid)
        order by r.id limit ${AT_ONCE} for update of r
      ), moved as (
        update archive.records r set stage = ${to}, stage_since = ${at}, next_n = r.next_n + 1
        from chosen where r.id = chosen.id returning r.id, r.person, r.next_n - 1 as n
      ), told as (
        insert into archive.events (id, record, n, person, at, name, actor, hat, body, salt)
        select gen_random_uuid(), m.id, m.n, m.person, ${at}, ${event}, ${who}, ${hat},
          jsonb_build_object('batch', ${batch}::text),
          uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
        from moved m
      )
      select id as record from moved order by id`
    if (moved.length < AT_ONCE) return
    after = moved.at(-1)?.record
  }
}
