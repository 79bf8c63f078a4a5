import { expect, test } from 'vitest'
import { nameReader } from '#domain/archive/name-reader.ts'
import { no, ok } from '#domain/result.ts'
import { COLLEAGUE, VERIFIER } from '#test/support/waiting.ts'

const reader = { person: VERIFIER, role: 'verifier', isNamed: false } as const

test('an admin names others for what is secret, and takes it back', () => {
  expect(nameReader(reader, { by: COLLEAGUE, named: true })).toEqual(ok(null))
  const named = { ...reader, isNamed: true }
  expect(nameReader(named, { by: COLLEAGUE, named: false })).toEqual(ok(null))
  expect(nameReader(named, { by: COLLEAGUE, named: true })).toEqual(no({ kind: 'unchanged' }))
})

test('nobody names themself, nor a role that reads no records', () => {
  expect(nameReader(reader, { by: VERIFIER, named: true })).toEqual(no({ kind: 'oneself' }))
  const admin = { ...reader, role: 'agencyAdmin' } as const
  expect(nameReader(admin, { by: COLLEAGUE, named: true })).toEqual(no({ kind: 'noReader' }))
})
