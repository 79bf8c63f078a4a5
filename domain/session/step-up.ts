import { after } from '../instant.ts'
import type { Session } from './session.ts'

const OWN_ACCOUNT = 10 * 60

/** Whether the last second factor is too long ago for a change of one's own account (R-SE-06). */
export function needsStepUp({ provenAt }: Pick<Session, 'provenAt'>, now: Date): boolean {
  return now >= after(provenAt, OWN_ACCOUNT)
}
