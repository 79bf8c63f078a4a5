import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  judgePassword,
  type PasswordFacts,
  type PasswordProblem,
  type PasswordRule,
} from '#domain/password/rule.ts'

const NIP = '198502032010121901'
const facts: PasswordFacts = { numbers: [NIP], name: 'Siti Rahayu', agency: 'Kabupaten Sleman' }
const E_ACUTE = 'e\u0301'
const FULL = 'Kw9#'

type Verdict = 'ok' | PasswordProblem

const tooLong: Verdict = { kind: 'tooLong', maximum: 256 }

const TABLE: [string, string, Verdict, Verdict][] = [
  ['nothing', '', short(12, 0), short(15, 0)],
  ['11 code points', exotic(11), short(12, 11), short(15, 11)],
  ['12 code points', exotic(12), 'ok', short(15, 12)],
  ['14 code points', exotic(14), 'ok', short(15, 14)],
  ['15 code points', exotic(15), 'ok', 'ok'],
  ['256 code points', exotic(256), 'ok', 'ok'],
  ['257 code points', exotic(257), tooLong, tooLong],
  ['NUL', `${exotic(15)}\0`, { kind: 'nul' }, { kind: 'nul' }],
  ['11 with decomposed letters', `Kw9#mobk${E_ACUTE.repeat(3)}`, short(12, 11), short(15, 11)],
  ['12 with decomposed letters', `Kw9#mobk${E_ACUTE}v${E_ACUTE}x`, 'ok', short(15, 12)],
  ['7 that NFKC makes 13', 'K9#vﬃﬃﬄ', 'ok', short(15, 13)],
  ['11 with emoji', 'Kw9mobk🐊🐘🦜🐢', short(12, 11), short(15, 11)],
  ['12 with emoji for symbols', 'Kw9mobkx🐊🐘🦜🐢', 'ok', short(15, 12)],
  ['an emoji of seven code points', 'Kw9mo👨‍👩‍👧‍👦', 'ok', short(15, 12)],
  ['a space for the symbol', 'Kerbau 7 putar', 'ok', short(15, 14)],
  ['no upper', 'kerbau 7 berputar', missing('upper'), 'ok'],
  ['no lower', 'KERBAU 7 BERPUTAR', missing('lower'), 'ok'],
  ['no digit', 'Kerbau berputar-putar', missing('digit'), 'ok'],
  ['no symbol', 'Kerbau7berputar', missing('symbol'), 'ok'],
  ['a tab, which is no symbol', 'Kerbau7\tberputar', missing('symbol'), 'ok'],
  ['a joiner, which is no symbol', 'Kerbau7\u200dberputar', missing('symbol'), 'ok'],
  ['an accent, which is no symbol', 'Kerbau7berputa\u0304r', missing('symbol'), 'ok'],
  ['lower case only', 'kerbauberputarputar', missing('upper', 'digit', 'symbol'), 'ok'],
  ['letters without case', 'ꦲꦤꦕꦫꦏꦢꦠꦱꦮꦭꦥꦝꦗꦪꦚ', missing('upper', 'lower', 'digit', 'symbol'), 'ok'],
  ['upper, lower, digit, symbol of other scripts', 'Жжж٣、жсдфгпл', 'ok', short(15, 12)],
  ['full-width forms', 'Ｋｗ９＃ｍｏｂｋｖｚｒｔ', 'ok', short(15, 12)],
  ['the NIP', `${FULL}${NIP}`, { kind: 'containsNumber' }, { kind: 'containsNumber' }],
  ['only digits of the NIP', NIP, missing('upper', 'lower', 'symbol'), { kind: 'containsNumber' }],
  ['the name', 'Kw9#-rahayu-mobk', { kind: 'containsName' }, { kind: 'containsName' }],
  ['the agency', 'Kw9#-sleman-mobk', { kind: 'containsAgency' }, { kind: 'containsAgency' }],
  ['a common password', 'Indonesia-12345', { kind: 'common' }, { kind: 'common' }],
  [
    'a word too common for length',
    'bismillahirrahmanirrahim',
    missing('upper', 'digit', 'symbol'),
    { kind: 'common' },
  ],
  [
    'number, name, agency',
    `Kw#siti-sleman-${NIP}`,
    { kind: 'containsNumber' },
    { kind: 'containsNumber' },
  ],
]

describe('the password rule', () => {
  test.each(TABLE)('R-PW-01 R-PW-02 judges %s', (_, text, classes, length) => {
    expect([verdict(text, 'classes'), verdict(text, 'length')]).toEqual([classes, length])
  })

  test('R-PW-01 R-PW-02 accepts nothing short, long or without all four classes', () => {
    fc.assert(
      fc.property(password(10), (text) => {
        fc.pre(verdict(text, 'classes') === 'ok')
        const read = text.normalize('NFKC')
        expect([...read].length).toBeGreaterThanOrEqual(12)
        expect([...read].length).toBeLessThanOrEqual(256)
        expect(read).toMatch(/^(?=.*\p{Lu})(?=.*\p{Ll})(?=.*\p{Nd})(?=.*[\p{P}\p{S}\p{Zs}])/su)
      }),
    )
  })

  test('R-PW-01 judges composed and decomposed forms alike', () => {
    fc.assert(
      fc.property(password(), fc.constantFrom<PasswordRule>('classes', 'length'), (text, rule) => {
        const forms = (['NFC', 'NFD', 'NFKC', 'NFKD'] as const).map((form) => text.normalize(form))
        const verdicts = forms.map((form) => verdict(form, rule))
        expect(verdicts).toEqual(forms.map(() => verdicts[0]))
      }),
    )
  })

  test('R-PW-03 refuses any six digits of the NIP in a row, wherever they stand', () => {
    const start = fc.integer({ min: 0, max: 12 })
    fc.assert(
      fc.property(start, password(), password(), (at, before, after) => {
        const text = `${FULL}${before}${NIP.slice(at, at + 6)}${after}mobkvzrt`
        expect(verdict(text, 'classes')).toEqual({ kind: 'containsNumber' })
      }),
    )
  })

  test('R-PW-05 judges an old password again by the same rule', () => {
    const moved = { ...facts, agency: 'Kabupaten Bantul' }
    expect(judgePassword('Kw9#-bantul-mobk', facts, 'classes').ok).toBe(true)
    expect(judgePassword('Kw9#-bantul-mobk', moved, 'classes').ok).toBe(false)
  })
})

function verdict(text: string, rule: PasswordRule): Verdict {
  const judged = judgePassword(text, facts, rule)
  return judged.ok ? 'ok' : judged.problem
}

function short(minimum: number, typed: number): Verdict {
  return { kind: 'tooShort', minimum, typed }
}

function missing(...classes: ('upper' | 'lower' | 'digit' | 'symbol')[]): Verdict {
  return { kind: 'classesMissing', missing: classes }
}

/** All four classes in as many code points, and no word or walk. */
function exotic(length: number): string {
  return FULL + [...'mobkvzrtnhqcfgjp'.repeat(16)].slice(0, length - 4).join('')
}

function password(minLength = 0) {
  const character = fc.constantFrom(...'aKz9#é ﬁÅ٣🐊-7Żo\u0323\u0302mw@')
  return fc.string({ unit: character, minLength, maxLength: 20 })
}
