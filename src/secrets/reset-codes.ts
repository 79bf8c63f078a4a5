import { randomInt } from 'node:crypto'
import type { Keys } from './keys.ts'
import { macOf, sameBytes } from './tokens.ts'

/** The reset, and the hash of the cookie of its browser: in another one the code is wrong. */
export type CodeOwner = { reset: string; browser: Buffer }

const DIGITS = 8

/** R-RS-02: eight digits, every number as likely as any other. */
export function newEmailCode(): string {
  return String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')
}

/** What the database keeps: too few digits for a plain hash, so a keyed one. */
export function emailCodeMac(keys: Keys, { reset, browser }: CodeOwner, code: string): Buffer {
  return macOf(keys, 'reset code', `${reset} ${browser.toString('hex')} ${code}`)
}

export function emailCodeMatches(
  keys: Keys,
  owner: CodeOwner,
  { code, mac }: { code: string; mac: Buffer },
): boolean {
  return sameBytes(emailCodeMac(keys, owner, code), mac)
}
