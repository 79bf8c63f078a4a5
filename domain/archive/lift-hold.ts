import type { Actor } from '../approval/approval.ts'
import type { Reason } from '../desk/reason.ts'
import { no, ok, type Result } from '../result.ts'
import type { Hold, HoldToLift, LiftedHold, PlacedHold } from './hold.ts'

export type LiftRefused =
  | { kind: 'oneself' }
  | { kind: 'alreadyLifted'; at: Date }
  | { kind: 'alreadyAsked'; at: Date }
  | { kind: 'notAsked' }
  | { kind: 'ownRequest' }

export type Lifting = { by: Actor; now: Date }

/** The first of two steps; whoever placed it may ask too. It still holds. */
export function askToLift(
  hold: Hold,
  { by, now, reason }: Lifting & { reason: Reason },
): Result<HoldToLift, LiftRefused> {
  if (hold.state === 'lifted') return no({ kind: 'alreadyLifted', at: hold.liftedAt })
  if (hold.state === 'liftAsked') return no({ kind: 'alreadyAsked', at: hold.lift.at })
  if (by.person === hold.person) return no({ kind: 'oneself' })
  return ok({ ...hold, state: 'liftAsked', lift: { by, at: now, reason } })
}

/** T25: by another person than the one who asked. */
export function liftHold(hold: Hold, { by, now }: Lifting): Result<LiftedHold, LiftRefused> {
  const asked = judge(hold, by)
  if (!asked.ok) return asked
  if (by.person === asked.value.lift.by.person) return no({ kind: 'ownRequest' })
  return ok({ ...asked.value, state: 'lifted', agreedBy: by, liftedAt: now })
}

/** Another says no, or whoever asked takes it back: the hold stays on. */
export function keepHold(hold: Hold, { by }: Pick<Lifting, 'by'>): Result<PlacedHold, LiftRefused> {
  const asked = judge(hold, by)
  if (!asked.ok) return asked
  const { lift: _, ...placed } = asked.value
  return ok({ ...placed, state: 'on' })
}

function judge(hold: Hold, by: Actor): Result<HoldToLift, LiftRefused> {
  if (hold.state === 'lifted') return no({ kind: 'alreadyLifted', at: hold.liftedAt })
  if (hold.state === 'on') return no({ kind: 'notAsked' })
  return by.person === hold.person ? no({ kind: 'oneself' }) : ok(hold)
}
