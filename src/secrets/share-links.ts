import type { Keys } from './keys.ts'
import { macOf, sameBytes } from './tokens.ts'

const DIGITS = 6

/**
 * The end of a link, made of the session in which it is made and of our key: shown again there as often
 * as it is asked for, and nowhere else, for only its hash is kept.
 */
export function shareToken(keys: Keys, sid: string, share: string): string {
  return macOf(keys, 'share link', `${sid} ${share}`).toString('base64url')
}

/** Likewise six digits, each number as likely as any other but for one in 2^28. */
export function sharePin(keys: Keys, sid: string, share: string): string {
  const number = macOf(keys, 'share pin', `${sid} ${share}`).readUIntBE(0, 6) % 10 ** DIGITS
  return String(number).padStart(DIGITS, '0')
}

/**
 * What a browser is called once it opened a link, made of what it was called before, so that a second
 * click comes out alike: nobody who has only one of the two knows it.
 */
export function readerName(keys: Keys, was: string, token: string): string {
  return macOf(keys, 'share reader', `${was} ${token}`).toString('base64url')
}

/** What the database keeps: too few digits for a plain hash, so a keyed one. */
export function sharePinMac(keys: Keys, share: string, pin: string): Buffer {
  return macOf(keys, 'share pin kept', `${share} ${pin}`)
}

export function sharePinMatches(
  keys: Keys,
  { id, pinMac }: { id: string; pinMac: Buffer },
  pin: string,
): boolean {
  return sameBytes(sharePinMac(keys, id, pin), pinMac)
}
