import type { ArchiveActor } from '#domain/archive/archive-event.ts'
import type { HoldId } from '#domain/archive/hold.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { TransactionSql } from '../database.ts'
import { addArchiveEvent } from './events.ts'

export type Withdrawal = { because: 'hold'; hold: HoldId; actor: ArchiveActor; at: Date }

/** T20: out of whatever batch they are in, before their keys are touched; their records are locked. */
export async function withdrawItems(
  tx: TransactionSql,
  records: readonly RecordId[],
  { because, hold, actor, at }: Withdrawal,
): Promise<void> {
  for (const record of records) {
    const [taken] = await tx<{ person: string }[]>`
      update archive.records set stage = 'inactive', stage_since = ${at} where id = ${record}
      returning person`
    await addArchiveEvent(tx, {
      name: 'itemWithdrawn',
      record,
      person: taken?.person as never,
      actor,
      at,
      body: { because, hold },
    })
  }
}
