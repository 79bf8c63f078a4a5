import type { ArchiveActor, ArchiveEventName } from '#domain/archive/archive-event.ts'
import type { Hold } from '#domain/archive/hold.ts'
import type { RecordId } from '#domain/archive/record.ts'
import { civilDateText } from '#domain/zone-day.ts'
import type { TransactionSql } from '../database.ts'
import { addArchiveEvent } from './events.ts'

type Told = { name: ArchiveEventName; actor: ArchiveActor; at: Date }

/**
 * One event that tells of the hold, and one in each record it covers, so that a restored database
 * lacks none. Whoever tells its subject tells `silent` ones never, and the others once a hold.
 */
export async function addHoldEvents(
  tx: TransactionSql,
  hold: Hold,
  covered: readonly RecordId[],
  told: Told,
): Promise<void> {
  const { scope, person } = hold
  const own = scope.of === 'record' ? scope.record : undefined
  const about = { ...told, person, body: bodyOf(hold) }
  await addArchiveEvent(tx, { ...about, record: own })
  for (const record of covered) if (record !== own) await addArchiveEvent(tx, { ...about, record })
}

/** Codes and ids alone; neither basis nor case number. */
function bodyOf({ id, scope, silent, reviewOn }: Hold) {
  return {
    hold: id,
    of: scope.of,
    ...(scope.of === 'type' && { type: scope.type }),
    silent,
    review: civilDateText(reviewOn),
  }
}
