import { describe, expect, test } from 'vitest'
import { STAGES } from '#domain/archive/record.ts'
import { isStaying, makeShare, type Sharing } from '#domain/archive/share/make-share.ts'
import type { ShareId } from '#domain/archive/share/share.ts'
import { readTerms } from '#domain/archive/share/terms.ts'
import { after as later } from '#domain/instant.ts'
import { no, ok } from '#domain/result.ts'
import { NOW } from '#test/support/builders.ts'
import { DAY, openShare } from '#test/support/shares.ts'
import { versions } from '#test/support/versions.ts'

const { recipient, purpose, until, usesAllowed } = openShare()
const hold = { until: later(NOW, 60), because: 'reactivation' } as const

function sharing(fields: Partial<Sharing> = {}): Sharing {
  const terms = { recipient, purpose, until, usesAllowed }
  return {
    id: 'tautan' as ShareId,
    terms,
    hasPin: false,
    hold: undefined,
    openShares: 19,
    now: NOW,
    ...fields,
  }
}

describe('T30 a link is made', () => {
  test('to one version that is verified, for somebody, for something', () => {
    expect(makeShare(versions.verified, 'active', sharing())).toEqual(ok(openShare()))
    expect(makeShare(versions.verified, 'active', sharing({ hasPin: true }))).toEqual(
      ok(openShare({ wrongPins: 0 })),
    )
  })

  test.each(Object.values(versions).filter(({ status }) => status !== 'verified'))(
    'not to one that is $status',
    (version) => {
      expect(makeShare(version, 'active', sharing())).toEqual(no({ kind: 'notVerified' }))
    },
  )

  test('not to one in which something harmful was found later', () => {
    const found = { ...versions.verified, scan: 'scanFound' as const }
    expect(makeShare(found, 'active', sharing())).toEqual(no({ kind: 'notVerified' }))
  })

  test.each(STAGES)('T21 of a record that is %s only as long as it stays', (stage) => {
    const made = makeShare(versions.verified, stage, sharing())
    expect(made.ok).toBe(!['destroying', 'destroyed', 'transferred'].includes(stage))
    expect(made.ok).toBe(isStaying(stage))
  })

  test('R-RS-07 not under a hold of the account, and again from the moment it is over', () => {
    const held = makeShare(versions.verified, 'active', sharing({ hold }))
    expect(held).toEqual(no({ kind: 'held', hold }))
    expect(makeShare(versions.verified, 'active', sharing({ hold, now: hold.until })).ok).toBe(true)
  })

  test('not beside twenty others', () => {
    const refused = makeShare(versions.verified, 'active', sharing({ openShares: 20 }))
    expect(refused).toEqual(no({ kind: 'tooManyShares', most: 20 }))
  })
})

describe('the terms of a link', () => {
  const typed = { recipient: ' Bank  Contoh ', purpose: 'Kredit rumah', days: '30', uses: '50' }

  test('are read as they were meant', () => {
    expect(readTerms(typed, NOW)).toEqual(
      ok({
        recipient: 'Bank Contoh',
        purpose: 'Kredit rumah',
        until: later(NOW, 30 * DAY),
        usesAllowed: 50,
      }),
    )
  })

  test.each([
    [{ recipient: 'A\u200b B' }, true],
    [{ recipient: 'AB' }, 'recipientMissing'],
    [{ recipient: ' \u200b\u200b\u200b ' }, 'recipientMissing'],
    [{ purpose: 'umum' }, 'purposeMissing'],
    [{ days: '31' }, 'badDays'],
    [{ days: '0' }, 'badDays'],
    [{ days: '' }, 'badDays'],
    [{ days: '1e1' }, 'badDays'],
    [{ uses: '51' }, 'badUses'],
    [{ uses: '0' }, 'badUses'],
  ])('%o: %s', (fields, answer) => {
    const read = readTerms({ ...typed, ...fields }, NOW)
    expect(read.ok || read.problem.kind).toBe(answer)
  })
})
