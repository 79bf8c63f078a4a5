import { describe, expect, test } from 'vitest'
import { STAGES, takesVersions } from '#domain/archive/record.ts'
import { type Verifying, verifyVersion } from '#domain/archive/verify-version.ts'
import type { Version } from '#domain/archive/version.ts'
import { no, ok } from '#domain/result.ts'
import { at, NOON } from '#test/support/phone.ts'
import {
  awaiting,
  COLLEAGUE,
  judge,
  SUBJECT,
  someRecord,
  UPLOADER,
  VERIFIER,
  verified,
  waiting,
} from '#test/support/waiting.ts'

function asked(fields: Partial<Verifying> = {}): Verifying {
  return {
    by: judge(),
    now: NOON,
    metadata: ok({ decreeNumber: '821/17/2010' }),
    copies: { healthy: 2, needed: 2 },
    ...fields,
  }
}

const actor = { person: VERIFIER, hat: judge().mandate.id }
const told = (name: string, number: number, id: string) => ({
  name,
  record: 'record',
  person: SUBJECT,
  at: NOON,
  body: { version: id, no: number },
})

describe('T6 a version is verified', () => {
  test('by whom, when and under which hat; its record becomes active with the first (T11)', () => {
    expect(verifyVersion(waiting(), asked())).toEqual(
      ok({
        version: {
          ...awaiting(),
          status: 'verified',
          verified: { by: VERIFIER, as: actor.hat, at: NOON },
          since: NOON,
        },
        superseded: undefined,
        activated: true,
        metadata: { decreeNumber: '821/17/2010' },
        events: [
          { ...told('recordVerified', 2, 'version-2'), actor },
          { ...told('recordActivated', 2, 'version-2'), actor: 'system' },
        ],
      }),
    )
  })

  test('T9 takes the place of the one before, which stays as it was verified', () => {
    const before = waiting({ current: verified(), record: someRecord({ stage: 'active' }) })
    const decided = verifyVersion(before, asked())
    if (!decided.ok) throw new Error('refused')
    const { superseded, activated, events } = decided.value
    expect(activated).toBe(false)
    expect(superseded).toEqual({
      ...verified(),
      status: 'superseded',
      since: NOON,
      supersededAt: NOON,
    })
    expect(events.map(({ name, actor: by, body }) => [name, by, body['no']])).toEqual([
      ['recordVerified', actor, 2],
      ['versionSuperseded', 'system', 1],
    ])
  })

  test('I4 not by who sent it, nor by whom it is about, whoever sent it', () => {
    const own = (person: typeof VERIFIER) => asked({ by: judge({}, person) })
    expect(verifyVersion(waiting(), own(UPLOADER))).toEqual(no({ kind: 'ownUpload' }))
    expect(verifyVersion(waiting(), own(SUBJECT))).toEqual(no({ kind: 'ownRecord' }))
    const self = waiting({ version: awaiting({ uploadedBy: SUBJECT }) })
    expect(verifyVersion(self, own(SUBJECT))).toEqual(no({ kind: 'ownRecord' }))
  })

  test('not from the moment the mandate ends, nor before it begins', () => {
    const until = (seconds: number) => asked({ by: judge({ until: at(seconds) }) })
    expect(verifyVersion(waiting(), until(0))).toEqual(no({ kind: 'mandateOver', since: NOON }))
    expect(verifyVersion(waiting(), until(0.001)).ok).toBe(true)
    const early = asked({ by: judge({ from: at(1) }) })
    expect(verifyVersion(waiting(), early).ok).toBe(false)
  })

  test('not while a colleague has it before them; a claim that ran out holds nobody up', () => {
    const held = (until: Date) =>
      waiting({ claim: { version: awaiting().id, by: COLLEAGUE, until } })
    const refused = no({ kind: 'claimedByOther', until: at(1) })
    expect(verifyVersion(held(at(1)), asked())).toEqual(refused)
    expect(verifyVersion(held(at(0)), asked()).ok).toBe(true)
  })

  test('not with metadata that its type does not take, and says which', () => {
    const problems = { decreeDate: { kind: 'inTheFuture' } } as const
    const decided = verifyVersion(waiting(), asked({ metadata: no(problems) }))
    expect(decided).toEqual(no({ kind: 'metadataWrong', problems }))
  })

  test('not with fewer healthy copies than are needed', () => {
    const one = asked({ copies: { healthy: 1, needed: 2 } })
    const refused = no({ kind: 'tooFewCopies', healthy: 1, needed: 2 })
    expect(verifyVersion(waiting(), one)).toEqual(refused)
  })

  test('I6 not where malware was found, but where nothing was scanned and the policy lets it on', () => {
    const scanned = (scan: 'scanFound' | 'notScanned') => waiting({ version: awaiting({ scan }) })
    expect(verifyVersion(scanned('scanFound'), asked())).toEqual(no({ kind: 'malwareFound' }))
    expect(verifyVersion(scanned('notScanned'), asked()).ok).toBe(true)
  })

  test.each(STAGES)('of a record that is %s only if that still takes versions', (stage) => {
    const decided = verifyVersion(waiting({ record: someRecord({ stage }) }), asked())
    const closed = no({ kind: 'recordClosed', stage })
    expect(decided.ok ? 'verified' : decided).toEqual(takesVersions(stage) ? 'verified' : closed)
  })

  test.each<Version['status']>([
    'quarantined',
    'rejectedBySystem',
    'returned',
    'verified',
    'superseded',
    'withdrawn',
  ])('not out of %s', (status) => {
    const version = { ...awaiting(), status } as Version
    const refused = no({ kind: 'notWaiting', status })
    expect(verifyVersion(waiting({ version }), asked())).toEqual(refused)
  })
})
