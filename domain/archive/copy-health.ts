/** What is known of one copy of a file; only a look at all of it changes that. */
export type CopyHealth = 'unchecked' | 'healthy' | 'damaged' | 'missing'

/** I6: a look that came to no end says nothing, least of all that all is well. */
export type Look = 'whole' | 'damaged' | 'missing' | 'notChecked'

/** As `copies.last_result` calls it. */
export type CheckResult = 'ok' | 'bad' | 'notChecked'

export type Looked = {
  result: CheckResult
  health: CopyHealth
  /** Undefined where the last look that came to an end still counts. */
  checkedAt: Date | undefined
  nextCheckAt: Date
  tell: 'copyFoundDamaged' | 'copyFoundMissing' | undefined
}

const HOUR_MS = 3600_000
const EVERY_MS = 90 * 24 * HOUR_MS

/** A bad copy is told once, and looked at again every hour until it is mended. */
export function afterLook(health: CopyHealth, look: Look, now: Date): Looked {
  const soon = new Date(now.getTime() + HOUR_MS)
  switch (look) {
    case 'whole':
      return {
        result: 'ok',
        health: 'healthy',
        checkedAt: now,
        nextCheckAt: nextCheckAfter(now),
        tell: undefined,
      }
    case 'damaged':
    case 'missing': {
      const name = look === 'damaged' ? 'copyFoundDamaged' : 'copyFoundMissing'
      const tell = health === look ? undefined : name
      return { result: 'bad', health: look, checkedAt: now, nextCheckAt: soon, tell }
    }
    case 'notChecked':
      return {
        result: 'notChecked',
        health,
        checkedAt: undefined,
        nextCheckAt: soon,
        tell: undefined,
      }
  }
}

/** Of a copy that was just found whole. */
export function nextCheckAfter(now: Date): Date {
  return new Date(now.getTime() + EVERY_MS)
}

/** From when on a look that found a copy whole still covers it. */
export function coveredSince(now: Date): Date {
  return new Date(now.getTime() - EVERY_MS - HOUR_MS)
}
