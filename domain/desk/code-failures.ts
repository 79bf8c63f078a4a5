import type { Happening } from '../audit/event.ts'
import { after } from '../instant.ts'
import type { CodeTrouble } from './advice.ts'

/** What a record says about codes, the newest first. */
export type PastCode = { at: Date; happening: Happening }

const SECONDS = 7 * 24 * 3600

/** From when on an officer sees which codes were refused, and why. */
export function codeFailuresSince(now: Date): Date {
  return after(now, -SECONDS)
}

/** Those that went wrong. */
export function codeFailures(past: readonly PastCode[]): PastCode[] {
  return past.filter(({ happening }) => happening.kind !== 'signedIn')
}

/** Why the newest wrong code was wrong, where that can be mended; nothing if a sign-in came after it. */
export function codeTrouble(past: readonly PastCode[]): CodeTrouble | undefined {
  const solved = past.findIndex(({ happening }) => happening.kind === 'signedIn')
  const open = solved === -1 ? past : past.slice(0, solved)
  return open.map(({ happening }) => troubleOf(happening)).find((trouble) => trouble !== undefined)
}

function troubleOf(happening: Happening): CodeTrouble | undefined {
  if (happening.kind !== 'codeWrong') return undefined
  const { reason, off } = happening
  switch (reason) {
    case 'clockOff':
      return { kind: 'clockOff', seconds: off }
    case 'zone':
      return { kind: 'zone', hours: off === undefined ? undefined : off / 3600 }
    case 'oldQr':
      return { kind: 'oldQr' }
    default:
      return undefined
  }
}
