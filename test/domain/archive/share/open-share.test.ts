import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeShare, endShare } from '#domain/archive/share/change-share.ts'
import {
  mayReadShared,
  type Opening,
  PIN_TRIES,
  tryShare,
} from '#domain/archive/share/open-share.ts'
import { type Share, standingOf } from '#domain/archive/share/share.ts'
import { readPin, readShareToken } from '#domain/archive/share/typed-link.ts'
import { after as later } from '#domain/instant.ts'
import { no, ok } from '#domain/result.ts'
import { NOW } from '#test/support/builders.ts'
import { DAY, openShare } from '#test/support/shares.ts'
import { versions } from '#test/support/versions.ts'

const first: Opening = { pin: 'missing', openUntil: undefined }
const again: Opening = { pin: 'missing', openUntil: later(NOW, 600) }
const END = later(NOW, 7 * DAY)
const lastMoment = new Date(END.getTime() - 1)
const ended = { ...openShare(), state: 'ended', because: 'person', endedAt: NOW } as const

describe('21 a link opens', () => {
  test('for an hour, which is one use', () => {
    expect(tryShare(openShare(), first, NOW)).toEqual({
      outcome: { kind: 'opened', until: later(NOW, 3600) },
      share: openShare({ uses: 1 }),
    })
  })

  test('for no longer than it lives', () => {
    const { outcome } = tryShare(openShare(), first, lastMoment)
    expect(outcome).toEqual({ kind: 'opened', until: END })
  })

  test('without another use in the browser that has it open, and for no longer', () => {
    const share = openShare({ uses: 3 })
    expect(tryShare(share, again, NOW).share.uses).toBe(3)
    const outcome = { kind: 'opened', until: again.openUntil }
    expect(tryShare(share, again, NOW).outcome).toEqual(outcome)
  })

  test('not from the moment it expired', () => {
    const share = openShare({ uses: 1 })
    for (const opening of [first, again])
      expect(tryShare(share, opening, END)).toEqual({
        outcome: { kind: 'expired', at: END },
        share,
      })
  })

  test('not once it is used up', () => {
    const share = openShare({ uses: 3 })
    expect(tryShare(share, first, NOW)).toEqual({ outcome: { kind: 'usedUp' }, share })
    expect(tryShare(openShare({ uses: 2 }), first, NOW).outcome.kind).toBe('opened')
  })

  test('not once it ended, whatever is typed', () => {
    const outcome = { kind: 'ended', because: 'person', at: NOW }
    for (const opening of [first, again, { ...first, pin: 'right' as const }])
      expect(tryShare(ended, opening, NOW)).toEqual({ outcome, share: ended })
  })
})

describe('the PIN of a link', () => {
  const locked = openShare({ wrongPins: 0 })

  test('opens it with the link alone', () => {
    expect(tryShare(locked, { ...first, pin: 'right' }, NOW)).toEqual({
      outcome: { kind: 'opened', until: later(NOW, 3600) },
      share: { ...locked, uses: 1 },
    })
  })

  test('that was not typed costs nothing', () => {
    expect(tryShare(locked, first, NOW)).toEqual({ outcome: { kind: 'pinMissing' }, share: locked })
    expect(tryShare(locked, again, NOW).outcome).toEqual({ kind: 'pinMissing' })
  })

  test('that is wrong counts, and a right one between does not start anew', () => {
    const wrong: Opening = { ...first, pin: 'wrong' }
    const once = tryShare(locked, wrong, NOW)
    expect(once.outcome).toEqual({ kind: 'pinWrong', left: 4 })
    const right = tryShare(once.share, { ...first, pin: 'right' }, NOW)
    expect(right.share.wrongPins).toBe(1)
  })

  test('that is wrong for the fifth time ends the link', () => {
    const { outcome, share } = tryShare(
      openShare({ wrongPins: 4 }),
      { ...first, pin: 'wrong' },
      NOW,
    )
    expect(outcome).toEqual({ kind: 'ended', because: 'wrongPins', at: NOW })
    expect(share).toMatchObject({
      state: 'ended',
      because: 'wrongPins',
      endedAt: NOW,
      wrongPins: 5,
    })
  })
})

test('whatever is tried in whatever order: never more uses, never more guesses, and an end stays', () => {
  const opening = fc.record({
    pin: fc.constantFrom('missing', 'right', 'wrong'),
    openUntil: fc.constantFrom(undefined, later(NOW, DAY)),
  }) as fc.Arbitrary<Opening>
  const seconds = fc.integer({ min: 0, max: 10 * DAY })
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.array(fc.tuple(opening, seconds), { maxLength: 40 }),
      (hasPin, tries) => {
        let share: Share = openShare(hasPin ? { wrongPins: 0 } : {})
        for (const [tried, passed] of tries) {
          const wasEnded = share.state === 'ended'
          const { outcome, share: next } = tryShare(share, tried, later(NOW, passed))
          expect(next.uses).toBeLessThanOrEqual(share.usesAllowed)
          expect(next.wrongPins ?? 0).toBeLessThanOrEqual(PIN_TRIES)
          if (wasEnded) expect(next).toBe(share)
          if (outcome.kind === 'opened') expect(hasPin && tried.pin !== 'right').toBe(false)
          share = next
        }
      },
    ),
  )
})

