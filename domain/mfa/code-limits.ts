import { after } from '../instant.ts'
import { no, ok, type Result } from '../result.ts'
import { acceptedSteps, type Device } from './device.ts'

/** Wrong codes so far: `tries` of this sign-in, `failures` of the person since the last success. */
export type CodeCounters = { tries: number; failures: number; lockedUntil: Date }

export type CodeNotAdmitted =
  | { kind: 'locked'; until: Date }
  | { kind: 'budgetSpent' }
  | { kind: 'triesSpent' }

const TRIES_A_SIGN_IN = 5
const FAILURES_A_LOCK = 10
const FIRST_LOCK = 15 * 60
const LONGEST_LOCK = 24 * 3600
const GUESSES = 300

/**
 * Wrong codes allowed without a success: guessing succeeds with the same small chance however
 * many steps are accepted (table 4.2: 100, 50, 33, 25, 20 for one to five devices without drift).
 */
export function codeBudget(devices: readonly Pick<Device, 'drift'>[], now: Date): number {
  const steps = devices.reduce((sum, device) => sum + acceptedSteps(device, now).length, 0)
  return Math.floor(GUESSES / Math.max(steps, 1))
}

/**
 * R-RL-06: counts a try as failed *before* it is evaluated; acceptance clears it. The model of
 * `admit_code_try` in migrations, which does the same in one statement.
 */
export function admitCode(
  counters: CodeCounters,
  budget: number,
  now: Date,
): Result<CodeCounters, CodeNotAdmitted> {
  const { tries, failures, lockedUntil } = counters
  if (now < lockedUntil) return no({ kind: 'locked', until: lockedUntil })
  if (failures >= budget) return no({ kind: 'budgetSpent' })
  if (tries >= TRIES_A_SIGN_IN) return no({ kind: 'triesSpent' })
  return ok(count(counters, now))
}

function count({ tries, failures, lockedUntil }: CodeCounters, now: Date): CodeCounters {
  const isLock = (failures + 1) % FAILURES_A_LOCK === 0
  return {
    tries: tries + 1,
    failures: failures + 1,
    lockedUntil: isLock ? after(now, lockSeconds(failures + 1)) : lockedUntil,
  }
}

/** Fifteen minutes at the tenth failure, doubling at each further tenth, a day at most. */
function lockSeconds(failures: number): number {
  return Math.min(FIRST_LOCK * 2 ** (failures / FAILURES_A_LOCK - 1), LONGEST_LOCK)
}

/** What is left of this sign-in after a wrong code, or that it has to start again. */
export function triesLeft({ tries }: Pick<CodeCounters, 'tries'>): number {
  return TRIES_A_SIGN_IN - tries
}

export type EndedSignIns = 'nothing' | 'thisSignIn' | 'allSignIns'

/** A lock ends all sign-ins on their way (table 4.2), the fifth wrong code its own. */
export function endedBy(counters: CodeCounters, now: Date): EndedSignIns {
  if (now < counters.lockedUntil) return 'allSignIns'
  return triesLeft(counters) === 0 ? 'thisSignIn' : 'nothing'
}
