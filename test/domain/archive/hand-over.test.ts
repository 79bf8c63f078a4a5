import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AgencyId } from '#domain/agency.ts'
import {
  type CustodyId,
  differencesOf,
  differencesText,
  type KeptRecord,
  type OfferedCustody,
} from '#domain/archive/custody.ts'
import { acceptCustody, endCustody, offerCustody } from '#domain/archive/hand-over.ts'
import type { RecordId } from '#domain/archive/record.ts'
import { no } from '#domain/result.ts'
import { actor, SUBJECT } from '#test/support/holds.ts'

const now = new Date('2026-11-21T05:00:00Z')
const [from, to, third] = ['from', 'to', 'third'] as AgencyId[] as [AgencyId, AgencyId, AgencyId]
const wanted = { id: 'transfer' as CustodyId, person: SUBJECT, from }
const offering = { by: actor('giver'), now, worksAt: to, isOffered: false }
const receiving = { by: actor('receiver'), agency: to, now, worksAt: to, agreedTo: '', note: '' }

function kept(id: string, versions = 1, stage: KeptRecord['stage'] = 'inactive'): KeptRecord {
  return { record: id as RecordId, versions, stage }
}

function offered(records = [kept('a'), kept('b')]): OfferedCustody {
  const offer = offerCustody(wanted, records, offering)
  if (!offer.ok) throw new Error(offer.problem.kind)
  return offer.value
}

describe('T26 offering custody', () => {
  test('names each record with its versions, and where its person works now', () => {
    expect(offered()).toMatchObject({
      state: 'offered',
      from,
      to,
      list: [
        { record: 'a', versions: 1 },
        { record: 'b', versions: 1 },
      ],
    })
  })

  test.each([
    ['oneself', { by: actor(SUBJECT) }, [kept('a')]],
    ['worksHere', { worksAt: from }, [kept('a')]],
    ['alreadyOffered', { isOffered: true }, [kept('a')]],
    ['nothingKept', {}, []],
    ['inDestruction', {}, [kept('a'), kept('b', 1, 'waitingPeriod')]],
  ] as const)('is refused: %s', (kind, fields, records) => {
    expect(offerCustody(wanted, records, { ...offering, ...fields })).toEqual(no({ kind }))
  })
})

describe('T26 accepting custody', () => {
  test('of the list as it was offered', () => {
    const accepted = acceptCustody(offered(), [kept('b'), kept('a')], receiving)
    expect(accepted.ok && accepted.value).toMatchObject({ state: 'accepted', differences: [] })
  })

  test('of another list needs each difference named and agreed to', () => {
    const current = [kept('a', 2), kept('c')]
    const differences = [
      { record: 'b', how: 'gone' },
      { record: 'c', how: 'added' },
      { record: 'a', how: 'changed' },
    ]
    const silent = acceptCustody(offered(), current, receiving)
    expect(silent).toEqual(no({ kind: 'differs', differences }))
    const agreedTo = 'added c; changed a; gone b'
    const accepted = acceptCustody(offered(), current, { ...receiving, agreedTo })
    expect(accepted.ok && accepted.value.differences).toEqual(differences)
    expect(acceptCustody(offered(), [kept('c')], { ...receiving, agreedTo }).ok).toBe(false)
  })

  test.each([
    ['notYours', { agency: third }],
    ['notYours', { agency: from }],
    ['oneself', { by: actor(SUBJECT) }],
    ['ownOffer', { by: actor('giver') }],
    ['movedOn', { worksAt: third }],
  ] as const)('is refused: %s', (kind, fields) => {
    const refused = acceptCustody(offered(), [kept('a'), kept('b')], { ...receiving, ...fields })
    expect(refused).toEqual(no({ kind }))
  })

  test('waits for a record that is being appraised', () => {
    const current = [kept('a'), kept('b', 1, 'underAppraisal')]
    expect(acceptCustody(offered(), current, receiving)).toEqual(no({ kind: 'inDestruction' }))
  })

  test('is declined by the one agency and withdrawn by the other, once', () => {
    const end = { by: actor('receiver'), now, note: 'Bukan pegawai kami.' }
    const declined = endCustody(offered(), { ...end, agency: to })
    const withdrawn = endCustody(offered(), { ...end, agency: from })
    expect(declined.ok && declined.value.state).toBe('declined')
    expect(withdrawn.ok && withdrawn.value.state).toBe('withdrawn')
    expect(endCustody(offered(), { ...end, agency: third })).toEqual(no({ kind: 'notYours' }))
    const over = declined.ok && acceptCustody(declined.value, [kept('a'), kept('b')], receiving)
    expect(over).toEqual(no({ kind: 'over' }))
  })
})

describe('differences between two lists', () => {
  const list = fc.uniqueArray(
    fc.record({ record: fc.constantFrom(...'abcdef'), versions: fc.integer({ min: 1, max: 3 }) }),
    { selector: ({ record }) => record },
  ) as fc.Arbitrary<KeptRecord[]>

  test('are none exactly where the lists are equal, in whatever order', () => {
    fc.assert(
      fc.property(list, list, (one, other) => {
        const sorted = (items: KeptRecord[]) =>
          items.map(({ record, versions }) => `${record} ${versions}`).sort()
        const isEqual = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
        expect(differencesText(differencesOf(one, other)) === '').toBe(isEqual)
        expect(differencesOf(one, [...one].reverse())).toEqual([])
      }),
    )
  })
})
