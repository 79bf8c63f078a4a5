import { describe, expect, test } from 'vitest'
import { parseLoginName } from '#domain/login-name.ts'
import { no, ok } from '#domain/result.ts'

describe('R-AK-01 a login name', () => {
  test.each([
    '198501012010011901',
    '19850101 201001 1 901',
    ' 19850101.201001.1.901\n',
    '19850101-201001-1-901',
    '19850101–201001—1‐901',
    '１９８５０１０１ 201001 1 901',
    '\u202a198501012010011901\u202c',
    '1985010\u200b12010011901',
    '198501012010011901\u0000',
  ])('is the same NIP from %j', (text) => {
    expect(parseLoginName(text)).toEqual(ok('198501012010011901'))
  })

  test.each([
    ['budi.santoso', 'budisantoso'],
    ['Budi Santoso', 'budisantoso'],
    ['BUDI-santoso_71', 'budisantoso_71'],
    ['budi@contoh.go.id', 'budi@contohgoid'],
    ['1985a', '1985a'],
  ])('is a user name from "%s"', (text, name) => {
    expect(parseLoginName(text)).toEqual(ok(name))
  })

  test.each(['', '  ', '.-.', '\u0000', '\u00a0'])('is missing in %j', (text) => {
    expect(parseLoginName(text)).toEqual(no('empty'))
  })

  test('is cut at 64 characters, which no account has', () => {
    expect(parseLoginName('a'.repeat(64))).toEqual(ok('a'.repeat(64)))
    expect(parseLoginName('a'.repeat(65))).toEqual(ok('a'.repeat(64)))
  })
})

describe('R-EN-03 of digits alone', () => {
  test.each(['1', '19850101201001190', '1985010120100119011', '1'.repeat(200)])(
    '"%s" is told not to be NIP-shaped',
    (text) => expect(parseLoginName(text)).toEqual(no('notNipShaped')),
  )

  test('eighteen pass even where no such NIP can exist: nothing but the shape may be told', () => {
    expect(parseLoginName('999999999999999999')).toEqual(ok('999999999999999999'))
  })
})
