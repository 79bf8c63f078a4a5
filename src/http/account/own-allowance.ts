import { secondsBetween } from '#domain/instant.ts'
import { OWN_CHANGES } from '#domain/throttle/allowance.ts'
import type { Deps, ForPerson } from '../../deps.ts'
import { spendAllowance } from '../../store/allowances.ts'

export type TooOften = { kind: 'slowed'; until: Date; seconds: number }

/**
 * Undefined where this session may change one thing more. Counted in the session, not the person:
 * a thief who changes without end, to fill a mailbox or ours, keeps no owner from reacting.
 */
export async function tooOften(
  { sql, vault, clock }: Deps,
  { current }: Pick<ForPerson['Variables'], 'current'>,
): Promise<TooOften | undefined> {
  const key = vault.throttleKey('changes of a session', current.handle)
  const now = clock()
  const spent = await spendAllowance(sql, key, OWN_CHANGES, now)
  if (spent.ok) return undefined
  const { until } = spent.problem
  return { kind: 'slowed', until, seconds: Math.max(Math.ceil(secondsBetween(now, until)), 1) }
}
