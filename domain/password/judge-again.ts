import { after } from '../instant.ts'

const THIRTY_DAYS = 30 * 24 * 3600

/** R-PW-05: a password in use meets the lists again, once in thirty days; one never judged at once. */
export function isDueForJudging(judgedAt: Date | undefined, now: Date): boolean {
  return judgedAt === undefined || now >= after(judgedAt, THIRTY_DAYS)
}
