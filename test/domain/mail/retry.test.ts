import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { after as later, secondsBetween } from '#domain/instant.ts'
import { isOverdue, type Mail } from '#domain/mail/mail.ts'
import { afterFailure, type MailFailure } from '#domain/mail/retry.ts'

const madeAt = new Date('2026-11-21T05:00:00Z')
const DAY = 86_400
const passing = fc.constantFrom<MailFailure>('unreachable', 'refusedForNow', 'unwritable')

describe('a mail that did not go out', () => {
  test.each([
    [0, 60],
    [1, 120],
    [2, 240],
    [5, 1920],
    [6, 3600],
    [40, 3600],
  ])('after %i failures waits %i seconds', (tries, seconds) => {
    const next = afterFailure({ madeAt, tries }, 'unreachable', madeAt)
    expect(next).toEqual({ kind: 'again', at: later(madeAt, seconds) })
  })

  test.each<MailFailure>(['mailboxRefused', 'expired'])('is given up at once if %s', (failure) => {
    expect(afterFailure({ madeAt, tries: 0 }, failure, madeAt)).toEqual({ kind: 'givenUp' })
  })

  test('is given up from a day on, and not before', () => {
    const lastMoment = later(madeAt, DAY - 0.001)
    const mail = { madeAt, tries: 30 }
    expect(afterFailure(mail, 'unreachable', lastMoment).kind).toBe('again')
    expect(afterFailure(mail, 'unreachable', later(madeAt, DAY)).kind).toBe('givenUp')
  })

  test('in every history is tried again until a day is over, ever more seldom, never late by more than an hour', () => {
    fc.assert(
      fc.property(fc.array(passing, { minLength: 40, maxLength: 60 }), (failures) => {
        let [now, wait] = [madeAt, 0]
        for (const [tries, failure] of failures.entries()) {
          const next = afterFailure({ madeAt, tries }, failure, now)
          if (next.kind === 'givenUp') {
            expect(secondsBetween(madeAt, now)).toBeGreaterThanOrEqual(DAY)
            expect(secondsBetween(madeAt, now)).toBeLessThan(DAY + 3600)
            return
          }
          const waits = secondsBetween(now, next.at)
          expect(waits).toBeGreaterThanOrEqual(wait)
          expect(waits).toBeLessThanOrEqual(3600)
          ;[now, wait] = [next.at, waits]
        }
        expect.unreachable('a mail is tried for ever')
      }),
    )
  })

  test('with a code is overdue from the moment the code serves no more', () => {
    const until = later(madeAt, 600)
    const mail = { kind: 'resetCode', reset: { code: '12345678', until } } as Mail
    expect(isOverdue(mail, later(until, -0.001))).toBe(false)
    expect(isOverdue(mail, until)).toBe(true)
  })
})
