import { describe, expect, test } from 'vitest'
import {
  type KeyName,
  newKey,
  twinTagOf,
  unwrapKey,
  wrapKey,
} from '#src/secrets/archive/key-wrap.ts'

const parent = newKey()
const name: KeyName = { kind: 'version', id: 'v', parentNo: 3 }

describe('a wrapped key', () => {
  test('opens again under the key and the name that it was wrapped with, and is 60 bytes', () => {
    const key = newKey()
    const wrapped = wrapKey(parent, name, key)
    expect(wrapped).toHaveLength(60)
    expect(unwrapKey(parent, name, wrapped)).toEqual(key)
  })

  test.each([
    ['another key', newKey(), name],
    ['another kind', parent, { ...name, kind: 'person' as const }],
    ['another id', parent, { ...name, id: 'w' }],
    ['another key of the same parent', parent, { ...name, parentNo: 4 }],
  ])('does not open under %s', (_, by, as) => {
    expect(() => unwrapKey(by, as, wrapKey(parent, name, newKey()))).toThrow()
  })

  test('does not open with any byte changed', () => {
    const wrapped = wrapKey(parent, name, newKey())
    for (let at = 0; at < wrapped.length; at += 1) {
      const changed = Buffer.from(wrapped)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      expect(() => unwrapKey(parent, name, changed)).toThrow()
    }
  })
})

test('a twin tag is the same for the same file and another by another secret', () => {
  const [secret, other] = [newKey(), newKey()]
  const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  expect(twinTagOf(secret, one)).toHaveLength(16)
  expect(twinTagOf(secret, one)).toEqual(twinTagOf(secret, one))
  expect(twinTagOf(secret, one)).not.toEqual(twinTagOf(secret, two))
  expect(twinTagOf(secret, one)).not.toEqual(twinTagOf(other, one))
})
