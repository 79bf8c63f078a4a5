import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatNip, kindOf, parseNip } from '#domain/nip.ts'
import { no } from '#domain/result.ts'

type Vector = { input: string; normalised: string; kind: string; reason: string }

const vectors: { valid: Vector[]; invalid: Vector[] } = JSON.parse(
  readFileSync('test/vectors/nip.json', 'utf8'),
)

describe('a NIP', () => {
  test.each(vectors.valid)('is read from "$input"', ({ input, normalised, kind }) => {
    const nip = parseNip(input)
    expect(nip).toEqual({ ok: true, value: normalised })
    expect(nip.ok && kindOf(nip.value)).toBe(kind)
  })

  test.each(vectors.invalid)('is not read from "$input": $reason', ({ input, reason }) => {
    expect(parseNip(input)).toEqual(no(reason))
  })

  test('is read back from the groups in which it is shown', () => {
    fc.assert(
      fc.property(digits(), (text) => {
        const nip = parseNip(text)
        if (!nip.ok) throw new Error(nip.problem)
        expect(parseNip(formatNip(nip.value))).toEqual(nip)
      }),
    )
  })
})

test.each([
  ['18991231', false],
  ['19000101', true],
  ['20000229', true],
  ['19990229', false],
  ['20040229', true],
  ['20040230', false],
  ['19850131', true],
  ['19850132', false],
  ['19850430', true],
  ['19850431', false],
  ['19850531', true],
  ['19850630', true],
  ['19850631', false],
  ['19850731', true],
  ['19850930', true],
  ['19850931', false],
  ['19851130', true],
  ['19851131', false],
  ['19851231', true],
])('a NIP may begin with the birth date %s: %s', (born, mayBe) => {
  const nip = parseNip(`${born}2010011901`)
  expect(nip.ok || nip.problem).toBe(mayBe || 'birthDate')
})

function digits() {
  const born = fc.date({
    min: new Date('1950-01-01'),
    max: new Date('2007-12-31'),
    noInvalidDate: true,
  })
  const year = fc.integer({ min: 1970, max: 2026 })
  const term = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 21, max: 29 }))
  const sequence = fc.integer({ min: 1, max: 999 })
  return fc
    .tuple(born, year, term, fc.constantFrom(1, 2), sequence)
    .map(([date, from, month, sex, number]) =>
      [
        date.toISOString().slice(0, 10).replaceAll('-', ''),
        from,
        String(month).padStart(2, '0'),
        sex,
        String(number).padStart(3, '0'),
      ].join(''),
    )
}
