import { expect, test } from 'vitest'
import { renewalReason } from '#domain/mfa/recovery-code.ts'

test('R-RS-06 a set is renewed when there is none, none was saved or three are left, and not before', () => {
  expect(renewalReason(undefined)).toBe('none')
  expect(renewalReason({ saved: false, left: 10 })).toBe('unsaved')
  expect(renewalReason({ saved: true, left: 4 })).toBeUndefined()
  expect(renewalReason({ saved: true, left: 3 })).toBe('few')
})
