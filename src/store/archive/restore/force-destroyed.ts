import type { RecordId } from '#domain/archive/record.ts'
import type { PersonId } from '#domain/person.ts'
import type { TransactionSql } from '../../database.ts'
import { addArchiveEvent } from '../events.ts'
import type { Beyond } from './beyond.ts'

/** I10: its keys went, so whatever stage the restored tables believe it in, it is destroyed. */
export async function forceDestroyed(
  tx: TransactionSql,
  { id, person }: { id: RecordId; person: PersonId },
  { gone }: Beyond,
  now: Date,
): Promise<void> {
  const at = gone.map((one) => one.at).sort((one, other) => Number(other) - Number(one))[0] ?? now
  await tx`
    update archive.records set stage = 'destroyed', stage_since = ${at}, destroyed_at = ${at}
    where id = ${id} and stage <> 'destroyed'`
  await tx`
    update archive.batch_items set state = 'over', outcome = 'destroyed', over_at = ${at}
    where record = ${id} and state <> 'over'`
  const told = await tx`
    select from archive.events
    where record = ${id} and (name = 'recordDestroyed' or body ->> 'was' = 'recordDestroyed') limit 1`
  if (told.length > 0) return
  const about = { record: id, person, actor: 'system', at: now } as const
  await addArchiveEvent(tx, { ...about, name: 'recordDestroyed', body: { restored: true } })
}
