import { randomBytes } from 'node:crypto'
import type { HoldId } from '#domain/archive/hold.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { PersonId } from '#domain/person.ts'
import { inTransaction, type Sql, type TransactionSql } from '../../database.ts'
import { recomputeCompleteness } from '../completeness.ts'
import { addArchiveEvent } from '../events.ts'
import { closeGate } from '../gate.ts'
import { withdrawItems } from '../withdraw-items.ts'
import type { Beyond, GoneKey, LostEvent } from './beyond.ts'
import { forceDestroyed } from './force-destroyed.ts'
import type { Operator } from './operators.ts'

/** `basis`: what a hold says that is placed on whatever lost newer events. */
export type Restoring = { operators: readonly [Operator, Operator]; basis: string; now: Date }

/** `unknown`: the restored tables have no such record. */
export type RestoredRecord = 'destroyed' | 'held' | 'unknown'

type Known = { id: RecordId; person: PersonId; stage: string }

const SALT_BYTES = 32

/** All of one record or nothing; what is done already is not found by `listBeyond` again. */
export function restoreRecord(
  sql: Sql,
  beyond: Beyond,
  restoring: Restoring,
): Promise<RestoredRecord> {
  return inTransaction(sql, async (tx) => {
    await closeGate(tx)
    const [record] = await tx<Known[]>`
      select id, person, stage from archive.records where id = ${beyond.record} for update`
    if (!record) return 'unknown'
    await setMoveTriggers(tx, 'disable')
    await reenter(tx, record, beyond.events)
    await takeKeys(tx, beyond.gone)
    const isDestroyed = beyond.isDestroyed && !(await hasKeyLeft(tx, record.id))
    if (isDestroyed) await forceDestroyed(tx, record, beyond, restoring.now)
    else if (beyond.events.length > 0) await holdForReview(tx, record, restoring)
    await recomputeCompleteness(tx, record.person)
    await setMoveTriggers(tx, 'enable')
    return isDestroyed ? 'destroyed' : 'held'
  })
}

/** Nothing but a restore jumps to an end; within its transaction, and as the owner of the tables alone. */
async function setMoveTriggers(tx: TransactionSql, how: 'enable' | 'disable'): Promise<void> {
  await tx.unsafe(`alter table archive.records ${how} trigger stage_move`)
  await tx.unsafe(`alter table archive.batch_items ${how} trigger item_move`)
}

/** Under their ids and numbers of before, for the log has their leaves; what they said is lost. */
async function reenter(tx: TransactionSql, { id, person }: Known, events: readonly LostEvent[]) {
  for (const { event, n, name, at } of events)
    await tx`
      insert into archive.events (id, record, n, person, at, name, body, salt)
      values (${event}, ${id}, ${n}, ${person}, ${at}, 'restoredLeaf', ${tx.json({ was: name })},
        ${randomBytes(SALT_BYTES)})`
  const last = events.at(-1)?.n ?? 0
  await tx`update archive.records set next_n = greatest(next_n, ${last + 1}) where id = ${id}`
}

/** What a key alone opened goes with it; a version that went without its record was withdrawn. */
async function takeKeys(tx: TransactionSql, gone: readonly GoneKey[]): Promise<void> {
  for (const { version, destroyed, at } of gone) {
    await tx`
      update archive.versions
      set key_gone_at = ${at}, metadata = null, sealed = null, twin_tag = null,
        returned_for = returned_for || '{"note": ""}'
      where id = ${version}`
    if (!destroyed)
      await tx`
        update archive.versions set status = 'withdrawn', status_since = ${at}
        where id = ${version} and status in ('quarantined', 'awaitingVerification', 'returned')`
    await tx`
      with gone as (delete from archive.copies where version = ${version} returning object, store)
      insert into archive.loose_objects (object, store, since)
      select object, store, '-infinity' from gone`
  }
}

async function hasKeyLeft(tx: TransactionSql, record: RecordId): Promise<boolean> {
  const left = await tx`
    select from archive.versions where record = ${record} and key_gone_at is null limit 1`
  return left.length > 0
}

/** A hold that was placed since is lost, and so may be what stood against an end: people have to look. */
async function holdForReview(
  tx: TransactionSql,
  { id: record, person }: Known,
  { operators, basis, now }: Restoring,
): Promise<void> {
  const by = operators[0].person === person ? operators[1] : operators[0]
  const [hold] = await tx<{ id: HoldId; review: string }[]>`
    insert into archive.holds (id, person, record, basis, case_no, review_on, placed_by, placed_as, placed_at)
    values (gen_random_uuid(), ${person}, ${record}, ${basis}, 'restoreReview',
      (${now}::timestamptz at time zone 'Asia/Jakarta')::date + 30, ${by.person}, ${by.hat}, ${now})
    returning id, review_on::text as review`
  if (!hold) return
  await tx`update archive.records set held = true where id = ${record}`
  const actor = { person: by.person, hat: by.hat }
  await withdrawItems(tx, [record], { because: 'hold', hold: hold.id, actor, at: now })
  const body = { hold: hold.id, of: 'record', silent: false, review: hold.review }
  await addArchiveEvent(tx, { name: 'holdPlaced', record, person, actor, at: now, body })
}
