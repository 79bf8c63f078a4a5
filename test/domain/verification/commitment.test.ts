import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hexText } from '#domain/tlog/hex.ts'
import { commitmentOf, opensTo } from '#domain/verification/commitment.ts'
import { sha256 } from '#src/secrets/archive/sha256.ts'
import { digestOf, leafOf, SALT } from '#test/support/small-log.ts'

const hashes = fc.uint8Array({ minLength: 32, maxLength: 32 })

test('a commitment is the HMAC-SHA-256 that others compute', () => {
  fc.assert(
    fc.property(hashes, hashes, (salt, digest) => {
      const other = createHmac('sha256', salt).update(digest).digest('hex')
      expect(hexText(commitmentOf(sha256, salt, digest))).toBe(other)
    }),
  )
})

test('a commitment opens to its own file alone, and only with its own salt', () => {
  const opened = { salt: SALT, digest: digestOf('a file') }
  expect(opensTo(sha256, leafOf('a file'), opened)).toBe(true)
  expect(opensTo(sha256, leafOf('another'), opened)).toBe(false)
  expect(opensTo(sha256, leafOf('a file'), { ...opened, salt: 'b2'.repeat(32) })).toBe(false)
  expect(opensTo(sha256, leafOf('a file', { commitment: '-' }), opened)).toBe(false)
  expect(opensTo(sha256, leafOf('a file'), { salt: '', digest: '' })).toBe(false)
})
