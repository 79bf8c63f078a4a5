import { expect, test } from 'vitest'
import { shownVersion } from '#domain/archive/shown-version.ts'
import { someVersions } from '#test/support/shown-archive.ts'

const { verified, superseded, quarantined, awaitingVerification, withdrawn } = someVersions
const of = (...versions: (typeof someVersions)[keyof typeof someVersions][]) =>
  versions.map((version) => ({ version }))

test('what was asked for is shown, in force or not', () => {
  expect(shownVersion(of(verified, superseded), 1)?.version).toBe(superseded)
})

test('else what is in force, whatever came since', () => {
  expect(shownVersion(of(quarantined, verified), undefined)?.version).toBe(verified)
  expect(shownVersion(of(quarantined, verified), 99)?.version).toBe(verified)
})

test('else the newest that can be read, and only then the newest', () => {
  const harmful = { ...verified, scan: 'scanFound' as const }
  expect(shownVersion(of(quarantined, awaitingVerification), undefined)?.version).toBe(
    awaitingVerification,
  )
  expect(shownVersion(of(harmful, awaitingVerification), undefined)?.version).toBe(
    awaitingVerification,
  )
  expect(shownVersion(of(quarantined, withdrawn), undefined)?.version).toBe(quarantined)
  expect(shownVersion([], undefined)).toBeUndefined()
})
