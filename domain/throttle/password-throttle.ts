import { after, latest } from '../instant.ts'

/** One counter: how often since when, and until when it holds attempts back. */
export type Counter = { count: number; since: Date; heldUntil: Date }

/**
 * The counters of table 4.1 that one attempt touches. A known browser has counters of its own, so
 * that nobody else's failures can hold its owner back (R-RL-02).
 */
export type PasswordCounters = {
  nameFromNetwork: Counter
  addressMinute: Counter
  addressHour: Counter
  name: Counter
  unknownBrowsers: Counter
  knownBrowsers: Counter
  nameFromBrowser: Counter
}

export type PasswordAttempt = {
  /** A person's failures in a row are never forgotten; those of a name that nobody has, in a week. */
  isPerson: boolean
  isKnownBrowser: boolean
  captchaPassed: boolean
  /** 1, or 10 for a listed office (R-RL-01). */
  addressFactor: number
}

export type PasswordNotAdmitted =
  | { kind: 'slowed'; until: Date }
  | { kind: 'captchaDue' }
  | { kind: 'closedToNewBrowsers' }

export type PasswordAdmission =
  | { kind: 'admitted'; counters: PasswordCounters }
  | PasswordNotAdmitted

const MINUTE = 60
const HOUR = 3600
const WINDOW = 15 * MINUTE
const WAITS = [0, 0, 0, 1, 2, 4, 8, 16, 30]
const LONGEST_WAIT = 30
const PER_MINUTE = 30
const PER_HOUR = 300
const CAPTCHA_AFTER = 20
const UNKNOWN_IN_A_ROW = 80
const KNOWN_IN_A_ROW = 20

/** Whether so many failures in a row keep unknown browsers out, or take a known one its name. */
export function isClosedToBrowsers({
  known,
  unknown,
}: {
  known: number
  unknown: number
}): boolean {
  return unknown >= UNKNOWN_IN_A_ROW || known >= KNOWN_IN_A_ROW
}

export const EMPTY_COUNTER: Counter = { count: 0, since: new Date(0), heldUntil: new Date(0) }

/**
 * Counts an attempt and decides, before the password is looked at (R-RL-06); what is held back is
 * neither evaluated nor counted. The model of `admit_password_try` in migrations.
 */
export function admitPassword(
  counters: PasswordCounters,
  attempt: PasswordAttempt,
  now: Date,
): PasswordAdmission {
  const isKnown = attempt.isKnownBrowser && counters.knownBrowsers.count < KNOWN_IN_A_ROW
  return isKnown ? admitKnown(counters, now) : admitUnknown(counters, attempt, now)
}

function admitKnown(counters: PasswordCounters, now: Date): PasswordAdmission {
  const { nameFromBrowser, knownBrowsers } = counters
  if (now < nameFromBrowser.heldUntil) return { kind: 'slowed', until: nameFromBrowser.heldUntil }
  const counted = {
    nameFromBrowser: slowDown(nameFromBrowser, now),
    knownBrowsers: increase(knownBrowsers, now),
  }
  return { kind: 'admitted', counters: { ...counters, ...counted } }
}

function admitUnknown(
  counters: PasswordCounters,
  { captchaPassed, addressFactor }: PasswordAttempt,
  now: Date,
): PasswordAdmission {
  const minute = inWindow(counters.addressMinute, MINUTE, now)
  const hour = inWindow(counters.addressHour, HOUR, now)
  const name = inWindow(counters.name, WINDOW, now)
  const { nameFromNetwork, unknownBrowsers } = counters
  const heldUntil = latest(
    latest(
      minute.count >= PER_MINUTE * addressFactor ? after(minute.since, MINUTE) : new Date(0),
      hour.count >= PER_HOUR * addressFactor ? after(hour.since, HOUR) : new Date(0),
    ),
    nameFromNetwork.heldUntil,
  )
  if (now < heldUntil) return { kind: 'slowed', until: heldUntil }
  if (unknownBrowsers.count >= UNKNOWN_IN_A_ROW) return { kind: 'closedToNewBrowsers' }
  if (name.count >= CAPTCHA_AFTER && !captchaPassed) return { kind: 'captchaDue' }
  const counted = {
    addressMinute: increase(minute, now),
    addressHour: increase(hour, now),
    name: increase(name, now),
    unknownBrowsers: increase(unknownBrowsers, now),
    nameFromNetwork: slowDown(nameFromNetwork, now),
  }
  return { kind: 'admitted', counters: { ...counters, ...counted } }
}

/** A window begins with its first count and is forgotten when it is over. */
export function inWindow(counter: Counter, seconds: number, now: Date): Counter {
  return now >= after(counter.since, seconds) ? EMPTY_COUNTER : counter
}

export function increase(counter: Counter, now: Date): Counter {
  return { ...counter, count: counter.count + 1, since: counter.count === 0 ? now : counter.since }
}

/** Waits grow with each failure and are forgotten a quarter of an hour after the last one. */
function slowDown(counter: Counter, now: Date): Counter {
  const count = inWindow(counter, WINDOW, now).count + 1
  const wait = WAITS[count - 1] ?? LONGEST_WAIT
  return { count, since: now, heldUntil: after(now, wait) }
}
