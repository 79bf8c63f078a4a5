import { expect, test } from 'vitest'
import { objectTo } from '#domain/archive/object-to-access.ts'
import { no, ok } from '#domain/result.ts'
import { at, NOON } from '#test/support/phone.ts'

const YEAR = 365 * 86_400
const read = { at: NOON, purpose: 'service', objectedAt: undefined } as const

test('one objects to what others read, once, for a year', () => {
  expect(objectTo(read, at(YEAR - 1))).toEqual(ok({ at: at(YEAR - 1) }))
  expect(objectTo(read, at(YEAR))).toEqual(no({ kind: 'tooLongAgo' }))
  for (const purpose of ['own', 'share'] as const)
    expect(objectTo({ ...read, purpose }, NOON)).toEqual(no({ kind: 'ownReading' }))
  expect(objectTo({ ...read, objectedAt: NOON }, at(1))).toEqual(no({ kind: 'alreadyObjected' }))
})
