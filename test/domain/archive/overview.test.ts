import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completenessOf } from '#domain/archive/completeness.ts'
import { emptyTypes, overviewOf } from '#domain/archive/overview.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { SlotState } from '#domain/archive/slot-state.ts'
import { someCareer, someRow } from '#test/support/careers.ts'
import { recordTypes } from '#test/support/record-types.ts'
import { at } from '#test/support/specimen-parts.ts'

const returned: SlotState = { kind: 'returned', codes: ['unreadable'], note: '' }
const awaiting: SlotState = { kind: 'awaitingVerification', since: at(0), ahead: 3 }
const missing: SlotState = { kind: 'missing' }
const present: SlotState = { kind: 'present' }

function found(states: Record<string, SlotState>, history = [someRow()]) {
  return completenessOf(recordTypes, someCareer({ history }), (type) => states[type] ?? missing)
}

function record(id: string, type: string, slot = '', stage: 'active' | 'destroyed' = 'active') {
  return { id: id as RecordId, type, slot, stage }
}

describe('an archive as its owner looks at it', () => {
  test('puts what came back before what never came', () => {
    const { gaps } = overviewOf(found({ pns: returned }), [])
    expect(gaps.map(({ type, state }) => [type.code, state.kind])).toEqual([
      ['pns', 'returned'],
      ['drh', 'missing'],
      ['d2np', 'missing'],
      ['cpns', 'missing'],
      ['spmtCpns', 'missing'],
      ['golongan', 'missing'],
    ])
  })

  test('tells what is on its way, with its record', () => {
    const { onTheirWay } = overviewOf(found({ cpns: awaiting }), [record('r1', 'cpns')])
    expect(onTheirWay.map(({ record: own, state }) => [own?.id, state])).toEqual([['r1', awaiting]])
  })

  test('counts on each shelf what is there', () => {
    const { shelves } = overviewOf(found({ golongan: present }), [])
    const shelf = shelves.find(({ type }) => type.code === 'golongan')
    expect([shelf?.present, shelf?.slots.length]).toEqual([2, 2])
  })

  test('keeps in sight what nobody asks for any more, and what was destroyed', () => {
    const records = [
      record('former', 'skPppk', '1'),
      record('gone', 'pns', '', 'destroyed'),
      record('asked', 'pns'),
    ]
    const { others } = overviewOf(found({}), records)
    expect(others.map(({ id }) => id)).toEqual(['former', 'gone'])
  })

  test('shows each record in exactly one place', () => {
    const some = fc.record({
      type: fc.constantFrom(...recordTypes.map(({ code }) => code)),
      slot: fc.constantFrom('', 'III/b#skKp', 'III/b#pertekKp', '2018'),
      stage: fc.constantFrom('draft' as const, 'active' as const, 'destroyed' as const),
    })
    const places = fc.uniqueArray(some, { selector: ({ type, slot }) => `${type}/${slot}` })
    fc.assert(
      fc.property(places, (held) => {
        const records = held.map((one, n) => ({ ...one, id: `r${n}` as RecordId }))
        const { shelves, others } = overviewOf(found({}), records)
        const onShelves = shelves.flatMap(({ slots }) => slots.flatMap((slot) => slot.record ?? []))
        const shown = [...onShelves, ...others].map(({ id }) => id)
        expect(shown.toSorted()).toEqual(records.map(({ id }) => id).toSorted())
      }),
    )
  })

  test('names the histories that nothing is known of, among those that apply', () => {
    const { shelves } = overviewOf(found({}), [])
    const empty = emptyTypes(recordTypes, shelves, 'pns').map(({ code }) => code)
    expect(empty).toContain('jabatan')
    expect(empty).not.toContain('golongan')
    expect(empty).not.toContain('skPppk')
    expect(empty).not.toContain('drh')
  })
})
