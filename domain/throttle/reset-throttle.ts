import { after, latest } from '../instant.ts'
import { no, ok, type Result } from '../result.ts'
import { type Counter, increase, inWindow } from './password-throttle.ts'

/** What the beginning of a reset is counted under: an address a minute and an hour (table 4.1). */
export type StartCounters = { addressMinute: Counter; addressHour: Counter }

/**
 * What a mail with a code is counted under. Known browsers have a counter of their own, so that
 * nobody else's askings can use up their owner's mails (R-RL-02).
 */
export type MailCounters = {
  addressHour: Counter
  accountHour: Counter
  accountDay: Counter
  knownHour: Counter
}

export type MailAttempt = {
  /** The typed address serves the named person: only then an account's counter moves. */
  isOwn: boolean
  isKnownBrowser: boolean
  addressFactor: number
  /** Mailed codes of other resets of this account that are still good. */
  liveFlows: number
}

export type MailAdmission = { isAdmitted: boolean; counters: MailCounters }

const MINUTE = 60
const HOUR = 3600
const DAY = 24 * HOUR
const STARTS_A_MINUTE = 30
const STARTS_AN_HOUR = 300
const MAILS_AN_HOUR = 3
const MAILS_A_DAY = 10
const ADDRESS_AN_HOUR = 10
const LIVE_FLOWS = 3

/** Counted before anybody is looked up (R-RL-06); the model of `admit_reset_start` in migrations. */
export function admitStart(
  counters: StartCounters,
  addressFactor: number,
  now: Date,
): Result<StartCounters, { kind: 'slowed'; until: Date }> {
  const minute = inWindow(counters.addressMinute, MINUTE, now)
  const hour = inWindow(counters.addressHour, HOUR, now)
  const until = latest(
    minute.count >= STARTS_A_MINUTE * addressFactor ? after(minute.since, MINUTE) : new Date(0),
    hour.count >= STARTS_AN_HOUR * addressFactor ? after(hour.since, HOUR) : new Date(0),
  )
  if (now < until) return no({ kind: 'slowed', until })
  return ok({ addressMinute: increase(minute, now), addressHour: increase(hour, now) })
}

/** Above the limits there is silence (R-RL-04); the model of `admit_reset_mail` in migrations. */
export function admitMail(counters: MailCounters, attempt: MailAttempt, now: Date): MailAdmission {
  if (attempt.isOwn && attempt.isKnownBrowser) return admitKnown(counters, now)
  const address = inWindow(counters.addressHour, HOUR, now)
  if (address.count >= ADDRESS_AN_HOUR * attempt.addressFactor) return silence(counters)
  const asked = { ...counters, addressHour: increase(address, now) }
  if (!attempt.isOwn || attempt.liveFlows >= LIVE_FLOWS) return silence(asked)
  const hour = inWindow(counters.accountHour, HOUR, now)
  const day = inWindow(counters.accountDay, DAY, now)
  if (hour.count >= MAILS_AN_HOUR || day.count >= MAILS_A_DAY) return silence(asked)
  const mailed = { accountHour: increase(hour, now), accountDay: increase(day, now) }
  return { isAdmitted: true, counters: { ...asked, ...mailed } }
}

function admitKnown(counters: MailCounters, now: Date): MailAdmission {
  const known = inWindow(counters.knownHour, HOUR, now)
  if (known.count >= MAILS_AN_HOUR) return silence(counters)
  return { isAdmitted: true, counters: { ...counters, knownHour: increase(known, now) } }
}

function silence(counters: MailCounters): MailAdmission {
  return { isAdmitted: false, counters }
}
