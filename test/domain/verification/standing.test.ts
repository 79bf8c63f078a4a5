import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AfterVerification,
  type LaterLeaf,
  parseStanding,
  standingOf,
} from '#domain/verification/standing.ts'

const verified = (version: number, leaf: number | undefined): LaterLeaf => ({
  event: 'recordVerified',
  version,
  leaf,
})
const revoked = (version: number, leaf: number): LaterLeaf => ({
  event: 'verificationRevoked',
  version,
  leaf,
})
const destroyed: LaterLeaf = { event: 'recordDestroyed', version: 0, leaf: 90 }

function rest(fields: Partial<AfterVerification>): AfterVerification {
  return { stage: 'active', status: 'verified', version: 2, later: [], ...fields }
}

describe('what became of a version', () => {
  test('that nothing came after is current', () => {
    expect(standingOf(rest({}))).toEqual({ kind: 'current' })
  })

  test('that was superseded names the newest, and its leaf', () => {
    const later = [verified(3, 40), verified(5, 50)]
    const standing = standingOf(rest({ status: 'superseded', later }))
    expect(standing).toEqual({ kind: 'superseded', version: 5, leaf: 50 })
  })

  test('is told before the leaf that says it is signed', () => {
    const standing = standingOf(rest({ status: 'superseded', later: [verified(3, undefined)] }))
    expect(standing).toEqual({ kind: 'superseded', version: 3, leaf: undefined })
  })

  test.each(['awaitingVerification', 'returned', 'withdrawn'] as const)(
    'whose verification was revoked and that is %s now is revoked, by its own leaf',
    (status) => {
      const later = [revoked(2, 30), verified(3, 40), revoked(3, 50)]
      expect(standingOf(rest({ status, later }))).toEqual({ kind: 'revoked', leaf: 30 })
    },
  )

  test('that was revoked and verified anew is current', () => {
    expect(standingOf(rest({ later: [revoked(2, 30), verified(2, 40)] }))).toEqual({
      kind: 'current',
    })
  })

  test.each(['verified', 'superseded', 'returned'] as const)(
    'that is gone with its record is destroyed, also where it was %s',
    (status) => {
      const later = [revoked(2, 30), verified(3, 40), destroyed]
      expect(standingOf(rest({ status, stage: 'destroyed', later }))).toEqual({
        kind: 'destroyed',
        leaf: 90,
      })
    },
  )

  test('cannot be told where the newer one is not found', () => {
    expect(standingOf(rest({ status: 'superseded', later: [verified(1, 40)] }))).toBeUndefined()
  })
})

describe('an answer about it', () => {
  test.each([
    { kind: 'current' },
    { kind: 'superseded', version: 3, leaf: 40 },
    { kind: 'superseded', version: 3 },
    { kind: 'revoked', leaf: 0 },
    { kind: 'destroyed' },
  ])('is read: %j', (said) => {
    expect(parseStanding(said)).toEqual(said)
  })

  test.each([
    undefined,
    null,
    'current',
    {},
    { kind: 'genuine' },
    { kind: 'superseded' },
    { kind: 'superseded', version: '3' },
    { kind: 'superseded', version: -1 },
    { kind: 'revoked', leaf: 1.5 },
    { kind: 'destroyed', leaf: null },
  ])('says nothing: %j', (said) => {
    expect(parseStanding(said)).toBeUndefined()
  })

  test('is judged, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (said) => {
        expect(() => parseStanding(said)).not.toThrow()
      }),
    )
  })
})
