import { parse } from 'node-html-parser'
import { describe, expect, test } from 'vitest'
import type { CaptchaId, Captcha as CaptchaView } from '#domain/captcha/captcha.ts'
import type { CaptchaProblem } from '#domain/captcha/try.ts'
import { Captcha } from '#views/captcha/captcha-part.tsx'
import { captchaProblemText } from '#views/captcha/captcha-words.ts'

const id = '0f8fad5b-d9cb-469f-a165-70867728950e' as CaptchaId
const expiresAt = new Date('2026-11-21T10:50:00+07:00')
const until = new Date('2026-11-21T10:42:14.200+07:00')
const open: CaptchaView = { id, state: 'open', wrong: 0, expiresAt }
const waiting: CaptchaView = { ...open, state: 'waiting', until }

function drawn(view: CaptchaView, problem?: CaptchaProblem) {
  return parse(String(Captcha({ view, problem })))
}

describe('R-CA-01 the check in a form', () => {
  test('offers picture, sound and waiting to whoever has no JavaScript', () => {
    const part = drawn(open)
    expect(part.querySelector('img')?.getAttribute('src')).toBe(`/pemeriksaan/${id}/gambar`)
    expect(part.querySelector('audio')?.getAttribute('src')).toBe(`/pemeriksaan/${id}/suara`)
    expect(part.querySelector('input[type=checkbox]')?.getAttribute('value')).toBe('tunggu')
    expect(part.querySelector('label[for=captcha_answer]')).not.toBeNull()
  })

  test('has no form and no button of its own: Enter belongs to the form around it', () => {
    expect(drawn(open).querySelectorAll('form, button, [type=submit]')).toEqual([])
  })

  test('describes picture and sound in words (WCAG 1.1.1)', () => {
    expect(drawn(open).querySelector('img')?.getAttribute('alt')).toContain('tunggu 60 detik')
    expect(drawn(open).querySelector('audio')?.getAttribute('aria-label')).toContain('bunyi')
  })

  test('opens the other ways once there is something to say about them', () => {
    const unanswered = drawn(open, { kind: 'unanswered' })
    const wrong = drawn(open, { kind: 'wrong', left: 2 })
    expect(unanswered.querySelector('details')?.hasAttribute('open')).toBe(false)
    expect(wrong.querySelector('details')?.hasAttribute('open')).toBe(true)
    expect(wrong.querySelector('[role=alert]')?.text).toContain('Sisa 2 percobaan')
    expect(wrong.querySelector('#captcha_answer')?.getAttribute('aria-invalid')).toBe('true')
  })

  test('that waits tells from when on, rounded up, and offers no second wait', () => {
    const part = drawn(waiting)
    expect(part.querySelector('output')?.text).toContain('mulai pukul 10.42.15 WIB')
    expect(part.querySelector('[name=captcha_choice]')).toBeNull()
  })
})

test('every problem but the one that the page itself tells has a sentence', () => {
  const told = { until, seconds: 43 }
  const problems: Record<CaptchaProblem['kind'], CaptchaProblem> = {
    unanswered: { kind: 'unanswered' },
    gone: { kind: 'gone' },
    tooManyWrong: { kind: 'tooManyWrong' },
    wrong: { kind: 'wrong', left: 2 },
    waiting: { kind: 'waiting', ...told },
    anotherWaits: { kind: 'anotherWaits', ...told },
  }
  const silent = Object.values(problems).filter((problem) => !captchaProblemText(problem))
  expect(silent).toEqual([{ kind: 'unanswered' }])
  expect(captchaProblemText(problems.waiting)).toContain('10.42.15 WIB (43 detik lagi)')
})
