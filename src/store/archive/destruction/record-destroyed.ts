import { recordDestruction } from '#domain/archive/destruction/destroy-item.ts'
import type { Stage } from '#domain/archive/record.ts'
import { inTransaction, type Sql } from '../../database.ts'
import { recomputeCompleteness } from '../completeness.ts'
import { addArchiveEvent } from '../events.ts'
import { addStep, type Claimed, listSteps } from './claims.ts'
import { lockItem } from './items.ts'
import { leave } from './withdraw.ts'

/** T22: only a stub is left, and the event says so; who comes second finds it done. */
export async function recordDestroyed(sql: Sql, claimed: Claimed, now: Date): Promise<void> {
  const { batch, record, person } = claimed
  const destroyed: Stage = 'destroyed'
  await inTransaction(sql, async (tx) => {
    const item = await lockItem(tx, batch, record)
    const recorded = item && recordDestruction(item, await listSteps(tx, claimed))
    if (!recorded?.ok) return
    await tx`
      delete from archive.copies c using archive.versions v
      where v.id = c.version and v.record = ${record}`
    await tx`
      update archive.records set stage = ${destroyed}, stage_since = ${now}, destroyed_at = ${now}
      where id = ${record}`
    await leave(tx, batch, recorded.value, { because: undefined, reason: undefined, at: now })
    await addStep(tx, claimed, 'recorded', now)
    const about = { record, person, actor: 'system', at: now } as const
    await addArchiveEvent(tx, { ...about, name: 'recordDestroyed', body: { batch } })
    await recomputeCompleteness(tx, person)
  })
}
