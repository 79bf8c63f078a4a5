import { describe, expect, test } from 'vitest'
import { claimVersion } from '#domain/archive/claim-version.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { no, ok } from '#domain/result.ts'
import { at, NOON } from '#test/support/phone.ts'
import {
  awaiting,
  COLLEAGUE,
  SUBJECT,
  UPLOADER,
  VERIFIER,
  verified,
} from '#test/support/waiting.ts'

const version = 'version-2' as VersionId
const mine = { version, by: VERIFIER, until: at(900) }

describe('archive.md 4.8 a claim', () => {
  test('lasts fifteen minutes, and is prolonged by the one who has it', () => {
    expect(claimVersion(awaiting(), undefined, VERIFIER, NOON)).toEqual(ok(mine))
    const again = claimVersion(awaiting(), mine, VERIFIER, at(600))
    expect(again).toEqual(ok({ ...mine, until: at(1500) }))
  })

  test('keeps others away until its last moment, and not longer', () => {
    const held = { ...mine, by: COLLEAGUE }
    const refused = no({ kind: 'claimedByOther', until: at(900) })
    expect(claimVersion(awaiting(), held, VERIFIER, at(899))).toEqual(refused)
    expect(claimVersion(awaiting(), held, VERIFIER, at(900)).ok).toBe(true)
  })

  test('I4 is not had on an own upload, nor on an own record', () => {
    expect(claimVersion(awaiting(), undefined, UPLOADER, NOON)).toEqual(no({ kind: 'ownUpload' }))
    expect(claimVersion(awaiting(), undefined, SUBJECT, NOON)).toEqual(no({ kind: 'ownRecord' }))
  })

  test('is had on what waits alone', () => {
    const refused = no({ kind: 'notWaiting', status: 'verified' })
    expect(claimVersion(verified(), undefined, VERIFIER, NOON)).toEqual(refused)
  })
})
