import type { Answer } from './answer.ts'
import { type Captcha, LIFETIME_MS, MAX_WRONG, WAIT_MS, type WaitingCaptcha } from './captcha.ts'

/** What came with a form; `taken` is the end of the wait that another check of the source is in. */
export type CaptchaAttempt = {
  proofFits: boolean
  answer: Answer
  wantsWait: boolean
  taken: Date | undefined
}

export type CaptchaProblem =
  | { kind: 'unanswered' | 'gone' | 'tooManyWrong' }
  | { kind: 'wrong'; left: number }
  | { kind: 'waiting' | 'anotherWaits'; until: Date; seconds: number }

/** A check that `passed` or is `spent` must be removed, a `kept` one kept as it is here. */
export type CaptchaTry =
  | { outcome: 'passed' }
  | { outcome: 'spent'; problem: CaptchaProblem }
  | { outcome: 'kept'; captcha: Captcha; problem: CaptchaProblem }

/** Judges one form: a proof, a right answer or a finished wait pass, in whatever order tried. */
export function tryCaptcha(captcha: Captcha, attempt: CaptchaAttempt, now: Date): CaptchaTry {
  if (now >= captcha.expiresAt) return { outcome: 'spent', problem: { kind: 'gone' } }
  if (attempt.proofFits || attempt.answer === 'right') return { outcome: 'passed' }
  if (captcha.state === 'waiting' && now >= captcha.until) return { outcome: 'passed' }
  if (attempt.answer === 'wrong') return countWrong(captcha)
  if (captcha.state === 'waiting') return stillWaits(captcha, now)
  if (attempt.wantsWait) return startWait(captcha, attempt.taken, now)
  return { outcome: 'kept', captcha, problem: { kind: 'unanswered' } }
}

function countWrong(captcha: Captcha): CaptchaTry {
  const wrong = captcha.wrong + 1
  if (wrong >= MAX_WRONG) return { outcome: 'spent', problem: { kind: 'tooManyWrong' } }
  const problem: CaptchaProblem = { kind: 'wrong', left: MAX_WRONG - wrong }
  return { outcome: 'kept', captcha: { ...captcha, wrong }, problem }
}

/** One wait at a time per source; a wait that starts late in the check's life gets a full one. */
function startWait(captcha: Captcha, taken: Date | undefined, now: Date): CaptchaTry {
  if (taken && now < taken)
    return { outcome: 'kept', captcha, problem: { kind: 'anotherWaits', ...rest(taken, now) } }
  const until = new Date(now.getTime() + WAIT_MS)
  const expiresAt = new Date(now.getTime() + LIFETIME_MS)
  return stillWaits({ ...captcha, state: 'waiting', until, expiresAt }, now)
}

function stillWaits(captcha: WaitingCaptcha, now: Date): CaptchaTry {
  return { outcome: 'kept', captcha, problem: { kind: 'waiting', ...rest(captcha.until, now) } }
}

function rest(until: Date, now: Date): { until: Date; seconds: number } {
  return { until, seconds: Math.ceil((until.getTime() - now.getTime()) / 1000) }
}
