import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { no, ok } from '#domain/result.ts'
import {
  formatVerificationCode,
  groupedVerificationCode,
  parseFingerprint,
  parseVerificationCode,
  type VerificationCode,
} from '#domain/verification/code.ts'

const SALT = `${'a10'.repeat(21)}f`
const HASH = '0b'.repeat(32)
const document = { kind: 'document', index: 17, salt: SALT } as const
const list = { kind: 'list', index: 9, salt: SALT, manifest: HASH } as const

const hex = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'))
const index = fc.maxSafeNat()
const codes = fc.oneof(
  fc.record({ kind: fc.constant('document' as const), index, salt: hex }),
  fc.record({ kind: fc.constant('list' as const), index, salt: hex, manifest: hex }),
) as fc.Arbitrary<VerificationCode>

describe('a code of a paper', () => {
  test.each([
    ['as it is', `1.17.${SALT}`],
    ['a whole link', `https://asn.example.go.id/verifikasi#1.17.${SALT}`],
    ['in capitals, with blanks around it', `  1.17.${SALT.toUpperCase()} \n`],
    [
      'in groups of four over two lines',
      `1. 17. ${SALT.match(/.{4}/g)?.join(' ').replace(' ', '\n')}`,
    ],
    ['with O for 0', `1.17.${SALT.replaceAll('0', 'O')}`],
    ['without what it begins with', `17.${SALT}`],
  ])('is read %s', (_, typed) => {
    expect(parseVerificationCode(typed)).toEqual(ok(document))
  })

  test('of a berita acara names the list too', () => {
    expect(parseVerificationCode(`#2.9.${SALT}.${HASH}`)).toEqual(ok(list))
  })

  test.each([
    '1.17',
    `1.-17.${SALT}`,
    `1.017.${SALT}`,
    `1.1e3.${SALT}`,
    `1.9007199254740992.${SALT}`,
    `1.${'9'.repeat(40)}.${SALT}`,
    `1.17.${SALT}0`,
    `1.17.${SALT.replace('a', 'g')}`,
    `3.17.${SALT}`,
    `2.17.${SALT}`,
    `1.17.${SALT}.${HASH}`,
    'https://asn.example.go.id/verifikasi',
    `2.17.${SALT}.${HASH}.${HASH}`,
    '#',
  ])('is no code: %s', (typed) => {
    expect(parseVerificationCode(typed).ok).toBe(false)
  })

  test('is missing where nothing was typed', () => {
    expect(parseVerificationCode(' \n')).toEqual(no('empty'))
  })

  test('comes back from what is printed, in a row and in groups', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(parseVerificationCode(formatVerificationCode(code))).toEqual(ok(code))
        expect(parseVerificationCode(groupedVerificationCode(code))).toEqual(ok(code))
      }),
    )
  })

  test('is judged, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 200 }), (typed) => {
        expect([true, false]).toContain(parseVerificationCode(typed).ok)
      }),
    )
  })
})

describe('the SHA-256 that a system shows', () => {
  test.each([
    ['alone', HASH],
    [
      'in pairs and capitals, as an old Windows does',
      HASH.toUpperCase().match(/../g)?.join(' ') ?? '',
    ],
    ['beside the name of the file', `${HASH}  SK_CPNS.pdf`],
    [
      'between the lines of certutil',
      `SHA256 hash of SK.pdf:\r\n${HASH}\r\nCertUtil: -hashfile command completed`,
    ],
    ['behind the name', `SHA2-256(SK.pdf)= ${HASH}`],
  ])('is read %s', (_, typed) => {
    expect(parseFingerprint(typed)).toEqual(ok(HASH))
  })

  test.each([HASH.slice(1), `${HASH}0`, HASH.replace('b', 'x'), 'SK.pdf'])(
    'is none: %s',
    (typed) => {
      expect(parseFingerprint(typed)).toEqual(no('notASha256'))
    },
  )

  test('is missing where nothing was typed', () => {
    expect(parseFingerprint('  ')).toEqual(no('empty'))
  })
})
