import {
  type ApprovingRefused,
  approveBatch as decideApproval,
} from '#domain/archive/destruction/approve-batch.ts'
import type { Acting, Batch, BatchId } from '#domain/archive/destruction/batch.ts'
import type { WitnessSeat } from '#domain/archive/destruction/seat.ts'
import {
  signManifest as decideSigning,
  type SigningRefused,
} from '#domain/archive/destruction/sign-manifest.ts'
import {
  type AttendingRefused,
  attend as decideAttending,
} from '#domain/archive/destruction/start-destruction.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Sql, TransactionSql } from '../../database.ts'
import type { OfficeAct } from '../../worn-hat.ts'
import { hastenCopies } from './batch-copies.ts'
import { inBatch, keepBatch, type NoBatch } from './batches.ts'
import { countItems, isSubjectOf } from './items.ts'
import { type Moving, moveItems } from './move-items.ts'

/** `seen`: the SHA-256 of the list that was on the page. */
export type Signed = { batch: BatchId; seen: string }

/** T18: the last one of the panel recommends all of the list. */
export function signManifest(
  sql: Sql,
  act: OfficeAct,
  { batch, seen }: Signed,
): Promise<Result<Batch, SigningRefused | NoBatch>> {
  const now = act.event.at
  return inBatch(sql, act, batch, async (tx, found, by) => {
    const counted = await countItems(tx, batch)
    const decided = decideSigning(found, { by, seen, ...counted, now })
    if (!decided.ok) return decided
    await keepBatch(tx, decided.value)
    if (decided.value.state === 'proposed')
      await moveAll(tx, decided.value, by, {
        to: 'proposedForDestruction',
        event: 'destructionRecommended',
      })
    return decided
  })
}

/** T19: `waitDays` as the agency has it, and never fewer than the law gives. */
export function approveBatch(
  sql: Sql,
  act: OfficeAct,
  { batch, seen, waitDays }: Signed & { waitDays: number },
): Promise<Result<Batch, ApprovingRefused | NoBatch>> {
  const now = act.event.at
  return inBatch<Batch, ApprovingRefused>(sql, act, batch, async (tx, found, by) => {
    const isSubject = await isSubjectOf(tx, found, by.person)
    const { open, agency, nationalArchives } = await countItems(tx, batch)
    const due = { agency: agency > 0, nationalArchives: nationalArchives > 0 }
    const decided = decideApproval(found, { by, seen, isSubject, open, due, waitDays, now })
    if (!decided.ok) return decided
    await keepBatch(tx, decided.value)
    await moveAll(tx, decided.value, by, { to: 'waitingPeriod', event: 'destructionApproved' })
    await hastenCopies(tx, batch, now)
    return ok(decided.value)
  })
}

/** T21: a witness is there. */
export function attend(
  sql: Sql,
  act: OfficeAct,
  { batch, seen, seat }: Signed & { seat: WitnessSeat },
): Promise<Result<Batch, AttendingRefused | NoBatch>> {
  return inBatch(sql, act, batch, async (tx, found, by) => {
    const isSubject = await isSubjectOf(tx, found, by.person)
    const decided = decideAttending(found, { seat, by, seen, isSubject, now: act.event.at })
    if (decided.ok) await keepBatch(tx, decided.value)
    return decided
  })
}

/** With the batch that has just come into its state. */
export async function moveAll(
  tx: TransactionSql,
  { id, since }: Batch,
  { person, hat }: Acting,
  move: Pick<Moving, 'to' | 'event'>,
): Promise<void> {
  await moveItems(tx, id, { ...move, actor: { person, hat }, at: since })
}
