import { judgeAnswer } from '#domain/captcha/answer.ts'
import { type Captcha, type CaptchaId, parseCaptchaId } from '#domain/captcha/captcha.ts'
import { type CaptchaProblem, tryCaptcha } from '#domain/captcha/try.ts'
import { addCaptcha, changeCaptcha } from '../../store/captchas.ts'
import { field } from '../form.ts'
import type { CaptchaDeps } from './captcha-deps.ts'

/** The fields that `Captcha` adds to a form, for `readForm`. */
export const captchaFields = {
  captcha_id: field(36),
  captcha_answer: field(40),
  captcha_proof: field(100),
  captcha_choice: field(10),
}

export type CaptchaForm = Record<keyof typeof captchaFields, string>

export type CaptchaPass =
  | { passed: true }
  | { passed: false; view: Captcha; problem: CaptchaProblem }

/** A new check for a form that asks for one; `source` names whoever asks, as the throttle does. */
export function openCaptcha(deps: CaptchaDeps, source: Buffer): Promise<Captcha> {
  return addCaptcha(deps.sql, source, deps.clock())
}

/** Judges what came with a form, once; a check that is over is followed by a new one. */
export async function passCaptcha(
  deps: CaptchaDeps,
  form: CaptchaForm,
  source: Buffer,
  now: Date,
): Promise<CaptchaPass> {
  if (form.captcha_id === '') return anew(deps, source, now, { kind: 'unanswered' })
  const id = parseCaptchaId(form.captcha_id)
  const facts = id && factsOf(deps, form, id)
  const tried =
    facts &&
    (await changeCaptcha(deps.sql, { id, source }, (captcha, taken) =>
      tryCaptcha(captcha, { ...facts, taken }, now),
    ))

  if (!tried) return anew(deps, source, now, { kind: 'gone' })
  if (tried.outcome === 'passed') return { passed: true }
  if (tried.outcome === 'spent') return anew(deps, source, now, tried.problem)
  return { passed: false, view: tried.captcha, problem: tried.problem }
}

function factsOf({ captcha }: CaptchaDeps, form: CaptchaForm, id: CaptchaId) {
  return {
    proofFits: captcha.proofFits(id, form.captcha_proof),
    answer: judgeAnswer(form.captcha_answer, captcha.answersOf(id)),
    wantsWait: form.captcha_choice === 'tunggu',
  }
}

async function anew(
  deps: CaptchaDeps,
  source: Buffer,
  now: Date,
  problem: CaptchaProblem,
): Promise<CaptchaPass> {
  return { passed: false, view: await addCaptcha(deps.sql, source, now), problem }
}
