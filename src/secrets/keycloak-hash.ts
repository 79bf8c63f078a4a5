import { pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { hash as argon2, argon2d, argon2i, argon2id } from 'argon2'

/** A password hash as Keycloak stored it; of argon2 the `iterations` are the time cost. */
export type KeycloakHash = Pbkdf2Hash | Argon2Hash

export type Pbkdf2Hash = {
  algorithm: 'pbkdf2' | 'pbkdf2-sha256' | 'pbkdf2-sha512'
  value: Buffer
  salt: Buffer
  iterations: number
}

export type Argon2Hash = {
  algorithm: 'argon2'
  value: Buffer
  salt: Buffer
  iterations: number
  argon2: Argon2Variant
}

/** Version 0x13 is what Keycloak writes as "1.3", 0x10 its "1.0". */
type Argon2Variant = {
  type: 'id' | 'i' | 'd'
  version: 0x10 | 0x13
  memoryKib: number
  parallelism: number
}

const DIGESTS = { pbkdf2: 'sha1', 'pbkdf2-sha256': 'sha256', 'pbkdf2-sha512': 'sha512' } as const
const TYPES = { id: argon2id, i: argon2i, d: argon2d } as const

const deriveKey = promisify(pbkdf2)

/** What may be computed at all (R-HA-04): an import cannot make a sign-in arbitrarily costly. */
export function isWithinBounds(hash: KeycloakHash): boolean {
  if (!isBetween(hash.value.length, 16, 64) || !isBetween(hash.salt.length, 8, 64)) return false
  if (hash.algorithm !== 'argon2') return isBetween(hash.iterations, 1_000, 2_000_000)
  const { memoryKib, parallelism } = hash.argon2
  return (
    isBetween(hash.iterations, 1, 10) &&
    isBetween(parallelism, 1, 4) &&
    // RFC 9106 3.1: at least 8 KiB a lane.
    isBetween(memoryKib, 8 * parallelism, 64 * 1024)
  )
}

/** The typed bytes as they are, without NFKC; a hash out of bounds matches nothing. */
export async function keycloakMatches(hash: KeycloakHash, typed: string): Promise<boolean> {
  if (!isWithinBounds(hash)) return false
  return timingSafeEqual(await derive(hash, typed), hash.value)
}

/** As long as the stored value: the same algorithm has been stored with 32 and with 64 bytes. */
function derive(hash: KeycloakHash, typed: string): Promise<Buffer> {
  const { value, salt, iterations } = hash
  if (hash.algorithm !== 'argon2')
    return deriveKey(typed, salt, iterations, value.length, DIGESTS[hash.algorithm])
  return argon2(typed, {
    raw: true,
    type: TYPES[hash.argon2.type],
    version: hash.argon2.version,
    memoryCost: hash.argon2.memoryKib,
    timeCost: iterations,
    parallelism: hash.argon2.parallelism,
    hashLength: value.length,
    salt,
  })
}

function isBetween(count: number, least: number, most: number): boolean {
  return Number.isInteger(count) && count >= least && count <= most
}
