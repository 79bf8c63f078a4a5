import { after } from '../instant.ts'
import { no, ok, type Result } from '../result.ts'
import { type AskedReset, mayAsk, outlasting, type Reset } from './reset.ts'

/** `isOwn`: the typed address serves this person; `isAdmitted`: the limits of mails allow one. */
export type AskFacts = { isOwn: boolean; isAdmitted: boolean }

export type Asked = { reset: AskedReset; sends: boolean }

const CODE_SECONDS = 10 * 60

/**
 * Every asking makes a new code and voids the one before (R-RL-04), so that its tries may start
 * anew. Whether it is mailed shows nowhere: a code that is not, nobody knows.
 */
export function askReset(
  reset: Reset,
  { isOwn, isAdmitted }: AskFacts,
  now: Date,
): Result<Asked, { kind: 'elsewhere' }> {
  if (!mayAsk(reset)) return no({ kind: 'elsewhere' })
  const { id, person } = reset
  const code = { tries: 0, expiresAt: codeUntil(now) }
  const asked: AskedReset = {
    id,
    person,
    state: 'asked',
    code,
    expiresAt: outlasting(reset, code),
  }
  return ok({ reset: asked, sends: person !== undefined && isOwn && isAdmitted })
}

export function codeUntil(now: Date): Date {
  return after(now, CODE_SECONDS)
}
