import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { no } from '#domain/result.ts'
import { createKeysFile, keyOf, readKeysFile } from '#src/secrets/keys.ts'
import { someKeys } from '#test/support/keys.ts'

const KEY = Buffer.alloc(32, 7).toString('base64')
const RING = { current: 'k1', keys: { k1: KEY } }

let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'asn-keys-'))
  path = join(folder, 'keys.json')
})

afterEach(() => rm(folder, { recursive: true }))

describe('a new keys file', () => {
  test('R-HA-02 holds keys of 32 bytes, all different', async () => {
    await createKeysFile(path)
    const keys = await readKeys()
    const all = [...Object.values(keys.pepper.keys), ...Object.values(keys.seeds.keys), keys.tokens]
    expect(all.map((key) => key.length)).toEqual([32, 32, 32])
    expect(new Set(all.map((key) => key.toString('hex'))).size).toBe(3)
  })

  test('is open to its owner alone and leaves no draft beside it', async () => {
    await createKeysFile(path)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['keys.json'])
  })

  test('never takes the place of one that is there', async () => {
    await createKeysFile(path)
    const before = await readFile(path, 'utf8')
    await createKeysFile(path)
    expect(await readFile(path, 'utf8')).toBe(before)
    expect(await readdir(folder)).toEqual(['keys.json'])
  })

  test('made by many at once is one file, the same for each of them', async () => {
    const seen = await Promise.all(
      Array.from({ length: 8 }, async () => {
        await createKeysFile(path)
        return readFile(path, 'utf8')
      }),
    )
    expect(new Set(seen).size).toBe(1)
    expect(await readdir(folder)).toEqual(['keys.json'])
  })

  test('that cannot be written is an error and not a silence', async () => {
    await expect(createKeysFile(join(folder, 'nowhere', 'keys.json'))).rejects.toThrow('ENOENT')
  })
})

describe('a keys file', () => {
  test('that is not there is missing', async () => {
    expect(await readKeysFile(path)).toEqual(no('missing'))
  })

  test('that is a folder is unreadable', async () => {
    await mkdir(path, { mode: 0o700 })
    expect(await readKeysFile(path)).toEqual(no('unreadable'))
  })

  test.each([0o644, 0o640, 0o620, 0o604, 0o601])('of mode %o is open to others', async (mode) => {
    await createKeysFile(path)
    await chmod(path, mode)
    expect(await readKeysFile(path)).toEqual(no('openToOthers'))
  })

  test('may be closed to writing', async () => {
    await createKeysFile(path)
    await chmod(path, 0o400)
    expect((await readKeysFile(path)).ok).toBe(true)
  })

  test.each([
    ['no JSON', '{'],
    ['no object', '"keys"'],
    ['null', 'null'],
    ['no pepper', { pepper: undefined }],
    ['no seeds', { seeds: undefined }],
    ['no tokens', { tokens: undefined }],
    ['a current key that it lacks', { pepper: { current: 'k2', keys: { k1: KEY } } }],
    ['a current key that every object has', { seeds: { current: 'toString', keys: { k1: KEY } } }],
    ['a key id with a space', { seeds: { current: 'k 1', keys: { 'k 1': KEY } } }],
    ['a key that is no base64', { tokens: `${KEY.slice(0, -2)}!=` }],
    ['a key without padding', { tokens: KEY.replace('=', '') }],
    ['a key that is a number', { tokens: 12 }],
  ])('with %s is malformed', async (_, change) => {
    expect(await readBack(change)).toEqual(no('malformed'))
  })

  test.each(['pepper', 'seeds'])('R-HA-02 with %s of 31 bytes is too short', async (purpose) => {
    const short = Buffer.alloc(31, 7).toString('base64')
    const ring = { current: 'k1', keys: { k1: KEY, k0: short } }
    expect(await readBack({ [purpose]: ring })).toEqual(no('tooShort'))
    expect(await readBack({ tokens: short })).toEqual(no('tooShort'))
  })

  test('may hold longer keys, and older ones beside the current', async () => {
    const long = Buffer.alloc(48, 9)
    const keys = { k1: KEY, k2: long.toString('base64') }
    const read = await readBack({ pepper: { current: 'k2', keys } })
    expect(read.ok && read.value.pepper).toEqual({
      current: 'k2',
      keys: { k1: Buffer.alloc(32, 7), k2: long },
    })
  })
})

test.each(['p2', 'toString', '__proto__'])('the key %s is not made up', (id) => {
  expect(() => keyOf(someKeys().pepper, id)).toThrow(`the keys file lacks the key ${id}`)
})

async function readKeys() {
  const read = await readKeysFile(path)
  if (!read.ok) throw new Error(read.problem)
  return read.value
}

/** Reads what stands in a valid file after `change`, or the text that takes its place. */
async function readBack(change: string | Record<string, unknown>) {
  const file = { pepper: RING, seeds: RING, tokens: KEY }
  const text = typeof change === 'string' ? change : JSON.stringify({ ...file, ...change })
  await writeFile(path, text, { mode: 0o600 })
  return readKeysFile(path)
}
