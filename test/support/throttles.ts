import {
  type Counter,
  EMPTY_COUNTER,
  type PasswordAttempt,
  type PasswordCounters,
} from '#domain/throttle/password-throttle.ts'

/** From a browser that nobody knows, without a captcha; a test names only what it is about. */
export function attempt(fields: Partial<PasswordAttempt> = {}): PasswordAttempt {
  return {
    isPerson: true,
    isKnownBrowser: false,
    captchaPassed: false,
    addressFactor: 1,
    ...fields,
  }
}

export function counter(fields: Partial<Counter> = {}): Counter {
  return { ...EMPTY_COUNTER, ...fields }
}

export function counters(fields: Partial<PasswordCounters> = {}): PasswordCounters {
  return {
    nameFromNetwork: EMPTY_COUNTER,
    addressMinute: EMPTY_COUNTER,
    addressHour: EMPTY_COUNTER,
    name: EMPTY_COUNTER,
    unknownBrowsers: EMPTY_COUNTER,
    knownBrowsers: EMPTY_COUNTER,
    nameFromBrowser: EMPTY_COUNTER,
    ...fields,
  }
}

export const KNOWN = attempt({ isKnownBrowser: true })
