import { expect, test } from 'vitest'
import { judgeAnswer } from '#domain/captcha/answer.ts'
import { parseCaptchaId } from '#domain/captcha/captcha.ts'

const accepted = ['K7MXAP', '3142']

test.each(['K7MXAP', 'k7mxap', ' k7m xap ', '3142', '3-1-4-2', '3 1 4 2', '３１４２'])(
  'R-CA-01 "%s" answers in any case and grouping',
  (typed) => expect(judgeAnswer(typed, accepted)).toBe('right'),
)

test.each(['K7MXA', 'K7MXAPP', '3141', 'K7MXAP3142'])('R-CA-01 "%s" is a wrong answer', (typed) =>
  expect(judgeAnswer(typed, accepted)).toBe('wrong'),
)

test.each(['', '  ', '-'])('"%s" is no answer, which costs no try', (typed) =>
  expect(judgeAnswer(typed, accepted)).toBe('none'),
)

test('only the number of a check as PostgreSQL prints it names one', () => {
  expect(parseCaptchaId('0f8fad5b-d9cb-469f-a165-70867728950e')).toBeDefined()
  expect(parseCaptchaId('0F8FAD5B-D9CB-469F-A165-70867728950E')).toBeUndefined()
  expect(parseCaptchaId('0f8fad5b-d9cb-469f-a165-70867728950e\n')).toBeUndefined()
  expect(parseCaptchaId('')).toBeUndefined()
})
