import { randomBytes } from 'node:crypto'
import { no, ok, type Result } from '#domain/result.ts'
import { type ClosedFileProblem, makeClosedFile, readClosedFile } from './closed-file.ts'

/** Keys of one purpose by their id; new work uses `current`, old rows name the key they need. */
export type KeyRing = { current: string; keys: Record<string, Buffer> }

/**
 * Every key of at least 32 bytes, kept outside the database: `pepper` for password hashes, `seeds`
 * for what is encrypted, `tokens` for forgery tokens, throttle keys and captchas.
 */
export type Keys = { pepper: KeyRing; seeds: KeyRing; tokens: Buffer }

export type KeysProblem = ClosedFileProblem | 'malformed' | 'tooShort'

const KEY_BYTES = 32
const KEY_ID = /^[A-Za-z0-9-]{1,32}$/

/**
 * Makes new keys in a file that its owner alone reads; one that is there stays as it is, also when
 * two processes start at once.
 *
 * Rotation, by hand: add `"<new id>": "<32 random bytes in base64>"` to `keys` of `pepper` or
 * `seeds` on every server and restart, then set `current` to the new id and restart again. An old
 * key leaves the file when no row names it any more. A new `tokens` ends open forms and waits.
 */
export function createKeysFile(path: string): Promise<void> {
  return makeClosedFile(path, `${JSON.stringify(newKeys(), null, 2)}\n`)
}

/** The keys in the file, or the first thing that is wrong with it. */
export async function readKeysFile(path: string): Promise<Result<Keys, KeysProblem>> {
  const file = await readClosedFile(path)
  return file.ok ? parseKeys(file.value) : file
}

/** A row that names a key which the file lacks is an operator's mistake, so it throws. */
export function keyOf(ring: KeyRing, id: string): Buffer {
  const key = Object.hasOwn(ring.keys, id) ? ring.keys[id] : undefined
  if (!key) throw new Error(`the keys file lacks the key ${id}`)
  return key
}

function newKeys() {
  const key = () => randomBytes(KEY_BYTES).toString('base64')
  const ring = () => {
    const current = randomBytes(4).toString('hex')
    return { current, keys: { [current]: key() } }
  }
  return { pepper: ring(), seeds: ring(), tokens: key() }
}

function parseKeys(text: string): Result<Keys, KeysProblem> {
  const file = fieldsOf(parseJson(text))
  const pepper = parseRing(file['pepper'])
  const seeds = parseRing(file['seeds'])
  const tokens = parseKey(file['tokens'])
  if (!pepper || !seeds || !tokens) return no('malformed')
  const all = [...Object.values(pepper.keys), ...Object.values(seeds.keys), tokens]
  return all.some((key) => key.length < KEY_BYTES) ? no('tooShort') : ok({ pepper, seeds, tokens })
}

function parseRing(value: unknown): KeyRing | undefined {
  const { current, keys } = fieldsOf(value)
  const ring: KeyRing = { current: String(current), keys: {} }
  for (const [id, text] of Object.entries(fieldsOf(keys))) {
    const key = parseKey(text)
    if (!key || !KEY_ID.test(id)) return undefined
    ring.keys[id] = key
  }
  return Object.hasOwn(ring.keys, ring.current) ? ring : undefined
}

/** Node skips what is not base64, so a mistyped key would be another, shorter one. */
export function parseKey(text: unknown): Buffer | undefined {
  const key = Buffer.from(String(text), 'base64')
  return key.toString('base64') === text ? key : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
