import { describe, expect, test } from 'vitest'
import { type DeviceName, isSpent, nameKey, parseDeviceName } from '#domain/mfa/device.ts'
import { no, ok } from '#domain/result.ts'

const NONE: DeviceName[] = []

describe('R-OT-03 a device name', () => {
  test.each(['', '   ', '\t\n', '\u0000', '\u0007 \u00a0', '\u200b\u2060'])(
    'is missing in %j',
    (text) => {
      expect(parseDeviceName(text, NONE)).toEqual(no('nameEmpty'))
    },
  )

  test('has forty code points at most, however many units or bytes', () => {
    expect(parseDeviceName('a', NONE)).toEqual(ok('a'))
    expect(parseDeviceName('a'.repeat(40), NONE)).toEqual(ok('a'.repeat(40)))
    expect(parseDeviceName('a'.repeat(41), NONE)).toEqual(no('nameTooLong'))
    expect(parseDeviceName('📱'.repeat(40), NONE)).toEqual(ok('📱'.repeat(40)))
    expect(parseDeviceName('📱'.repeat(41), NONE)).toEqual(no('nameTooLong'))
  })

  test('is kept composed, and counted so', () => {
    expect(parseDeviceName('e\u0301'.repeat(40), NONE)).toEqual(ok('\u00e9'.repeat(40)))
  })

  test('keeps case and loses white space and control characters that do not show', () => {
    expect(parseDeviceName('  HP \t Samsung\u0000\nIbu ', NONE)).toEqual(ok('HP Samsung Ibu'))
  })

  test.each(['HP Samsung', 'hp samsung', ' HP  SAMSUNG '])('is taken again as %j', (text) => {
    const taken = ['Tablet', 'HP Samsung'] as DeviceName[]
    expect(parseDeviceName(text, taken)).toEqual(no('nameTaken'))
  })

  test('is taken too where the accent is typed in two characters', () => {
    expect(parseDeviceName('CAFE\u0301', ['caf\u00e9' as DeviceName])).toEqual(no('nameTaken'))
  })

  test('is free if it only begins like another', () => {
    expect(parseDeviceName('HP Samsung 2', ['HP Samsung' as DeviceName]).ok).toBe(true)
    expect(nameKey('HP Oppo' as DeviceName)).toBe('hp oppo')
  })
})

describe('R-OT-05 a step', () => {
  const told = [{ step: 120, atStep: 100 }]

  test.each([
    [99, true],
    [100, true],
    [101, false],
    [119, false],
    [120, true],
    [121, false],
  ])('%i is used up after step 100 and a told 120: %s', (step, isUsedUp) => {
    expect(isSpent({ lastStep: 100, told }, step)).toBe(isUsedUp)
  })
})
