import type { Hold, HoldId, LiftedHold, PlacedHold } from '#domain/archive/hold.ts'
import { askToLift, keepHold, type LiftRefused, liftHold } from '#domain/archive/lift-hold.ts'
import { type ReviewRefused, reviewHold } from '#domain/archive/review-hold.ts'
import type { CivilDate } from '#domain/civil-date.ts'
import type { Reason } from '#domain/desk/reason.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { dayOf } from '#domain/zone-day.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'
import { actorOf, type OfficeAct } from '../worn-hat.ts'
import { lockRecords, releaseRecords } from './held-records.ts'
import { addHoldEvents } from './hold-events.ts'
import { type HoldRow, holdColumns, keepHoldRow, toHold } from './hold-rows.ts'
import { lockActor } from './lock-actor.ts'
import { recomputeLocked } from './retention/recompute.ts'

export type NotThere = { kind: 'noLonger' | 'noSuchHold' }

type Changing = { id: HoldId; act: OfficeAct }

/** The first of two steps (T25). */
export function askForLifting(
  sql: Sql,
  { id, act, reason }: Changing & { reason: Reason },
): Promise<Result<Hold, LiftRefused | NotThere>> {
  const [by, now] = [actorOf(act), act.event.at]
  return change(sql, { id, act }, (hold) => askToLift(hold, { by, now, reason }), {
    name: 'holdLiftAsked',
  })
}

/** The second, by another: from then on the rules say again how long what it held is kept. */
export function agreeToLifting(
  sql: Sql,
  { id, act }: Changing,
): Promise<Result<LiftedHold, LiftRefused | NotThere>> {
  const [by, now] = [actorOf(act), act.event.at]
  return change(sql, { id, act }, (hold) => liftHold(hold, { by, now }), { name: 'holdLifted' })
}

/** Somebody says no to the lifting, or takes the asking back. */
export function refuseLifting(
  sql: Sql,
  { id, act }: Changing,
): Promise<Result<PlacedHold, LiftRefused | NotThere>> {
  const by = actorOf(act)
  return change(sql, { id, act }, (hold) => keepHold(hold, { by }), { name: 'holdKept' })
}

export function renewReview(
  sql: Sql,
  { id, act, until }: Changing & { until: CivilDate | undefined },
): Promise<Result<Hold, ReviewRefused | NotThere>> {
  const review = { by: actorOf(act), until, today: dayOf(act.event.at, 'WIB') }
  return change(sql, { id, act }, (hold) => reviewHold(hold, review), { name: 'holdReviewed' })
}

type Event = { name: 'holdLiftAsked' | 'holdLifted' | 'holdKept' | 'holdReviewed' }

/** By a legal officer of the agency that placed it; to all others there is no such hold. */
function change<Changed extends Hold, Refused>(
  sql: Sql,
  { id, act }: Changing,
  decide: (hold: Hold) => Result<Changed, Refused>,
  { name }: Event,
): Promise<Result<Changed, Refused | NotThere>> {
  return inTransaction(sql, async (tx) => {
    if (!(await lockActor(tx, act))) return no({ kind: 'noLonger' })
    const hold = await lockHold(tx, id, act)
    if (!hold) return no({ kind: 'noSuchHold' })
    const decided = decide(hold)
    if (!decided.ok) return decided
    await keepHoldRow(tx, decided.value)
    const released = decided.value.state === 'lifted' ? await release(tx, decided.value) : []
    await addHoldEvents(tx, decided.value, released, {
      name,
      actor: actorOf(act),
      at: act.event.at,
    })
    return ok(decided.value)
  })
}

async function lockHold(
  tx: TransactionSql,
  id: HoldId,
  { hat }: OfficeAct,
): Promise<Hold | undefined> {
  const [row] = await tx<HoldRow[]>`
    select ${holdColumns(tx)} from archive.holds h
    where h.id = ${id} and h.agency = ${hat.agency ?? null} for update`
  return row && toHold(row)
}

/** Records are locked in the order in which a placing locks them; rules say again how long they are kept. */
async function release(tx: TransactionSql, { person, scope, liftedAt }: LiftedHold) {
  await lockRecords(tx, person)
  const released = await releaseRecords(tx, person, scope)
  await recomputeLocked(tx, released, liftedAt)
  return released
}
