import { describe, expect, test } from 'vitest'
import { parseReason } from '#domain/desk/reason.ts'
import { no, ok } from '#domain/result.ts'

describe('2.6 a reason', () => {
  test.each([
    ['x'.repeat(19), no({ kind: 'reasonTooShort', length: 19 })],
    [' '.repeat(40), no({ kind: 'reasonTooShort', length: 0 })],
    [`a${' '.repeat(40)}b`, no({ kind: 'reasonTooShort', length: 3 })],
    ['x'.repeat(20), ok('x'.repeat(20))],
    [' HP hilang\ndi pasar kemarin. ', ok('HP hilang di pasar kemarin.')],
    ['👩🏽‍🦱'.repeat(7), ok('👩🏽‍🦱'.repeat(7))],
    ['\u200b\u2063\u3164\u115f'.repeat(9), no({ kind: 'reasonTooShort', length: 0 })],
    ['HP hilang\u202e di\u0000 pasar kemarin', ok('HP hilang di pasar kemarin')],
    ['x'.repeat(1000), ok('x'.repeat(1000))],
    ['x'.repeat(1001), no({ kind: 'reasonTooLong' })],
  ])('is at least 20 characters that say something: %j', (text, expected) => {
    expect(parseReason(text)).toEqual(expected)
  })
})
