import { after } from '../instant.ts'
import type { Session } from './session.ts'

/**
 * For what a second factor has to be fresh: a change of one's own, an act in an office, or reading and
 * judging one document after the other, where a code each five minutes would only teach to type codes.
 */
export type StepUpFor = 'ownAccount' | 'office' | 'verification'

const SECONDS: Record<StepUpFor, number> = {
  ownAccount: 10 * 60,
  office: 5 * 60,
  verification: 60 * 60,
}

/** Whether the last second factor is too long ago for what is to be done (R-SE-06, table 4.3). */
export function needsStepUp(
  { provenAt }: Pick<Session, 'provenAt'>,
  now: Date,
  what: StepUpFor = 'ownAccount',
): boolean {
  return now >= after(provenAt, SECONDS[what])
}
