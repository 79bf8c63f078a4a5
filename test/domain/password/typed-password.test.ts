import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalised, readTypedPassword } from '#domain/password/typed-password.ts'
import { no, ok } from '#domain/result.ts'

const E_ACUTE = 'e\u0301'

describe('a typed password', () => {
  test('R-HA-04 keeps its text as typed and gives NFKC beside it', () => {
    const read = readTypedPassword(`${E_ACUTE}ﬁ`)
    expect(read).toEqual(ok(`${E_ACUTE}ﬁ`))
    expect(read.ok && normalised(read.value)).toBe('\u00e9fi')
  })

  test.each([
    ['nothing', '', 'empty'],
    ['NUL at the end', 'rahasia\0', 'nul'],
    ['NUL alone', '\0', 'nul'],
    ['257 code points', 'a'.repeat(257), 'tooLong'],
    ['257 emoji, 1,028 bytes', '🙂'.repeat(257), 'tooLong'],
    ['15 ligatures that NFKC makes 270', '\ufdfa'.repeat(15), 'tooLong'],
    ['1,025 bytes in 205 letters', `${'o\u0323\u0302'.repeat(204)}ooooo`, 'tooLong'],
    ['1,026 bytes in 171 syllables', '\u1100\u1161'.repeat(171), 'tooLong'],
  ])('R-PW-01 is not read from %s', (_, text, problem) => {
    expect(readTypedPassword(text)).toEqual(no(problem))
  })

  test.each([
    ['one space', ' '],
    ['256 code points', 'a'.repeat(256)],
    ['256 emoji, 1,024 bytes', '🙂'.repeat(256)],
    ['512 code points that NFKC makes 256', E_ACUTE.repeat(256)],
    ['14 ligatures that NFKC makes 252', '\ufdfa'.repeat(14)],
    ['1,024 bytes in 204 letters', `${'o\u0323\u0302'.repeat(204)}oooo`],
  ])('R-PW-01 is read whole from %s', (_, text) => {
    expect(readTypedPassword(text)).toEqual(ok(text))
  })

  test('R-PW-01 is at most 1,024 bytes of UTF-8 and 256 code points, never truncated', () => {
    const unit = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 })
    fc.assert(
      fc.property(unit, (text) => {
        const fits = Buffer.byteLength(text) <= 1024 && [...text.normalize('NFKC')].length <= 256
        const answer = text.includes('\0') ? no('nul') : ok(text)
        expect(readTypedPassword(text)).toEqual(fits ? answer : no('tooLong'))
      }),
    )
  })
})
