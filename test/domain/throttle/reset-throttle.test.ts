import { describe, expect, test } from 'vitest'
import { no } from '#domain/result.ts'
import {
  admitMail,
  admitStart,
  type MailAttempt,
  type MailCounters,
} from '#domain/throttle/reset-throttle.ts'
import { at, NOON } from '#test/support/phone.ts'
import { counter } from '#test/support/throttles.ts'

const EMPTY: MailCounters = {
  addressHour: counter(),
  accountHour: counter(),
  accountDay: counter(),
  knownHour: counter(),
}
const HOUR = 3600

function asking(fields: Partial<MailAttempt> = {}): MailAttempt {
  return { isOwn: true, isKnownBrowser: false, addressFactor: 1, liveFlows: 0, ...fields }
}

/** How many mails leave when asked `times` times, `pause` seconds apart. */
function mailsOf(times: number, pause: number, attempt = asking(), from = EMPTY): number {
  let [counters, mails] = [from, 0]
  for (let time = 0; time < times; time += 1) {
    const admission = admitMail(counters, attempt, at(time * pause))
    counters = admission.counters
    if (admission.isAdmitted) mails += 1
  }
  return mails
}

describe('R-RL-04 mails with a code', () => {
  test('go out three times an hour for an account, and then in silence', () => {
    expect(mailsOf(9, 60)).toBe(3)
    expect(mailsOf(4, 1200)).toBe(4)
  })

  test('go out ten times a day, however they are spread', () => {
    expect(mailsOf(20, HOUR)).toBe(10)
    expect(mailsOf(25, HOUR)).toBe(11)
  })

  test('from one address ten times an hour, right or wrong, and an office ten times that', () => {
    const used = { ...EMPTY, addressHour: counter({ count: 10, since: NOON }) }
    expect(mailsOf(1, 1, asking(), used)).toBe(0)
    expect(mailsOf(1, 1, asking({ addressFactor: 10 }), used)).toBe(1)
    expect(mailsOf(2, HOUR, asking(), used)).toBe(1)
  })

  test('for a wrong address move no counter of the account', () => {
    const { isAdmitted, counters } = admitMail(EMPTY, asking({ isOwn: false }), NOON)
    expect(isAdmitted).toBe(false)
    expect(counters).toEqual({ ...EMPTY, addressHour: counter({ count: 1, since: NOON }) })
  })

  test('are silent while three other codes of the account are good', () => {
    expect(mailsOf(1, 1, asking({ liveFlows: 2 }))).toBe(1)
    expect(mailsOf(1, 1, asking({ liveFlows: 3 }))).toBe(0)
  })

  test('R-RL-02 of a known browser have three of their own, whatever others used up', () => {
    const used = {
      addressHour: counter({ count: 10, since: NOON }),
      accountHour: counter({ count: 3, since: NOON }),
      accountDay: counter({ count: 10, since: NOON }),
      knownHour: counter(),
    }
    expect(mailsOf(5, 1, asking({ isKnownBrowser: true, liveFlows: 3 }), used)).toBe(3)
    expect(mailsOf(1, 1, asking({ isKnownBrowser: true, isOwn: false }), used)).toBe(0)
  })
})

describe('the beginning of a reset', () => {
  const empty = { addressMinute: counter(), addressHour: counter() }

  test.each([
    ['addressMinute', 30, 60],
    ['addressHour', 300, HOUR],
  ] as const)('is held back after %s counted %i', (name, most, seconds) => {
    const used = { ...empty, [name]: counter({ count: most, since: NOON }) }
    expect(admitStart(used, 1, at(1))).toEqual(no({ kind: 'slowed', until: at(seconds) }))
    expect(admitStart(used, 1, at(seconds)).ok).toBe(true)
    expect(admitStart(used, 10, at(1)).ok).toBe(true)
    const last = { ...empty, [name]: counter({ count: most - 1, since: NOON }) }
    expect(admitStart(last, 1, at(1)).ok).toBe(true)
  })
})
