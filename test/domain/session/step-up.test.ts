import { expect, test } from 'vitest'
import { after } from '#domain/instant.ts'
import type { PersonId } from '#domain/person.ts'
import { openSession } from '#domain/session/session.ts'
import { needsStepUp } from '#domain/session/step-up.ts'
import { at, NOON } from '#test/support/phone.ts'

const session = openSession('person' as PersonId, false, NOON)

test('R-SE-06 a sign-in is proof enough for ten minutes, and no longer', () => {
  expect(needsStepUp(session, at(599))).toBe(false)
  expect(needsStepUp(session, at(600))).toBe(true)
})

test('R-SE-06 a step-up is proof for ten minutes more, whenever the session began', () => {
  const risen = { ...session, provenAt: at(5000) }
  expect(needsStepUp(risen, after(at(5000), 599))).toBe(false)
  expect(needsStepUp(risen, after(at(5000), 600))).toBe(true)
})
