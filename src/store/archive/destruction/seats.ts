import type { BatchId } from '#domain/archive/destruction/batch.ts'
import type { Seat } from '#domain/archive/destruction/seat.ts'
import {
  type LeavingRefused,
  leaveSeat as leave,
  type SeatRefused,
  takeSeat as take,
} from '#domain/archive/destruction/take-seat.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Sql } from '../../database.ts'
import type { OfficeAct } from '../../worn-hat.ts'
import { inBatch, keepBatch, type NoBatch } from './batches.ts'
import { isSubjectOf } from './items.ts'

export function takeSeat(
  sql: Sql,
  act: OfficeAct,
  batch: BatchId,
  seat: Seat,
): Promise<Result<Seat, SeatRefused | NoBatch>> {
  return inBatch(sql, act, batch, async (tx, found, by) => {
    const isSubject = await isSubjectOf(tx, found, by.person)
    const taken = take(found, { seat, by, isSubject, now: act.event.at })
    if (!taken.ok) return taken
    await keepBatch(tx, taken.value)
    return ok(seat)
  })
}

export function leaveSeat(
  sql: Sql,
  act: OfficeAct,
  batch: BatchId,
): Promise<Result<true, LeavingRefused | NoBatch>> {
  return inBatch(sql, act, batch, async (tx, found, by) => {
    const left = leave(found, { by, now: act.event.at })
    if (!left.ok) return left
    await keepBatch(tx, left.value)
    return ok(true)
  })
}
