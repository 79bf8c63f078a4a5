import { after } from '../instant.ts'

const OWN_ACCOUNT = 10 * 60

/** Whether the last second factor is too long ago for a change of one's own account (R-SE-06). */
export function needsStepUp({ startedAt }: { startedAt: Date }, now: Date): boolean {
  return now >= after(startedAt, OWN_ACCOUNT)
}
