import { after } from '../instant.ts'
import { no, ok, type Result } from '../result.ts'
import { type Counter, increase, inWindow } from './password-throttle.ts'

/** So many times within so many seconds, whatever comes of them. */
export type Allowance = { times: number; seconds: number }

/** New passwords of one journey that are compared with the old one: each costs a hash, and tells. */
export const NEW_PASSWORDS: Allowance = { times: 10, seconds: 3600 }

/** What one session may change of its account, each time for hashes, mails and a line for ever. */
export const OWN_CHANGES: Allowance = { times: 10, seconds: 3600 }

/** Counts before anything is done (R-RL-06); the model of `spend_allowance` in migrations. */
export function spendAllowance(
  counter: Counter,
  { times, seconds }: Allowance,
  now: Date,
): Result<Counter, { kind: 'slowed'; until: Date }> {
  const spent = inWindow(counter, seconds, now)
  if (spent.count >= times) return no({ kind: 'slowed', until: after(spent.since, seconds) })
  return ok(increase(spent, now))
}
