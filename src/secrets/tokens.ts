import {
  createHash,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import type { Keys } from './keys.ts'

/** 256 random bits in base64url: a session, a known browser, a link that cancels. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** By which a site that embeds our pages is named; no secret, but nobody guesses another's. */
export function newSiteKey(): string {
  return randomBytes(16).toString('base64url')
}

/** What the database keeps of a token: SHA-256, since 256 bits need no slow hash. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Derived once for each key of the file and purpose; purposes are few and fixed in the code. */
const derived = new WeakMap<Buffer, Map<string, KeyObject>>()

/** HMAC-SHA-256; a key of its own for each purpose, so that none answers for another. */
export function macOf(keys: Keys, purpose: string, text: string): Buffer {
  return createHmac('sha256', keyFor(keys.tokens, purpose)).update(text).digest()
}

function keyFor(root: Buffer, purpose: string): KeyObject {
  const known = derived.get(root) ?? new Map<string, KeyObject>()
  derived.set(root, known)
  const key =
    known.get(purpose) ?? createSecretKey(createHmac('sha256', root).update(purpose).digest())
  known.set(purpose, key)
  return key
}

/** In a time that tells nothing but whether the lengths agree. */
export function sameBytes(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}

/** The hidden field of a form, bound to the session or pre-session id (R-CS-01). */
export function csrfToken(keys: Keys, id: string): string {
  return macOf(keys, 'csrf', id).toString('base64url')
}

export function csrfMatches(keys: Keys, id: string, token: string): boolean {
  return sameBytes(Buffer.from(csrfToken(keys, id)), Buffer.from(token))
}
