import { randomBytes } from 'node:crypto'
import { base32 } from './base32.ts'

const NAME_LENGTH = 2
const CODES = 10

/** 16 base32 characters: two that name its row and 70 secret bits (R-RS-06). */
export function newRecoveryCode(): string {
  return base32(randomBytes(10))
}

/** A set for one person, no two with the same name. */
export function newRecoveryCodes(): string[] {
  const codes = new Map<string, string>()
  while (codes.size < CODES) {
    const code = newRecoveryCode()
    codes.set(codeName(code), code)
  }
  return [...codes.values()]
}

/** Kept in clear, so that one typed code costs one hash and not ten. */
export function codeName(code: string): string {
  return code.slice(0, NAME_LENGTH)
}

/** The part that is hashed like a password. */
export function codeSecret(code: string): string {
  return code.slice(NAME_LENGTH)
}
