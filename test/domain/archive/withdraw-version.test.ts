import { describe, expect, test } from 'vitest'
import type { Uploader } from '#domain/archive/uploader.ts'
import type { Version, VersionStatus } from '#domain/archive/version.ts'
import { staleFrom, withdrawVersion } from '#domain/archive/withdraw-version.ts'
import { no } from '#domain/result.ts'
import { NOW } from '#test/support/builders.ts'
import { HAT, OFFICER, OWNER, versions } from '#test/support/versions.ts'

const owner: Uploader = { person: OWNER, hat: undefined }
const officer: Uploader = { person: OFFICER, hat: { id: HAT, role: 'officer' } }
const LIVING: VersionStatus[] = ['quarantined', 'awaitingVerification', 'returned']

function withdraw(version: Version, by = owner, { wasVerified = false, isReached = true } = {}) {
  return withdrawVersion(version, {
    by,
    subject: { person: OWNER, isReached },
    wasVerified,
    now: NOW,
  })
}

describe('T8 a version is withdrawn', () => {
  test.each(LIVING)('by its person and by an officer in reach: %s', (status) => {
    for (const by of [owner, officer]) {
      const withdrawn = withdraw(versions[status], by)
      expect(withdrawn).toEqual({
        ok: true,
        value: { ...versions.withdrawn, since: NOW },
      })
    }
  })

  test('and keeps nothing of what was judged of it', () => {
    const withdrawn = withdraw(versions.returned)
    expect(withdrawn.ok && Object.keys(withdrawn.value)).not.toContain('returned')
  })

  test('by nobody else', () => {
    const stranger: Uploader = { person: OFFICER, hat: undefined }
    expect(withdraw(versions.returned, stranger)).toEqual(no({ kind: 'noRight' }))
    expect(withdraw(versions.returned, officer, { isReached: false })).toEqual(
      no({ kind: 'noRight' }),
    )
  })

  test.each([
    ['verified', 'wasVerified'],
    ['superseded', 'wasVerified'],
    ['withdrawn', 'alreadyWithdrawn'],
    ['rejectedBySystem', 'rejected'],
  ] as const)('not when it is %s', (status, kind) => {
    expect(withdraw(versions[status])).toEqual(no({ kind }))
  })

  test('not when it was verified once, though that was revoked', () => {
    const revoked = withdraw(versions.awaitingVerification, owner, { wasVerified: true })
    expect(revoked).toEqual(no({ kind: 'wasVerified' }))
  })

  test('by the portal itself a year after it was returned, to the moment', () => {
    const from = staleFrom(NOW)
    const by = { by: 'system', wasVerified: false } as const
    const before = new Date(from.getTime() - 1)
    expect(from).toEqual(new Date('2027-11-21T12:00:00+07:00'))
    expect(withdrawVersion(versions.returned, { ...by, now: from }).ok).toBe(true)
    expect(withdrawVersion(versions.returned, { ...by, now: before })).toEqual(
      no({ kind: 'notYet', from }),
    )
    expect(withdrawVersion(versions.quarantined, { ...by, now: from }).ok).toBe(false)
  })
})
