import { expect, test } from 'vitest'
import { parseTypedCode } from '#domain/mfa/typed-code.ts'
import { no, ok } from '#domain/result.ts'

test.each([
  '012345',
  '012 345',
  ' 012-345 ',
  '0 1 2 3 4 5',
  '012–345',
  '012\u00a0345\n',
  '０１２３４５',
])('R-OT-08 a code is read from "%s"', (text) => {
  expect(parseTypedCode(text)).toEqual(ok('012345'))
})

test.each(['', '   ', '--', '\u3000'])('R-OT-08 a code is missing in "%s"', (text) => {
  expect(parseTypedCode(text)).toEqual(no({ kind: 'empty' }))
})

test.each([
  ['1', 1],
  ['12345', 5],
  ['12 345', 5],
  ['1234567', 7],
  ['1234 5678', 8],
])('R-OT-08 "%s" is told to have %i digits', (text, typed) => {
  expect(parseTypedCode(text)).toEqual(no({ kind: 'length', typed }))
})

test.each(['12345a', 'a12345', 'abcdef', 'a', '12345.', '١٢٣٤٥٦', '12345\u0000', '123456789x'])(
  'R-OT-08 "%s" is told to hold more than digits',
  (text) => expect(parseTypedCode(text)).toEqual(no({ kind: 'notDigits' })),
)
