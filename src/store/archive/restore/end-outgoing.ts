import type { ExportId } from '#domain/archive/export/archive-export.ts'
import type { TransactionSql } from '../../database.ts'
import { endExports } from '../exports/ending.ts'

/**
 * What was given out and ended since would live again: a session that was ended from afar, a link that its
 * person ended, a bag whose object was swept. None of it outlives a restore; whoever needs it begins anew.
 */
export async function endOutgoing(tx: TransactionSql, now: Date): Promise<void> {
  await tx`delete from sessions`
  await tx`
    update archive.share_links set ended_at = ${now}, ended_because = 'restore' where ended_at is null`
  const living = await tx<{ id: ExportId }[]>`
    select id from archive.exports where state in ('asked', 'building', 'ready')`
  await endExports(
    tx,
    living.map(({ id }) => id),
    now,
  )
}
