import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MandateId } from '#domain/access/mandate.ts'
import { ALL_ROLES } from '#domain/access/mandate.ts'
import { purposeOf, type Readable, type Reader, viewedIn } from '#domain/archive/access.ts'
import { STAGES } from '#domain/archive/record.ts'
import type { VersionStatus } from '#domain/archive/version.ts'
import { NOON } from '#test/support/phone.ts'
import { SUBJECT, VERIFIER } from '#test/support/waiting.ts'

const STATUSES: Record<VersionStatus, boolean> = {
  quarantined: false,
  rejectedBySystem: false,
  awaitingVerification: true,
  returned: true,
  verified: true,
  superseded: true,
  withdrawn: false,
}

function readable(fields: Partial<Readable['version']> = {}): Readable {
  const version = { status: 'verified', person: SUBJECT, scan: 'scanClean', ...fields } as const
  return { version, stage: 'active', securityClass: 'restricted' }
}

const own: Reader = { person: SUBJECT, hat: undefined, asked: undefined }

function inHat(
  role: (typeof ALL_ROLES)[number],
  { readsSecrets = false, appraises = false } = {},
): Reader {
  const hat = { id: 'hat' as MandateId, role, readsSecrets, appraises }
  return { person: VERIFIER, hat, asked: undefined }
}

describe('T30 who reads a record for what', () => {
  test('its own person as such, also with a hat on', () => {
    expect(purposeOf(readable(), own)).toBe('own')
    expect(purposeOf(readable(), { ...inHat('verifier'), person: SUBJECT })).toBe('own')
  })

  test('nobody else without a hat', () => {
    expect(purposeOf(readable(), { ...own, person: VERIFIER })).toBeUndefined()
  })

  test('each role for its own purposes; those who give roles, run the nation or audit read none', () => {
    const said = ALL_ROLES.map((role) => [role, purposeOf(readable(), inHat(role))])
    expect(Object.fromEntries(said)).toEqual({
      officer: 'service',
      verifier: 'verification',
      archivist: 'service',
      appraiser: undefined,
      approver: undefined,
      legalOfficer: 'legal',
      inspector: 'audit',
      agencyAdmin: undefined,
      nationalAdmin: undefined,
      auditor: undefined,
    })
  })

  test('whoever appraises, what is on a list of their panel alone', () => {
    expect(purposeOf(readable(), inHat('appraiser', { appraises: true }))).toBe('audit')
    expect(purposeOf(readable(), inHat('approver', { appraises: true }))).toBeUndefined()
    const secret = { ...readable(), securityClass: 'secret' } as const
    expect(purposeOf(secret, inHat('appraiser', { appraises: true }))).toBeUndefined()
  })

  test('a purpose is chosen among those of the role alone', () => {
    expect(purposeOf(readable(), { ...inHat('officer'), asked: 'support' })).toBe('support')
    expect(purposeOf(readable(), { ...inHat('officer'), asked: 'legal' })).toBe('service')
    expect(purposeOf(readable(), { ...inHat('officer'), asked: 'own' })).toBe('service')
  })

  test('what is secret is for its person, and for officers who were named', () => {
    const secret = { ...readable(), securityClass: 'secret' } as const
    expect(purposeOf(secret, own)).toBe('own')
    expect(purposeOf(secret, inHat('verifier'))).toBeUndefined()
    expect(purposeOf(secret, inHat('verifier', { readsSecrets: true }))).toBe('verification')
    expect(purposeOf(secret, inHat('agencyAdmin', { readsSecrets: true }))).toBeUndefined()
  })

  test.each(Object.entries(STATUSES))('%s is read: %s, by whomever', (status, isRead) => {
    for (const reader of [own, inHat('verifier')]) {
      const purpose = purposeOf(readable({ status: status as VersionStatus }), reader)
      expect(purpose !== undefined).toBe(isRead)
    }
  })

  test('nobody opens what malware was found in, nor what is destroyed', () => {
    expect(purposeOf(readable({ scan: 'scanFound' }), own)).toBeUndefined()
    const read = STAGES.filter((stage) => purposeOf({ ...readable(), stage }, own))
    expect(read).toEqual(STAGES.filter((stage) => stage !== 'destroyed'))
  })
})

test('a view counts once in a quarter of an hour', () => {
  fc.assert(
    fc.property(fc.nat(10 ** 7), (seconds) => {
      const at = new Date(NOON.getTime() + seconds * 1000)
      const since = at.getTime() - viewedIn(at).getTime()
      expect(since).toBeGreaterThanOrEqual(0)
      expect(since).toBeLessThan(900_000)
      expect(viewedIn(viewedIn(at))).toEqual(viewedIn(at))
    }),
  )
})