describe('what was opened is read on', () => {
  const { verified, superseded, awaitingVerification } = versions
  const may = (share: Share, now = NOW, version: typeof verified | typeof superseded = verified) =>
    mayReadShared(share, { version, stage: 'active' }, now)

  test('as long as the link lives, also once it is used up or the version was replaced', () => {
    expect(may(openShare({ uses: 3 }))).toBe(true)
    expect(may(openShare(), lastMoment)).toBe(true)
    expect(may(openShare(), NOW, superseded)).toBe(true)
  })

  test('no further once it expired or ended', () => {
    expect(may(openShare(), END)).toBe(false)
    expect(may(ended)).toBe(false)
  })

  test('no further once the verification was revoked, or the record is being destroyed', () => {
    const revoked = { version: awaitingVerification, stage: 'active' } as const
    expect(mayReadShared(openShare(), revoked, NOW)).toBe(false)
    const doomed = { version: verified, stage: 'destroying' } as const
    expect(mayReadShared(openShare(), doomed, NOW)).toBe(false)
    const harmful = { version: { ...verified, scan: 'scanFound' }, stage: 'active' } as const
    expect(mayReadShared(openShare(), harmful, NOW)).toBe(false)
  })
})

describe('a link is changed', () => {
  const limits = { until: later(NOW, 10 * DAY), usesAllowed: 5 }
  const change = (share: Share, fields: Partial<Parameters<typeof changeShare>[1]> = {}) =>
    changeShare(share, { limits, hold: undefined, openShares: 0, now: NOW, ...fields })

  test('in how long and how often', () => {
    expect(change(openShare({ uses: 3 }))).toEqual(ok(openShare({ uses: 3, ...limits })))
  })

  test('never past a month after it was made', () => {
    const now = later(NOW, 29 * DAY)
    const longer = change(openShare(), { now, limits: { ...limits, until: later(now, 30 * DAY) } })
    expect(longer.ok && longer.value.until).toEqual(later(NOW, 30 * DAY))
    expect(change(openShare(), { now: later(NOW, 30 * DAY) })).toEqual(no({ kind: 'tooOld' }))
  })

  test('not below what was used, not once it ended, not under a hold of the account', () => {
    const few = { ...limits, usesAllowed: 1 }
    expect(change(openShare({ uses: 2 }), { limits: few })).toEqual(
      no({ kind: 'fewerThanUsed', uses: 2 }),
    )
    expect(change(ended)).toEqual(no({ kind: 'alreadyEnded', because: 'person' }))
    const hold = { until: later(NOW, 1), because: 'reactivation' } as const
    expect(change(openShare(), { hold })).toEqual(no({ kind: 'held', hold }))
  })

  test('and opens again only where no other twenty are open', () => {
    const tooMany = no({ kind: 'tooManyShares', most: 20 })
    const over = later(NOW, 8 * DAY)
    expect(change(openShare(), { now: over, openShares: 20 })).toEqual(tooMany)
    expect(change(openShare({ uses: 3 }), { openShares: 20 })).toEqual(tooMany)
    expect(change(openShare({ uses: 3 }), { openShares: 19 }).ok).toBe(true)
    expect(change(openShare(), { openShares: 20 }).ok).toBe(true)
  })

  test('by being ended, once', () => {
    expect(endShare(openShare(), NOW)).toEqual(ok(ended))
    expect(endShare(ended, NOW)).toEqual(no({ kind: 'alreadyEnded', because: 'person' }))
    expect(standingOf(ended, NOW)).toEqual({ kind: 'ended', because: 'person', at: NOW })
  })
})

describe('what a recipient types', () => {
  const token = `${'A'.repeat(40)}-_9`

  test('is the end of the link, or the whole of it', () => {
    expect(readShareToken(token)).toBe(token)
    expect(readShareToken(` https://asn.example/berbagi#${token}\n`)).toBe(token)
    expect(readShareToken(`${token}A`)).toBeUndefined()
    expect(readShareToken('')).toBeUndefined()
  })

  test('is a PIN however it is spaced', () => {
    expect(readPin(' 12 34-56 ')).toBe('123456')
    expect(readPin('１２３４５６')).toBe('123456')
  })
})
