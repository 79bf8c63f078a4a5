import { expect, test } from 'vitest'
import { ok } from '#domain/result.ts'
import { parseVerificationCode } from '#domain/verification/code.ts'
import { listVerificationLink, verificationLink } from '#views/verification/verification-link.ts'

const salt = 'a1'.repeat(32)
const manifest = 'b2'.repeat(32)
const ORIGIN = 'https://asn.example.go.id'

test('a link has its code behind the #, where no server sees it', () => {
  const link = verificationLink(ORIGIN, { index: 17, salt })
  expect(link).toBe(`${ORIGIN}/verifikasi#1.17.${salt}`)
  expect(parseVerificationCode(link)).toEqual(ok({ kind: 'document', index: 17, salt }))
})

test('and that of a berita acara likewise', () => {
  const link = listVerificationLink(ORIGIN, { index: 9, salt, manifest })
  expect(link).toBe(`${ORIGIN}/verifikasi#2.9.${salt}.${manifest}`)
  expect(parseVerificationCode(link)).toEqual(ok({ kind: 'list', index: 9, salt, manifest }))
})
