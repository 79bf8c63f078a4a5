import { describe, expect, test } from 'vitest'
import type { MandateId } from '#domain/access/mandate.ts'
import {
  askRevocation,
  decideRevocation,
  type OpenRevocation,
  type RevocationId,
} from '#domain/archive/revoke-verification.ts'
import type { Reason } from '#domain/desk/reason.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok } from '#domain/result.ts'
import { at, NOON } from '#test/support/phone.ts'
import {
  awaiting,
  COLLEAGUE,
  SUBJECT,
  someRecord,
  UPLOADER,
  VERIFIER,
  verified,
} from '#test/support/waiting.ts'

const WEEK = 7 * 86_400
const hat = 'mandate-1' as MandateId
const reason = 'Nomor SK milik orang lain.' as Reason
const officer = (person: PersonId) => ({ person, hat })
const asking = (person = VERIFIER) => ({
  id: 'request' as RevocationId,
  reason,
  askedBy: officer(person),
  now: NOON,
})
const stands = { version: verified(), record: someRecord({ stage: 'active' }) }

function open(): OpenRevocation {
  const asked = askRevocation(stands, undefined, asking())
  if (!asked.ok) throw new Error('not asked')
  return asked.value
}

describe('T10 a verification is revoked', () => {
  test('once two persons say so; the version waits again and nothing else comes back', () => {
    const by = officer(COLLEAGUE)
    const decided = decideRevocation(stands, open(), { decision: 'revoked', by, now: at(60) })
    if (!decided.ok) throw new Error('refused')
    expect(decided.value.version).toEqual({
      ...awaiting({ id: verified().id, no: 1 }),
      since: at(60),
    })
    expect(decided.value.revocation).toMatchObject({ state: 'revoked', decidedBy: by })
    expect(decided.value.events).toEqual([
      {
        name: 'verificationRevoked',
        record: 'record',
        person: SUBJECT,
        actor: by,
        at: at(60),
        body: { version: 'version-1', no: 1, request: 'request', asked: VERIFIER },
      },
    ])
  })

  test('not by the one who asked, in whatever hat, who alone takes it back', () => {
    const by = { person: VERIFIER, hat: 'mandate-7' as MandateId }
    for (const decision of ['revoked', 'declined'] as const)
      expect(decideRevocation(stands, open(), { decision, by, now: NOON })).toEqual(
        no({ kind: 'ownRequest' }),
      )
    const decision = 'withdrawn'
    expect(decideRevocation(stands, open(), { decision, by, now: NOON }).ok).toBe(true)
    const other = officer(COLLEAGUE)
    expect(decideRevocation(stands, open(), { decision, by: other, now: NOON })).toEqual(
      no({ kind: 'notYours' }),
    )
  })

  test.each([
    [SUBJECT, 'ownRecord'],
    [UPLOADER, 'ownUpload'],
  ] as const)('I4 %s has no word in it, asking or deciding', (person, kind) => {
    expect(askRevocation(stands, undefined, asking(person))).toEqual(no({ kind }))
    for (const decision of ['revoked', 'declined'] as const)
      expect(
        decideRevocation(stands, open(), { decision, by: officer(person), now: NOON }),
      ).toEqual(no({ kind }))
  })

  test('within a week, and once', () => {
    const decision = { decision: 'revoked', by: officer(COLLEAGUE) } as const
    expect(decideRevocation(stands, open(), { ...decision, now: at(WEEK) })).toEqual(
      no({ kind: 'over' }),
    )
    const last = decideRevocation(stands, open(), { ...decision, now: at(WEEK - 1) })
    if (!last.ok) throw new Error('refused')
    const again = decideRevocation(stands, last.value.revocation, { ...decision, now: at(WEEK) })
    expect(again).toEqual(no({ kind: 'over' }))
  })

  test('is asked once at a time, of what is verified', () => {
    expect(askRevocation(stands, open(), asking(COLLEAGUE))).toEqual(no({ kind: 'alreadyAsked' }))
    const later = { ...asking(COLLEAGUE), now: at(WEEK) }
    expect(askRevocation(stands, open(), later).ok).toBe(true)
    const gone = { ...stands, version: awaiting() }
    expect(askRevocation(gone, undefined, asking())).toEqual(
      no({ kind: 'notVerified', status: 'awaitingVerification' }),
    )
  })

  test('declined leaves it verified', () => {
    const by = officer(COLLEAGUE)
    const decided = decideRevocation(stands, open(), { decision: 'declined', by, now: NOON })
    const revocation = { ...open(), state: 'declined', decidedBy: by, decidedAt: NOON }
    expect(decided).toEqual(ok({ revocation, version: undefined, events: [] }))
  })

  test('does not touch what is on its way to destruction', () => {
    const closed = { ...stands, record: someRecord({ stage: 'waitingPeriod' }) }
    const by = officer(COLLEAGUE)
    const refused = no({ kind: 'recordClosed', stage: 'waitingPeriod' })
    expect(askRevocation(closed, undefined, asking())).toEqual(refused)
    expect(decideRevocation(closed, open(), { decision: 'revoked', by, now: NOON })).toEqual(
      refused,
    )
  })
})
