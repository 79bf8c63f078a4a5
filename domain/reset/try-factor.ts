import { no, ok, type Result } from '../result.ts'
import type { Reset } from './reset.ts'

const TRIES_A_RESET = 5

/**
 * R-RL-06: counts a code of the second factor within its reset; those of the person are counted by
 * `admitCode` or `admitRecoveryCode`, whose refusal leaves this count alone.
 */
export function admitFactorTry<Refused>(
  reset: Reset,
  ofPerson: Result<unknown, Refused>,
): Result<number, Refused | { kind: 'elsewhere' | 'triesSpent' }> {
  if (reset.state !== 'emailProven') return no({ kind: 'elsewhere' })
  if (reset.tries >= TRIES_A_RESET) return no({ kind: 'triesSpent' })
  return ofPerson.ok ? ok(reset.tries + 1) : ofPerson
}

/** What is left of this reset after a wrong code, or that it has to start again. */
export function factorTriesLeft(tries: number): number {
  return TRIES_A_RESET - tries
}
