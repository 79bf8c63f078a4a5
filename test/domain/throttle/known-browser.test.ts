import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  admitPassword,
  type PasswordAttempt,
  type PasswordCounters,
} from '#domain/throttle/password-throttle.ts'
import { at, NOON } from '#test/support/phone.ts'
import { attempt, counter, counters, KNOWN } from '#test/support/throttles.ts'

const HOUR = 3600

describe('R-RL-02 a known browser', () => {
  test('signs in at once after 10,000 failures elsewhere', () => {
    let state = counters()
    for (let failure = 0; failure < 10_000; failure += 1) {
      const tried = admitPassword(state, attempt({ captchaPassed: true }), at(failure))
      if (tried.kind === 'admitted') state = tried.counters
    }
    expect(state.unknownBrowsers.count).toBe(80)
    expect(admitPassword(state, KNOWN, at(10_000)).kind).toBe('admitted')
  })

  test('is held back by no counter of others, however full', () => {
    const full = counter({ count: 10_000, since: NOON, heldUntil: at(HOUR) })
    const others = {
      nameFromNetwork: full,
      addressMinute: full,
      addressHour: full,
      name: full,
      unknownBrowsers: full,
    }
    expect(admitPassword(counters(others), KNOWN, at(1))).toMatchObject({
      kind: 'admitted',
      counters: { ...others, knownBrowsers: { count: 1 }, nameFromBrowser: { count: 1 } },
    })
  })

  test('becomes unknown after twenty failures of known ones in a row, however old', () => {
    const own = (count: number) => counter({ count, since: at(-400 * 24 * HOUR) })
    const last = admitPassword(counters({ knownBrowsers: own(19) }), KNOWN, NOON)
    expect(last).toMatchObject({
      counters: { knownBrowsers: own(20), unknownBrowsers: { count: 0 } },
    })
    const next = admitPassword(counters({ knownBrowsers: own(20) }), KNOWN, NOON)
    expect(next).toMatchObject({
      counters: { knownBrowsers: own(20), unknownBrowsers: { count: 1 } },
    })
  })

  test('that became unknown is closed out like one', () => {
    const both = counters({
      knownBrowsers: counter({ count: 20 }),
      unknownBrowsers: counter({ count: 80 }),
    })
    expect(admitPassword(both, KNOWN, NOON)).toEqual({ kind: 'closedToNewBrowsers' })
  })
})

describe('whatever is tried, from wherever', () => {
  const tries = fc.array(
    fc.record({
      pause: fc.oneof(fc.nat({ max: 40 }), fc.constantFrom(0, 60, 900, 3600)),
      isKnownBrowser: fc.boolean(),
      captchaPassed: fc.boolean(),
      addressFactor: fc.constantFrom(1, 10),
    }),
    { minLength: 50, maxLength: 400 },
  )

  test('R-RL-01 a name has at most 80 + 20 passwords looked at in a row', () => {
    fc.assert(
      fc.property(tries, (all) => {
        const looked = { known: 0, unknown: 0 }
        forEveryTry(all, ({ one, before, kind }) => {
          const isKnown = one.isKnownBrowser && before.knownBrowsers.count < 20
          if (kind === 'admitted') looked[isKnown ? 'known' : 'unknown'] += 1
        })
        expect(looked.known).toBeLessThanOrEqual(20)
        expect(looked.unknown).toBeLessThanOrEqual(80)
      }),
      { numRuns: 40 },
    )
  })

  test('R-RL-06 what is held back changes nothing, and a wait ends when it says so', () => {
    fc.assert(
      fc.property(tries, (all) => {
        forEveryTry(all, ({ one, before, tried, now }) => {
          if (tried.kind !== 'slowed') return
          expect(tried.until > now).toBe(true)
          expect(admitPassword(before, one, tried.until).kind).not.toBe('slowed')
        })
      }),
      { numRuns: 40 },
    )
  })
})

type Try = Pick<PasswordAttempt, 'isKnownBrowser' | 'captchaPassed' | 'addressFactor'> & {
  pause: number
}
type Tried = {
  one: PasswordAttempt
  before: PasswordCounters
  tried: ReturnType<typeof admitPassword>
  kind: string
  now: Date
}

function forEveryTry(all: readonly Try[], check: (tried: Tried) => void) {
  let [state, seconds] = [counters(), 0]
  for (const { pause, ...fields } of all) {
    seconds += pause
    const [one, now, before] = [attempt(fields), at(seconds), structuredClone(state)]
    const tried = admitPassword(state, one, now)
    expect(state).toEqual(before)
    check({ one, before, tried, kind: tried.kind, now })
    if (tried.kind === 'admitted') state = tried.counters
  }
}
