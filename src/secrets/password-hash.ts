import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { hash as argon2, argon2id } from 'argon2'
import { type KeycloakHash, keycloakMatches } from './keycloak-hash.ts'
import { type Keys, keyOf } from './keys.ts'

export type PasswordHash = OwnHash | ({ kind: 'keycloak' } & KeycloakHash)

/**
 * `phc` holds argon2id's parameters and salt, not its tag; `mac` is HMAC-SHA-256 over the tag with
 * each of `pepperKeys` in turn: one, or more where the hash was wrapped when the pepper changed.
 */
export type OwnHash = { kind: 'own'; phc: string; pepperKeys: readonly string[]; mac: Buffer }

export type HashCost = { memoryKib: number; passes: number; parallelism: number }

/** A hash as a row keeps it: the bytes in base64, so that `body` is JSON. */
export type StoredHash = { kind: string; body: Record<string, unknown> }

export type Passwords = {
  hash: (password: string) => Promise<PasswordHash>
  matches: (hash: PasswordHash, typed: string) => Promise<boolean>
  /** The work of a present hash, for a name that no one has (R-EN-01). */
  decoy: (typed: string) => Promise<false>
  needsRehash: (hash: PasswordHash) => boolean
  /** The same hash under the current pepper, without its password (R-HA-02). */
  wrap: (hash: PasswordHash) => PasswordHash
}

export const DEFAULT_COST: HashCost = { memoryKib: 19_456, passes: 2, parallelism: 1 }

type OwnBody = Pick<OwnHash, 'phc' | 'pepperKeys'>

const SALT_BYTES = 16
const TAG_BYTES = 32
const PHC = /^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,4}),p=(\d{1,3})\$([A-Za-z0-9+/]{22})$/

/** Whether a start with this cost is allowed (R-HA-01, from the OWASP cheat sheet). */
export function isCostEnough({ memoryKib, passes, parallelism }: HashCost): boolean {
  const least = passes === 1 ? 47_104 : passes === 2 ? 19_456 : 12_288
  const whole = [memoryKib, passes, parallelism].every((part) => Number.isInteger(part) && part > 0)
  return whole && memoryKib >= Math.max(least, 8 * parallelism)
}

/** Hashing with these keys at this cost; each call takes a core, so it runs in a hash queue. */
export function makePasswords({ keys, cost }: { keys: Keys; cost: HashCost }): Passwords {
  const { pepper } = keys
  const present = [pepper.current]

  async function hash(password: string): Promise<PasswordHash> {
    const phc = phcOf(cost, randomBytes(SALT_BYTES))
    const mac = withPepper(keys, present, await tagOf(phc, password))
    return { kind: 'own', phc, pepperKeys: present, mac }
  }

  async function matches(hash: PasswordHash, typed: string): Promise<boolean> {
    if (hash.kind === 'keycloak') return keycloakMatches(hash, typed)
    const mac = withPepper(keys, hash.pepperKeys, await tagOf(hash.phc, typed))
    return timingSafeEqual(mac, hash.mac)
  }

  async function decoy(typed: string): Promise<false> {
    const phc = phcOf(cost, randomBytes(SALT_BYTES))
    await matches({ kind: 'own', phc, pepperKeys: present, mac: randomBytes(TAG_BYTES) }, typed)
    return false
  }

  function needsRehash(hash: PasswordHash): boolean {
    if (hash.kind === 'keycloak') return true
    return !hash.phc.startsWith(prefixOf(cost)) || hash.pepperKeys.join() !== pepper.current
  }

  function wrap(hash: PasswordHash): PasswordHash {
    if (hash.kind === 'keycloak' || hash.pepperKeys.at(-1) === pepper.current) return hash
    const pepperKeys = [...hash.pepperKeys, pepper.current]
    return { ...hash, pepperKeys, mac: withPepper(keys, present, hash.mac) }
  }

  return { hash, matches, decoy, needsRehash, wrap }
}

export function toStored({ kind, ...hash }: PasswordHash): StoredHash {
  const body = Object.entries(hash).map(([name, value]) => [
    name,
    Buffer.isBuffer(value) ? value.toString('base64') : value,
  ])
  return { kind, body: Object.fromEntries(body) }
}

/** The hash that `toStored` was given; it trusts the row, which nothing else writes. */
export function fromStored({ kind, body }: StoredHash): PasswordHash {
  const bytes = (name: string) => Buffer.from(String(body[name]), 'base64')
  if (kind === 'own') return { ...(body as OwnBody), kind, mac: bytes('mac') }
  if (kind !== 'keycloak') throw new Error(`a password hash of kind ${kind} is stored`)
  return { ...(body as KeycloakHash), kind, value: bytes('value'), salt: bytes('salt') }
}

/** R-PW-01: NFKC before the bytes, so that every keyboard writes the same password. */
function tagOf(phc: string, password: string): Promise<Buffer> {
  const [, memoryKib, passes, parallelism, salt = ''] = PHC.exec(phc) ?? []
  if (!salt) throw new Error('a stored hash has no argon2id parameters')
  return argon2(password.normalize('NFKC'), {
    raw: true,
    type: argon2id,
    memoryCost: Number(memoryKib),
    timeCost: Number(passes),
    parallelism: Number(parallelism),
    hashLength: TAG_BYTES,
    salt: Buffer.from(salt, 'base64'),
  })
}

function withPepper(keys: Keys, pepperKeys: readonly string[], tag: Buffer): Buffer {
  return pepperKeys.reduce(
    (mac, id) => createHmac('sha256', keyOf(keys.pepper, id)).update(mac).digest(),
    tag,
  )
}

function phcOf(cost: HashCost, salt: Buffer): string {
  return prefixOf(cost) + salt.toString('base64').replaceAll('=', '')
}

function prefixOf({ memoryKib, passes, parallelism }: HashCost): string {
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${parallelism}$`
}
