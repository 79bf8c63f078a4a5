import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Captcha, CaptchaId, OpenCaptcha, WaitingCaptcha } from '#domain/captcha/captcha.ts'
import { type CaptchaAttempt, tryCaptcha } from '#domain/captcha/try.ts'

const now = new Date('2026-11-21T12:00:00+07:00')
const id = '0f8fad5b-d9cb-469f-a165-70867728950e' as CaptchaId

function later(milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds)
}

function open(fields: Partial<OpenCaptcha> = {}): OpenCaptcha {
  return { id, state: 'open', wrong: 0, expiresAt: later(600_000), ...fields }
}

function waiting(fields: Partial<WaitingCaptcha> = {}): WaitingCaptcha {
  return { ...open(), state: 'waiting', until: later(60_000), ...fields }
}

function attempt(fields: Partial<CaptchaAttempt> = {}): CaptchaAttempt {
  return { proofFits: false, answer: 'none', wantsWait: false, taken: undefined, ...fields }
}

describe.each([open(), waiting()])('R-CA-01 a check that is $state', (captcha) => {
  test('is passed by a proof of work', () => {
    expect(tryCaptcha(captcha, attempt({ proofFits: true }), now)).toEqual({ outcome: 'passed' })
  })

  test('is passed by a right answer', () => {
    expect(tryCaptcha(captcha, attempt({ answer: 'right' }), now)).toEqual({ outcome: 'passed' })
  })

  test('counts wrong answers and is spent by the third', () => {
    const wrong = attempt({ answer: 'wrong' })
    expect(tryCaptcha({ ...captcha, wrong: 1 }, wrong, now)).toEqual({
      outcome: 'kept',
      captcha: { ...captcha, wrong: 2 },
      problem: { kind: 'wrong', left: 1 },
    })
    expect(tryCaptcha({ ...captcha, wrong: 2 }, wrong, now)).toEqual({
      outcome: 'spent',
      problem: { kind: 'tooManyWrong' },
    })
  })

  test('is gone from the moment it expires, and not before', () => {
    const right = attempt({ proofFits: true, answer: 'right' })
    const late = tryCaptcha({ ...captcha, expiresAt: now }, right, now)
    expect(late).toEqual({ outcome: 'spent', problem: { kind: 'gone' } })
    expect(tryCaptcha({ ...captcha, expiresAt: later(1) }, right, now).outcome).toBe('passed')
  })
})

describe('R-CA-01 waiting instead of answering', () => {
  test('starts on demand, costs no try and extends the life of the check', () => {
    const captcha = open({ wrong: 1, expiresAt: later(1) })
    expect(tryCaptcha(captcha, attempt({ wantsWait: true }), now)).toEqual({
      outcome: 'kept',
      captcha: waiting({ wrong: 1 }),
      problem: { kind: 'waiting', until: later(60_000), seconds: 60 },
    })
  })

  test('passes from the sixtieth second on, and not before', () => {
    const early = tryCaptcha(waiting(), attempt(), later(59_999))
    const problem = { kind: 'waiting', until: later(60_000), seconds: 1 }
    expect(early).toEqual({ outcome: 'kept', captcha: waiting(), problem })
    expect(tryCaptcha(waiting(), attempt(), later(60_000))).toEqual({ outcome: 'passed' })
  })

  test('is not started again by asking again', () => {
    const again = tryCaptcha(waiting(), attempt({ wantsWait: true }), later(30_000))
    expect(again).toMatchObject({ outcome: 'kept', captcha: waiting() })
  })

  test('passes also whoever typed something wrong in the meantime', () => {
    const tried = tryCaptcha(waiting(), attempt({ answer: 'wrong' }), later(60_000))
    expect(tried).toEqual({ outcome: 'passed' })
  })

  test('is refused while another check of the source waits, and not after', () => {
    const wait = attempt({ wantsWait: true, taken: later(1_500) })
    expect(tryCaptcha(open(), wait, now)).toEqual({
      outcome: 'kept',
      captcha: open(),
      problem: { kind: 'anotherWaits', until: later(1_500), seconds: 2 },
    })
    expect(tryCaptcha(open(), { ...wait, taken: now }, now)).toMatchObject({
      captcha: { state: 'waiting' },
    })
  })
})

test('a form without any answer is asked for one', () => {
  const unanswered = { outcome: 'kept', captcha: open(), problem: { kind: 'unanswered' } }
  expect(tryCaptcha(open(), attempt(), now)).toEqual(unanswered)
})

const forms = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 90_000 }),
    answer: fc.constantFrom('none' as const, 'wrong' as const),
    wantsWait: fc.boolean(),
  }),
  { maxLength: 30 },
)

test('R-CA-01 without proof or right answer, in whatever order, only a full minute passes', () => {
  fc.assert(
    fc.property(forms, (tries) => {
      let captcha: Captcha = open()
      let at = now
      let asked: Date | undefined
      let wrong = 0
      for (const { after, answer, wantsWait } of tries) {
        at = new Date(at.getTime() + after)
        const tried = tryCaptcha(captcha, attempt({ answer, wantsWait }), at)
        if (tried.outcome === 'passed') {
          expect(asked && at.getTime() - asked.getTime()).toBeGreaterThanOrEqual(60_000)
          return
        }
        wrong += answer === 'wrong' ? 1 : 0
        if (tried.outcome === 'spent') return
        expect(wrong).toBeLessThan(3)
        if (wantsWait) asked ??= at
        captcha = tried.captcha
      }
    }),
  )
})
