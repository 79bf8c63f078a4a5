import { describe, expect, test } from 'vitest'
import { isHistoryKey } from '#domain/archive/history.ts'
import { slotsOf } from '#domain/archive/slot.ts'
import type { Nip } from '#domain/nip.ts'
import { someCareer, someRow } from '#test/support/careers.ts'
import { recordTypes } from '#test/support/record-types.ts'

const SINCE = { year: 2010, month: 1 }

function slots(career = someCareer()) {
  return slotsOf(recordTypes, career).map(({ type, slot }) => [type.code, slot])
}

function whyOf(code: string, career = someCareer()) {
  return slotsOf(recordTypes, career).find(({ type }) => type.code === code)?.why
}

describe('the slots of somebody', () => {
  test('of whom nothing is known yet are the documents that everybody of the kind has', () => {
    const main = (codes: string[]) => codes.map((code) => [code, ''])
    expect(slots()).toEqual(main(['drh', 'd2np', 'cpns', 'spmtCpns', 'pns']))
    expect(slots(someCareer({ kind: 'cpns' }))).toEqual(main(['drh', 'd2np', 'cpns', 'spmtCpns']))
    expect(slots(someCareer({ kind: 'pppk', nip: undefined }))).toEqual(main(['drh', 'niPppk']))
  })

  test('follow the rows of histories, each part one slot, the optional ones too', () => {
    const history = [someRow(), someRow({ type: 'diklat', key: 'Prajabatan' })]
    expect(slots(someCareer({ history })).slice(5)).toEqual([
      ['golongan', 'III/b#skKp'],
      ['golongan', 'III/b#pertekKp'],
      ['diklat', 'Prajabatan'],
    ])
    const [decree, advice] = slotsOf(recordTypes, someCareer({ history })).slice(5)
    expect([decree?.isRequired, advice?.isRequired]).toEqual([true, false])
  })

  test('leave out what does not apply to the kind, whatever the history says', () => {
    const history = [someRow({ type: 'cltn', key: '2020' })]
    expect(slots(someCareer({ kind: 'cpns', history })).map(([code]) => code)).not.toContain('cltn')
  })

  test('of a PPPK begin with the agreement that the NI PPPK is about, once', () => {
    const nip = '200012312024222901' as Nip
    const own = slots(someCareer({ kind: 'pppk', nip }))
    expect(own).toContainEqual(['perjanjianKerja', '2'])
    expect(whyOf('skPppk', someCareer({ kind: 'pppk', nip }))).toEqual({
      kind: 'agreement',
      number: 2,
    })
    const history = [someRow({ type: 'perjanjianKerja', key: '2', label: 'Perjanjian 2024' })]
    const told = slots(someCareer({ kind: 'pppk', nip, history }))
    expect(told.filter(([code]) => code === 'perjanjianKerja')).toEqual([['perjanjianKerja', '2']])
  })

  test('say why: for all, by the service, by what happened', () => {
    expect(whyOf('drh')).toEqual({ kind: 'everyone' })
    expect(whyOf('pns')).toEqual({ kind: 'service', as: 'pns', since: SINCE })
    expect(whyOf('pns', someCareer({ nip: undefined }))).toEqual({
      kind: 'service',
      as: 'pns',
      since: undefined,
    })
    const { type, key, ...row } = someRow()
    expect(whyOf(type, someCareer({ history: [someRow({ key })] }))).toEqual({
      kind: 'history',
      row,
    })
  })
})

test.each([
  ['one', '', false],
  ['perRank', 'III/b', true],
  ['perRank', 'III/e', false],
  ['perRank', 'iii/b', false],
  ['perYear', '2023', true],
  ['perYear', '23', false],
  ['perYear', '2123', false],
  ['perAgreement', '1', true],
  ['perAgreement', '10', false],
  ['perAgreement', '0', false],
  ['perLevel', 'S-1', true],
  ['perEvent', 'x'.repeat(64), true],
  ['perEvent', 'x'.repeat(65), false],
  ['perEvent', 'a#b', false],
  ['perEvent', ' a', false],
  ['perEvent', '', false],
] as const)('a history %s takes the key "%s": %s', (cardinality, key, taken) => {
  expect(isHistoryKey(cardinality, key)).toBe(taken)
})
