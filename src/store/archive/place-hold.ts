import type { ArchiveActor } from '#domain/archive/archive-event.ts'
import type { PlacedHold } from '#domain/archive/hold.ts'
import {
  placeHold as decide,
  type Placing,
  type PlacingRefused,
  type WantedHold,
} from '#domain/archive/place-hold.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { civilDateText, dayOf } from '#domain/zone-day.ts'
import { inTransaction, type Sql, type TransactionSql } from '../database.ts'
import { actorOf, type OfficeAct } from '../worn-hat.ts'
import { closeGate } from './gate.ts'
import { lockRecords } from './held-records.ts'
import { addHoldEvents } from './hold-events.ts'
import { lockActor } from './lock-actor.ts'
import { isReached } from './reached.ts'
import { withdrawItems } from './withdraw-items.ts'

export type PlaceRefused = PlacingRefused | { kind: 'noLonger' | 'noSuchPerson' }

/**
 * T24: behind a closed gate, so that no key of what it holds can go while it is placed; whatever is
 * on its way to destruction is taken out in the same transaction.
 */
export function placeHold(
  sql: Sql,
  wanted: WantedHold,
  act: OfficeAct,
): Promise<Result<Placing, PlaceRefused>> {
  const { at: now } = act.event
  return inTransaction(sql, async (tx) => {
    await closeGate(tx)
    if (!(await lockActor(tx, act))) return no({ kind: 'noLonger' })
    if (!(await isReached(tx, act, wanted.person))) return no({ kind: 'noSuchPerson' })
    const by = actorOf(act)
    const records = await lockRecords(tx, wanted.person)
    const placing = decide(wanted, records, { by, now, today: dayOf(now, 'WIB') })
    if (!placing.ok) return placing
    await keep(tx, placing.value, by)
    return ok(placing.value)
  })
}

async function keep(
  tx: TransactionSql,
  { hold, held, taken }: Placing,
  actor: ArchiveActor,
): Promise<void> {
  const { id, placedAt: at } = hold
  await addHold(tx, hold)
  await tx`update archive.records set held = true where id = any(${[...held]}::uuid[])`
  await withdrawItems(tx, taken, { because: 'hold', hold: id, actor, at })
  await addHoldEvents(tx, hold, held, { name: 'holdPlaced', actor, at })
}

async function addHold(tx: TransactionSql, hold: PlacedHold): Promise<void> {
  const { id, person, scope, basis, caseNo, reviewOn, silent, placedBy, placedAt } = hold
  await tx`
    insert into archive.holds (id, person, type, record, basis, case_no, review_on, silent, placed_by, placed_as,
      placed_at)
    values (${id}, ${person}, ${scope.of === 'type' ? scope.type : null},
      ${scope.of === 'record' ? scope.record : null}, ${basis}, ${caseNo}, ${civilDateText(reviewOn)}, ${silent},
      ${placedBy.person}, ${placedBy.hat}, ${placedAt})`
}
