import { randomInt } from 'node:crypto'
import { REACTIVATION_ALPHABET, REACTIVATION_LENGTH } from '#domain/reset/reactivation-code.ts'
import type { Keys } from './keys.ts'
import { macOf, sameBytes } from './tokens.ts'

/** 12 of 31 characters, each as likely as any other: 59 bits. */
export function newReactivationCode(): string {
  const letters = Array.from(
    { length: REACTIVATION_LENGTH },
    () => REACTIVATION_ALPHABET[randomInt(REACTIVATION_ALPHABET.length)],
  )
  return letters.join('')
}

/** Keyed by us and bound to its reset: the database alone has nothing to try codes against. */
export function reactivationMac(keys: Keys, reset: string, code: string): Buffer {
  return macOf(keys, 'reactivation code', `${reset} ${code}`)
}

/** Where no code is out there is nothing to compare with, and as much is computed. */
export function reactivationMatches(
  keys: Keys,
  out: { id: string; mac: Buffer } | undefined,
  code: string,
): boolean {
  const mac = reactivationMac(keys, out?.id ?? '', code)
  return sameBytes(mac, out?.mac ?? Buffer.alloc(mac.length)) && out !== undefined
}

/** The code from a new mailbox: eight digits, bound to the correction that they prove. */
export function correctionMac(keys: Keys, correction: string, code: string): Buffer {
  return macOf(keys, 'email correction', `${correction} ${code}`)
}

export function correctionMatches(
  keys: Keys,
  out: { id: string; mac: Buffer } | undefined,
  code: string,
): boolean {
  const mac = correctionMac(keys, out?.id ?? '', code)
  return sameBytes(mac, out?.mac ?? Buffer.alloc(mac.length)) && out !== undefined
}
