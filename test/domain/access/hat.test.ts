import { describe, expect, test } from 'vitest'
import { fallenHat, hatsFor, hatsOf, wornHat } from '#domain/access/hat.ts'
import type { MandateId } from '#domain/access/mandate.ts'
import { someHat } from '#test/support/hats.ts'
import { at, NOON } from '#test/support/phone.ts'

const over = someHat({ id: 'over' as MandateId, until: NOON })
const toCome = someHat({ id: 'toCome' as MandateId, from: at(1) })
const officer = someHat({ id: 'officer' as MandateId })
const auditor = someHat({ id: 'auditor' as MandateId, role: 'auditor', agency: undefined })
const all = [over, toCome, officer, auditor]

describe('R-AD-01 a hat', () => {
  test('can be put on while its mandate is in force', () => {
    expect(hatsOf(all, NOON)).toEqual([officer, auditor])
  })

  test('falls off when the mandate ends, whatever the session says', () => {
    expect(wornHat(all, officer.id, NOON)).toBe(officer)
    expect(wornHat(all, over.id, NOON)).toBeUndefined()
    expect(wornHat(all, undefined, NOON)).toBeUndefined()
    expect(wornHat([auditor], officer.id, NOON)).toBeUndefined()
  })

  test('that fell off is known by whoever wore it, and no other is', () => {
    expect(fallenHat(all, over.id, NOON)).toBe(over)
    expect(fallenHat(all, officer.id, NOON)).toBeUndefined()
    expect(fallenHat(all, undefined, NOON)).toBeUndefined()
  })

  test('is offered for what it permits', () => {
    expect(hatsFor(all, 'helpEmployees', NOON)).toEqual([officer])
    expect(hatsFor(all, 'nationalReferenceData', NOON)).toEqual([])
  })
})
