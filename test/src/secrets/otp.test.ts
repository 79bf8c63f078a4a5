import { webcrypto } from 'node:crypto'
import fc from 'fast-check'
import { generateSync } from 'otplib'
import { describe, expect, test } from 'vitest'
import { codeOf, matchSteps, otpauthUri } from '#src/secrets/otp.ts'

const seed = Buffer.from('12345678901234567890')

/** RFC 4226, appendix D: counters 0 to 9. */
const COUNTED = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' ')

/** RFC 6238, appendix B, SHA-1: seconds since 1970, and the last six of its eight digits. */
const TIMED = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const

describe('R-OT-01 a code', () => {
  test('is that of RFC 4226', () => {
    expect(COUNTED.map((_, counter) => codeOf(seed, counter))).toEqual(COUNTED)
  })

  test.each(TIMED)('is that of RFC 6238 at %d s', (seconds, code) => {
    expect(codeOf(seed, Math.floor(seconds / 30))).toBe(code)
  })

  test('is the same in otplib', () => {
    fc.assert(
      fc.property(someSeed(16, 64), someStep(), (secret, step) => {
        const foreign = generateSync({ secret, strategy: 'hotp', counter: step })
        expect(codeOf(Buffer.from(secret), step)).toBe(foreign)
      }),
    )
  })

  test('is the same by WebCrypto, also for imported seeds longer than a block', () =>
    fc.assert(
      fc.asyncProperty(someSeed(1, 150), someStep(), async (secret, step) => {
        expect(codeOf(Buffer.from(secret), step)).toBe(await foreignCode(secret, step))
      }),
    ))
})

describe('R-OT-04 the steps of a code', () => {
  test('are those of the candidates that have it, and nothing else', () => {
    fc.assert(
      fc.property(someSeed(20, 20), someStep(), fc.nat(9), (bytes, first, at) => {
        const secret = Buffer.from(bytes)
        const steps = Array.from({ length: 10 }, (_, ahead) => first + ahead)
        const code = codeOf(secret, first + at)
        const having = steps.filter((step) => codeOf(secret, step) === code)
        expect(matchSteps(secret, code, steps)).toEqual(having)
        expect(having).toContain(first + at)
      }),
    )
  })

  test('are all told, in the order asked, when several have it', () => {
    expect(matchSteps(seed, '287082', [9, 1, 5, 1])).toEqual([1, 1])
    expect(matchSteps(seed, '520489', [9, 1])).toEqual([9])
  })

  test('are none for a code of no candidate', () => {
    expect(matchSteps(seed, '287082', [0, 2, 3])).toEqual([])
    expect(matchSteps(seed, '287082', [])).toEqual([])
  })

  test('are found for codes that begin with zeros', () => {
    expect(matchSteps(seed, '005924', [41_152_263])).toEqual([41_152_263])
  })

  test.each(['5924', '0005924', '5924.0', ' 05924', '0x1724', '', '００５９２４'])(
    'are none for "%s", which is not six digits',
    (code) => {
      expect(matchSteps(seed, code, [41_152_263])).toEqual([])
    },
  )
})

test('R-OT-01 the otpauth URI names the issuer, the NIP, the key and every parameter', () => {
  const uri = new URL(otpauthUri({ nip: '198501012010011901', seed }))
  expect([uri.protocol, uri.host]).toEqual(['otpauth:', 'totp'])
  expect(uri.pathname).toBe('/ASN%20Digital:198501012010011901')
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    issuer: 'ASN Digital',
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  })
})

async function foreignCode(secret: Uint8Array<ArrayBuffer>, step: number): Promise<string> {
  const { subtle } = webcrypto
  const algorithm = { name: 'HMAC', hash: 'SHA-1' }
  const key = await subtle.importKey('raw', secret, algorithm, false, ['sign'])
  const counter = new DataView(new ArrayBuffer(8))
  counter.setBigUint64(0, BigInt(step))
  const mac = new DataView(await subtle.sign('HMAC', key, counter))
  const start = mac.getUint8(19) % 16
  return String(mac.getUint32(start) % 2 ** 31)
    .padStart(10, '0')
    .slice(-6)
}

function someSeed(minLength: number, maxLength: number) {
  return fc.uint8Array({ minLength, maxLength, size: 'max' }).map((bytes) => new Uint8Array(bytes))
}

function someStep() {
  return fc.oneof(fc.nat(200_000_000), fc.integer({ min: 2 ** 31, max: 2 ** 40 }))
}
