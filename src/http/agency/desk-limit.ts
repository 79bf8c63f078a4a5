import type { Context } from 'hono'
import { ALARMS, DESK_LIMITS, type DeskLimit } from '#domain/desk/limits.ts'
import { secondsBetween } from '#domain/instant.ts'
import type { Deps, ForHat } from '../../deps.ts'
import { spendAllowance } from '../../store/allowances.ts'
import { addEvent } from '../../store/events.ts'
import { officeEvent } from '../office.ts'

export type Slowed = { kind: 'slowed'; until: Date; seconds: number }

/** R-AD-03: counts one more, or says until when no more; the first no of a day is told to the admins. */
export async function spendDeskLimit(
  deps: Deps,
  c: Context<ForHat>,
  limit: DeskLimit,
): Promise<Slowed | undefined> {
  const { sql, vault, clock } = deps
  const now = clock()
  const { id } = c.var.current.person
  const spent = await spendAllowance(
    sql,
    vault.throttleKey(`desk ${limit}`, id),
    DESK_LIMITS[limit],
    now,
  )
  if (spent.ok) return undefined
  const alarm = await spendAllowance(sql, vault.throttleKey(`alarm ${limit}`, id), ALARMS, now)
  if (alarm.ok)
    await addEvent(sql, {
      ...officeEvent(deps, c, id),
      happening: { kind: 'deskLimitReached', limit },
    })
  const { until } = spent.problem
  return { kind: 'slowed', until, seconds: Math.ceil(secondsBetween(now, until)) }
}
