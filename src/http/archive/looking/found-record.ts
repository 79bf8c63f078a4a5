import type { RecordId } from '#domain/archive/record.ts'
import type { ToldEvent } from '#domain/archive/told-event.ts'
import type { Dossier } from '../../../store/archive/dossiers.ts'
import { findRetention, type RecordRetention } from '../../../store/archive/retention/of-record.ts'
import { listToldEvents } from '../../../store/archive/told-events.ts'
import type { TransactionSql } from '../../../store/database.ts'

/** A record with what became of it and why it is kept. */
export type FoundRecord = {
  dossier: Dossier
  events: readonly ToldEvent[]
  retention: RecordRetention | undefined
}

/** A record of few versions has few events; of one that has more, the newest are told. */
const EVENTS = 100

export async function findAround(
  tx: TransactionSql,
  dossier: Dossier,
  now: Date,
): Promise<FoundRecord> {
  const id: RecordId = dossier.record.id
  return {
    dossier,
    events: await listToldEvents(tx, id, EVENTS),
    retention: await findRetention(tx, id, now),
  }
}
