import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newSeed, open, openSeed, seal, sealSeed, seedText } from '#src/secrets/seeds.ts'
import { rotated, someKeys } from '#test/support/keys.ts'

const DEVICE = 'd5f7a2f0-6f6b-4b7e-9a51-0c8a1f1f2e3d'
const keys = someKeys()
const seed = Buffer.from('12345678901234567890')

describe('a seed', () => {
  test('R-OT-01 has 20 bytes and is another one each time', () => {
    const seeds = Array.from({ length: 50 }, newSeed)
    expect(seeds.every((one) => one.length === 20)).toBe(true)
    expect(new Set(seeds.map(seedText)).size).toBe(50)
  })

  test('is written in base32 without padding', () => {
    expect(seedText(seed)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
    expect(seedText(Buffer.from('foobar'))).toBe('MZXW6YTBOI')
  })

  test('R-OT-06 opens for its own device', () => {
    expect(openSeed(keys, DEVICE, sealSeed(keys, DEVICE, seed))).toEqual(seed)
  })

  test('R-OT-06 does not open for another device', () => {
    const sealed = sealSeed(keys, DEVICE, seed)
    expect(() => openSeed(keys, 'another', sealed)).toThrow('unable to authenticate')
    expect(() => open(keys, DEVICE, sealed)).toThrow('unable to authenticate')
  })
})

describe('R-OT-06 what is sealed', () => {
  test('opens to the same bytes under the same context', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, context) => {
        expect(open(keys, context, seal(keys, context, Buffer.from(bytes)))).toEqual(
          Buffer.from(bytes),
        )
      }),
    )
  })

  test('does not open when any bit of it was flipped', () => {
    const { keyId, sealed } = seal(keys, 'email', seed)
    expect(sealed.length).toBe(12 + seed.length + 16)
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = Buffer.from(sealed)
      flipped.writeUInt8(sealed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(() => open(keys, 'email', { keyId, sealed: flipped })).toThrow()
    }
  })

  test('does not open when it was cut', () => {
    const { keyId, sealed } = seal(keys, 'email', seed)
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => open(keys, 'email', { keyId, sealed: sealed.subarray(0, length) })).toThrow()
  })

  test('does not show the secret, and never looks the same twice', () => {
    const sealed = Array.from({ length: 20 }, () => seal(keys, 'email', seed).sealed)
    expect(sealed.some((bytes) => bytes.includes(seed.subarray(0, 4)))).toBe(false)
    expect(new Set(sealed.map((bytes) => bytes.toString('hex', 0, 12))).size).toBe(20)
  })

  test('opens after a rotation by the key that it names, and by no other', () => {
    const after = someKeys({ seeds: rotated(keys.seeds, 's2', 9) })
    const older = seal(keys, 'email', seed)
    expect(open(after, 'email', older)).toEqual(seed)
    expect(seal(after, 'email', seed).keyId).toBe('s2')
    expect(() => open(after, 'email', { ...older, keyId: 's2' })).toThrow('unable to authenticate')
    expect(() => open(keys, 'email', seal(after, 'email', seed))).toThrow('lacks the key s2')
  })
})
