import type { Brand } from '../brand.ts'
import { no, ok, type Result } from '../result.ts'

/** A password that may be hashed, as typed: the hashes of Keycloak need its very bytes. */
export type TypedPassword = Brand<string, 'TypedPassword'>

export type TypedPasswordProblem = 'empty' | 'tooLong' | 'nul'

/** Code points after NFKC; beside it, no more than `MOST_BYTES` of UTF-8 as typed. */
export const LONGEST_PASSWORD = 256

const MOST_BYTES = 1024

/**
 * What may be hashed at all (R-PW-01). NUL is refused since trailing NULs are equivalent in the
 * PBKDF2 that Keycloak used.
 */
export function readTypedPassword(text: string): Result<TypedPassword, TypedPasswordProblem> {
  if (text === '') return no('empty')
  if (isTooLong(text)) return no('tooLong')
  if (text.includes('\0')) return no('nul')
  return ok(text as TypedPassword)
}

/** NFKC, which new hashes and all rules see (NIST SP 800-63B-4 3.1.1.2). */
export function normalised(password: TypedPassword): string {
  return password.normalize('NFKC')
}

export function codePointsIn(text: string): number {
  return [...text].length
}

function isTooLong(text: string): boolean {
  if (text.length > MOST_BYTES || bytesIn(text) > MOST_BYTES) return true
  return codePointsIn(text.normalize('NFKC')) > LONGEST_PASSWORD
}

function bytesIn(text: string): number {
  return [...text].reduce((bytes, character) => bytes + bytesOf(character.codePointAt(0) ?? 0), 0)
}

/** RFC 3629, section 3. */
function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
