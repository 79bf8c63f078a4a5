import { describe, expect, test } from 'vitest'
import { compareHold, type FoundHold } from '#domain/archive/rebuild/compare-hold.ts'
import { rebuildRecord } from '#domain/archive/rebuild/rebuild-record.ts'
import type { Told } from '#domain/archive/rebuild/told.ts'

const AT = '2026-11-21T05:00:00.000000Z'

function told(n: number, name: Told['name'], body: Told['body'] = {}): Told {
  return { n, name, at: AT, actor: 'officer', hat: 'hat', body }
}

const arrival = [
  told(1, 'uploadCompleted', { version: 'v', no: 1, bytes: 7, agency: 'a', type: 'pns' }),
  told(2, 'intakePassed', { version: 'v', no: 1 }),
  told(3, 'recordVerified', { version: 'v', no: 1, metadata: 'digest' }),
  told(4, 'recordActivated', { version: 'v', no: 1 }),
]

describe('a record is what its events say', () => {
  test('from its first upload to its end', () => {
    const end = (
      [
        'recordInactivated',
        'retentionExpired',
        'appraisalStarted',
        'destructionRecommended',
        'destructionApproved',
        'destructionStarted',
        'recordDestroyed',
      ] as const
    ).map((name, at) => told(at + 5, name))
    const record = rebuildRecord([...arrival, ...end])
    expect(record).toMatchObject({
      ...{ stage: 'destroyed', nextN: 12, nextNo: 2, agency: 'a', type: 'pns', destroyedAt: AT },
      ...{ isRestored: false, impossible: undefined, gap: undefined },
    })
    expect(record.versions.get('v')).toMatchObject({
      ...{ no: 1, status: 'verified', bytes: 7, metadata: 'digest' },
      verified: { by: 'officer', as: 'hat', at: AT },
    })
  })

  test('where it was handed over to is where it is kept', () => {
    const record = rebuildRecord([...arrival, told(5, 'custodyAccepted', { from: 'a', to: 'b' })])
    expect(record.agency).toBe('b')
  })

  test('nobody has verified what was revoked', () => {
    const record = rebuildRecord([...arrival, told(5, 'verificationRevoked', { version: 'v' })])
    expect(record.versions.get('v')).toMatchObject({
      ...{ status: 'awaitingVerification', verified: undefined },
    })
  })

  test('of before 0034 nobody knows the agency, the type or the metadata', () => {
    const old = [
      told(1, 'uploadCompleted', { version: 'v', no: 1 }),
      told(2, 'intakePassed', { version: 'v' }),
      told(3, 'recordVerified', { version: 'v' }),
    ]
    const record = rebuildRecord(old)
    expect(record).toMatchObject({ agency: undefined, type: undefined })
    expect(record.versions.get('v')?.metadata).toBeUndefined()
  })
})

describe('what cannot have happened so', () => {
  test('is named by the first event that cannot follow', () => {
    expect(rebuildRecord([...arrival, told(5, 'retentionExpired')]).impossible).toBe(5)
    expect(rebuildRecord([told(1, 'recordVerified', { version: 'v' })]).impossible).toBe(1)
    expect(rebuildRecord([...arrival, { ...arrival[0], n: 5 } as Told]).impossible).toBe(5)
  })

  test('is a number that is missing', () => {
    const [first, second, third, fourth] = arrival as [Told, Told, Told, Told]
    expect(rebuildRecord([second, third, fourth]).gap).toBe(1)
    expect(rebuildRecord([first, second, fourth]).gap).toBe(3)
  })

  test('may have happened where a restore lost what was between', () => {
    const lost = told(5, 'restoredLeaf', { was: 'recordInactivated' })
    const record = rebuildRecord([...arrival, lost, told(6, 'retentionExpired')])
    expect(record).toMatchObject({ isRestored: true, impossible: undefined, nextN: 7 })
    const forced = told(6, 'recordDestroyed', { restored: true })
    expect(rebuildRecord([...arrival, lost, forced])).toMatchObject({
      ...{ stage: 'destroyed', destroyedAt: undefined },
    })
  })
})

describe('a hold is what its events say', () => {
  const found: FoundHold = {
    ...{ type: null, record: 'r', reviewOn: '2027-03-01', silent: false, placedBy: 'officer' },
    ...{ placedAs: 'hat', placedAt: AT, liftedWith: null, liftedAt: null },
  }
  const placed = {
    ...told(1, 'holdPlaced', { of: 'record', silent: false, review: '2027-03-01' }),
    record: 'r',
  }
  const lifted = { ...placed, name: 'holdLifted', actor: 'colleague' } as const

  test('and nothing else', () => {
    expect(compareHold(found, [placed])).toEqual([])
    expect(compareHold(found, [])).toBe('untold')
    expect(compareHold(found, [placed, lifted])).toEqual(['lifted_with', 'lifted_at'])
    const liftedRow = { ...found, liftedWith: 'colleague', liftedAt: AT }
    expect(compareHold(liftedRow, [placed, lifted])).toEqual([])
    expect(compareHold(liftedRow, [placed])).toEqual(['lifted_with', 'lifted_at'])
    expect(compareHold({ ...found, reviewOn: '2027-04-01' }, [placed])).toEqual(['review_on'])
    expect(compareHold({ ...found, record: null }, [placed])).toEqual(['record'])
  })
})
