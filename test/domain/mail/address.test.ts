import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EmailAddressProblem, parseEmailAddress } from '#domain/mail/address.ts'
import { no, ok } from '#domain/result.ts'

const HOST = `@${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(60)}.id`

describe('an email address', () => {
  test.each([
    ['budi@instansi.example', 'budi@instansi.example'],
    ['  budi.santoso+sdm@surat.instansi.go.id\n', 'budi.santoso+sdm@surat.instansi.go.id'],
    ['Budi@Instansi.Example', 'Budi@Instansi.Example'],
    ["o'brien_1@x.id", "o'brien_1@x.id"],
    ['jose\u0301@x.id', 'jos\u00e9@x.id'],
    [`${'a'.repeat(64)}@x.id`, `${'a'.repeat(64)}@x.id`],
    [`${'a'.repeat(254 - HOST.length)}${HOST}`, `${'a'.repeat(254 - HOST.length)}${HOST}`],
  ])('is read from %j', (typed, address) => {
    expect(parseEmailAddress(typed)).toEqual(ok(address))
  })

  test.each<[string, EmailAddressProblem]>([
    ['', 'empty'],
    [' \t', 'empty'],
    [`${'a'.repeat(255 - HOST.length)}${HOST}`, 'tooLong'],
    [`${'a'.repeat(65)}@x.id`, 'malformed'],
    ['budi', 'malformed'],
    ['budi@', 'malformed'],
    ['@x.id', 'malformed'],
    ['budi@localhost', 'malformed'],
    ['budi@x..id', 'malformed'],
    ['budi@-x.id', 'malformed'],
    ['budi@[10.0.0.1]', 'malformed'],
    ['a@b@x.id', 'malformed'],
    ['a..b@x.id', 'malformed'],
    ['.a@x.id', 'malformed'],
    ['a@x.id, evil@y.id', 'malformed'],
    ['a@x.id;evil@y.id', 'malformed'],
    ['a@x.id evil', 'malformed'],
    ['a@x.id\r\nBcc: evil@y.id', 'malformed'],
    ['a\u0000@x.id', 'malformed'],
    ['a\u2028b@x.id', 'malformed'],
    ['Budi <a@x.id>', 'malformed'],
    ['"a b"@x.id', 'malformed'],
    ['group:a@x.id', 'malformed'],
    ['a(comment)@x.id', 'malformed'],
  ])('is not read from %j', (typed, problem) => {
    expect(parseEmailAddress(typed)).toEqual(no(problem))
  })

  test('never holds what ends a line, lists, groups or quotes, whatever was typed', () => {
    const signs = fc.constantFrom(...'ab@. ,;:<>()"\\[]\r\n\t\u0000\u2028é-')
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 30 }), (typed) => {
        const read = parseEmailAddress(typed.join(''))
        if (read.ok)
          expect(read.value).toMatch(/^[^@\s,;:<>()"\\[\]\p{C}]+@[^@\s,;:<>()"\\[\]\p{C}]+$/u)
      }),
      { numRuns: 2000 },
    )
  })

  test('reads to itself', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (typed) => {
        const read = parseEmailAddress(typed)
        if (read.ok) expect(parseEmailAddress(read.value)).toEqual(read)
      }),
    )
  })
})
