import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isHistoryKey } from '#domain/archive/history.ts'
import { readNewRow } from '#domain/archive/new-row.ts'
import type { Cardinality } from '#domain/archive/record-type.ts'

const today = { year: 2026, month: 11, day: 21 }

function read(cardinality: Cardinality, named: string, date = '') {
  return readNewRow({ cardinality }, { named, date }, today)
}

describe('an event that no data tells of', () => {
  test.each([
    ['perRank', 'iii b', '', 'III/b'],
    ['perYear', '2024', '', '2024'],
    ['perAgreement', '2', '', '2'],
    ['perLevel', 'S1', '', 's1'],
    ['perEvent', 'Kepala Bidang', '2-1-2020', 'kepala-bidang-2020-01-02'],
    ['perEvent', 'Kepala Bidang', '2026-11-21', 'kepala-bidang-2026-11-21'],
  ] as const)('%s %s %s is %s', (cardinality, named, date, key) => {
    expect(read(cardinality, named, date)).toMatchObject({ ok: true, value: { key } })
  })

  test.each([
    ['perRank', 'V/a', '', 'notARank'],
    ['perYear', '24', '', 'notAYear'],
    ['perAgreement', '12', '', 'notAnAgreement'],
    ['perLevel', '???', '', 'noWord'],
    ['perEvent', '  ', '2020-01-01', 'empty'],
    ['perEvent', 'Diklat', '', 'notADate'],
    ['perEvent', 'Diklat', '2026-11-22', 'inTheFuture'],
    ['one', 'apa', '', 'noWord'],
  ] as const)('%s %s %s is none: %s', (cardinality, named, date, kind) => {
    expect(read(cardinality, named, date)).toEqual({ ok: false, problem: { kind } })
  })

  test('has a key that the database takes, whatever it is called', () => {
    const cardinalities = fc.constantFrom<Cardinality>(
      'perRank',
      'perYear',
      'perAgreement',
      'perLevel',
      'perEvent',
    )
    fc.assert(
      fc.property(cardinalities, fc.string({ maxLength: 200 }), (cardinality, named) => {
        const row = read(cardinality, named, '2020-01-02')
        if (row.ok) expect(isHistoryKey(cardinality, row.value.key)).toBe(true)
      }),
    )
  })
})
