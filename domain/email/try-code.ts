import { no, ok, type Result } from '../result.ts'

/** What counts of a correction whose code is out. */
export type CorrectionTries = { tries: number; expiresAt: Date }

export const CORRECTION_TRIES = 5

/**
 * R-RL-06: counts a code before it is looked at. The model of `admit_correction_try` in migrations,
 * which does the same in one statement. What is over and what never was are told alike (R-EN-01).
 */
export function admitCorrectionCode(
  correction: CorrectionTries | undefined,
  now: Date,
): Result<CorrectionTries, { kind: 'noCode' }> {
  if (!correction || now >= correction.expiresAt || correction.tries >= CORRECTION_TRIES)
    return no({ kind: 'noCode' })
  return ok({ ...correction, tries: correction.tries + 1 })
}
