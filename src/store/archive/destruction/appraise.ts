import {
  type AppraisalRefused,
  appraiseItem as decide,
  type Verdict,
} from '#domain/archive/destruction/appraise-item.ts'
import type { Acting, Batch, BatchId } from '#domain/archive/destruction/batch.ts'
import type { Item } from '#domain/archive/destruction/item.ts'
import { shortened } from '#domain/archive/destruction/manifest.ts'
import type { RecordId } from '#domain/archive/record.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { civilDateText, dayOf } from '#domain/zone-day.ts'
import type { Sql, TransactionSql } from '../../database.ts'
import type { OfficeAct } from '../../worn-hat.ts'
import { recomputeLocked } from '../retention/recompute.ts'
import { inBatch, type NoBatch } from './batches.ts'
import { exceptionsOf } from './exceptions.ts'
import { lockItem } from './items.ts'
import { drawManifest } from './manifests.ts'
import { closeIfEmpty, leave, moveOne } from './withdraw.ts'

/** `applies`: whether an exception of the JRA is about this record, where it makes one. */
export type Appraised = {
  batch: BatchId
  record: RecordId
  verdict: Verdict
  applies?: boolean | undefined
}

export type AppraisingRefused = AppraisalRefused | { kind: 'noSuchItem' }

/** T15, T17: what the panel keeps leaves the list in the same transaction. */
export function appraiseItem(
  sql: Sql,
  act: OfficeAct,
  { batch, record, verdict, applies }: Appraised,
): Promise<Result<Item, AppraisingRefused | NoBatch>> {
  const now = act.event.at
  return inBatch<Item, AppraisingRefused>(sql, act, batch, async (tx, found, by) => {
    const item = await lockItem(tx, batch, record)
    if (!item) return no({ kind: 'noSuchItem' })
    const exceptions = (await exceptionsOf(tx, [record], now)).get(record) ?? []
    const today = dayOf(now, 'WIB')
    const decided = decide(found, item, { verdict, exceptions, applies, by, today, now })
    if (!decided.ok) return decided
    await tx`
      update archive.batch_items set exception_applies = ${exceptions.length > 0 ? (applies ?? null) : null}
      where batch = ${batch} and record = ${record}`
    if (decided.value.state === 'over') await keepIt(tx, found, decided.value, { verdict, by, now })
    else await mark(tx, found, decided.value, by, now)
    return ok(decided.value)
  })
}

/**
 * T18: of all of these the panel finds that they may go; of none, where of one of them it has to be said by
 * itself.
 */
export function appraiseToDestroy(
  sql: Sql,
  act: OfficeAct,
  { batch, records }: { batch: BatchId; records: readonly RecordId[] },
): Promise<Result<Item[], AppraisingRefused | NoBatch>> {
  const now = act.event.at
  return inBatch<Item[], AppraisingRefused>(sql, act, batch, async (tx, found, by) => {
    const excepted = await exceptionsOf(tx, records, now)
    const today = dayOf(now, 'WIB')
    const judged: Item[] = []
    for (const record of records) {
      const item = await lockItem(tx, batch, record)
      if (!item) return no({ kind: 'noSuchItem' })
      const exceptions = excepted.get(record) ?? []
      const appraisal = { verdict: DESTROY, exceptions, applies: undefined, by, today, now }
      const decided = decide(found, item, appraisal)
      if (!decided.ok) return decided
      judged.push(decided.value)
    }
    for (const item of judged) await mark(tx, found, item, by, now)
    return ok(judged)
  })
}

const DESTROY = { kind: 'destroy' } as const

async function mark(tx: TransactionSql, { id }: Batch, item: Item, by: Acting, now: Date) {
  await tx`
    update archive.batch_items
    set state = ${item.state}, appraised_by = ${by.person}, appraised_at = ${now}
    where batch = ${id} and record = ${item.record}`
}

type Kept = { verdict: Verdict; by: Acting; now: Date }

async function keepIt(tx: TransactionSql, batch: Batch, item: Item, { verdict, by, now }: Kept) {
  const reason = verdict.kind === 'destroy' ? undefined : verdict.reason
  await mark(tx, batch, { ...item, state: 'toDestroy' }, by, now)
  await leave(tx, batch.id, item, { because: undefined, reason, at: now })
  await moveKept(tx, batch, item, { verdict, by, now })
  await closeIfEmpty(tx, await drawManifest(tx, batch, shortened, now), now)
}

async function moveKept(tx: TransactionSql, batch: Batch, item: Item, { verdict, by, now }: Kept) {
  const { person: actor, hat } = by
  const { record, subject: person } = item
  const about = { record, person, actor: { person: actor, hat }, at: now }
  const body = { batch: batch.id }
  if (verdict.kind !== 'extend')
    return moveOne(tx, { ...about, to: 'permanent', name: 'recordMarkedPermanent', body })
  const until = civilDateText(verdict.until)
  await tx`
    insert into archive.retention_extensions (record, until_date, reason, decided_by, decided_as, decided_at)
    values (${record}, ${until}, ${verdict.reason}, ${actor}, ${hat}, ${now})`
  await moveOne(tx, {
    ...about,
    to: 'inactive',
    name: 'retentionExtended',
    body: { ...body, until },
  })
  await recomputeLocked(tx, [record], now)
}
