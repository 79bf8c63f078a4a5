import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MandateId } from '#domain/access/mandate.ts'
import {
  type Actor,
  type ApprovalId,
  type ApprovalRequest,
  askApproval,
  decideApproval,
  finishApproval,
  isPending,
  type NewRequest,
  stopApproval,
  withdrawApproval,
} from '#domain/approval/approval.ts'
import type { Reason } from '#domain/desk/reason.ts'
import type { PersonId } from '#domain/person.ts'
import { no } from '#domain/result.ts'
import { OWN_AGENCY } from '#test/support/hats.ts'
import { at, NOON } from '#test/support/phone.ts'

const DAY = 24 * 3600
const actor = (name: string): Actor => ({
  person: name as PersonId,
  hat: `${name}-hat` as MandateId,
})
const [asker, other, subject] = ['asker', 'other', 'subject'].map(actor) as [Actor, Actor, Actor]

function wanted(fields: Partial<NewRequest> = {}): NewRequest {
  return {
    id: 'request-1' as ApprovalId,
    kind: 'mfaReset',
    person: subject.person,
    agency: OWN_AGENCY,
    reason: 'HP hilang di pasar kemarin.' as Reason,
    askedBy: asker,
    ...fields,
  }
}

function open(): ApprovalRequest {
  const asked = askApproval(wanted(), NOON)
  if (!asked.ok) throw new Error('not asked')
  return asked.value
}

describe('R-AD-02 what takes two people', () => {
  test('is asked for somebody else', () => {
    expect(askApproval(wanted({ person: asker.person }), NOON)).toEqual(no({ kind: 'oneself' }))
  })

  test.each([
    [asker, 'ownRequest'],
    [{ ...asker, hat: other.hat }, 'ownRequest'],
    [subject, 'oneself'],
  ])('is decided by a third person, in whatever hat: not %o', (by, kind) => {
    for (const decision of ['approved', 'declined'] as const)
      expect(decideApproval(open(), decision, by, NOON)).toEqual(no({ kind }))
  })

  test('waits a day for its decision, and decided a day for being acted on', () => {
    expect(decideApproval(open(), 'approved', other, at(DAY))).toEqual(no({ kind: 'over' }))
    const approved = decideApproval(open(), 'approved', other, at(DAY - 1))
    if (!approved.ok) throw new Error('not approved')
    expect(finishApproval(approved.value, at(2 * DAY - 2)).ok).toBe(true)
    expect(finishApproval(approved.value, at(2 * DAY - 1))).toEqual(no({ kind: 'over' }))
  })

  test('is withdrawn by the one who asked alone', () => {
    expect(withdrawApproval(open(), asker, NOON).ok).toBe(true)
    expect(withdrawApproval(open(), other, NOON)).toEqual(no({ kind: 'notYours' }))
  })

  test('is acted on at most once, and never without a second person', () => {
    const step = fc.record({
      act: fc.constantFrom('approved', 'declined', 'withdraw', 'finish', 'stop'),
      by: fc.constantFrom(asker, other, subject),
      after: fc.integer({ min: 0, max: DAY }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        let request = open()
        let seconds = 0
        let finished = 0
        for (const { act, by, after } of steps) {
          seconds += after
          const now = at(seconds)
          const wasPending = isPending(request, now)
          const next =
            act === 'withdraw'
              ? withdrawApproval(request, by, now)
              : act === 'finish'
                ? finishApproval(request, now)
                : act === 'stop'
                  ? stopApproval(request, now)
                  : decideApproval(request, act as 'approved', by, now)
          if (!next.ok) continue
          expect(wasPending).toBe(true)
          request = next.value
          if (request.state !== 'done') continue
          finished += 1
          expect(request.decidedBy).toEqual(other)
        }
        expect(finished).toBeLessThanOrEqual(1)
      }),
    )
  })
})
