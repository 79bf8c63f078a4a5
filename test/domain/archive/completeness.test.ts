import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { categoryOf, completenessOf, gapsOf, summaryOf } from '#domain/archive/completeness.ts'
import { rounded, shareOf, sumOf, whole } from '#domain/archive/fraction.ts'
import { isHistoryKey } from '#domain/archive/history.ts'
import { hasHistory } from '#domain/archive/record-type.ts'
import type { Career } from '#domain/archive/slot.ts'
import type { SlotState } from '#domain/archive/slot-state.ts'
import { someCareer, someRow } from '#test/support/careers.ts'
import { recordType, recordTypes, type ScoreVector, vectors } from '#test/support/record-types.ts'

const PRESENT: SlotState = { kind: 'present' }
const MISSING: SlotState = { kind: 'missing' }
const RETURNED: SlotState = { kind: 'returned', codes: ['unreadable'], note: '' }
const AT = new Date('2026-11-20T02:00:00Z')

type States = Record<string, SlotState | undefined>

/** Of each slot named as `type` or `type/slot`; all others are `rest`. */
function found(states: States, rest: SlotState = MISSING) {
  return (type: string, slot: string) => {
    const key = slot ? `${type}/${slot}` : type
    return key in states ? states[key] : rest
  }
}

function scoreOf(career: Career, states: States, rest?: SlotState) {
  return completenessOf(recordTypes, career, found(states, rest)).score
}

describe('the score', () => {
  test.each(vectors.completenessExamples.examples)(
    '$about',
    ({ status, statusArsip, expected }) => {
      const career = someCareer({
        kind: status === 'C' ? 'cpns' : 'pns',
        history: rowsOf(statusArsip),
      })
      const score = completenessOf(recordTypes, career, presentIn(statusArsip)).score
      expect(score).toEqual({
        main: Math.round(expected.main * 100),
        conditional: Math.round(expected.conditional * 100),
        total: Math.round(expected.total * 100),
        category: expected.category,
      })
    },
  )

  test('is none for PPPK, who are told what is missing alone', () => {
    expect(scoreOf(someCareer({ kind: 'pppk' }), {}, PRESENT)).toBeUndefined()
  })

  test('of a CPNS has SK PNS only once there is any main record at all', () => {
    const cpns = someCareer({ kind: 'cpns' })
    expect(scoreOf(cpns, {})?.main).toBe(6750)
    expect(scoreOf(cpns, { drh: PRESENT })?.main).toBe(7500)
    expect(scoreOf(someCareer(), { drh: PRESENT })?.main).toBe(6750)
  })

  test('is not less for a document that was destroyed by the schedule', () => {
    const all = scoreOf(someCareer(), {}, PRESENT)
    expect(scoreOf(someCareer(), { d2np: undefined }, PRESENT)).toEqual(all)
    const history = [someRow(), someRow({ key: 'III/c' })]
    expect(scoreOf(someCareer({ history }), { 'golongan/III/b#skKp': undefined }, PRESENT)).toEqual(
      all,
    )
  })

  test('takes a row with several documents for complete once the required ones are there', () => {
    const history = [someRow({ type: 'pendidikan', key: 'S-1' })]
    const diploma: States = { 'pendidikan/S-1#ijazah': PRESENT }
    const both: States = { ...diploma, 'pendidikan/S-1#transkrip': PRESENT }
    expect(scoreOf(someCareer({ history }), diploma)?.main).toBe(5250)
    expect(scoreOf(someCareer({ history }), both)?.main).toBe(6750)
  })

  test('is rounded once, not each of its parts', () => {
    const thirds = [1, 2, 3].map((year) => someRow({ type: 'diklat', key: `${year}` }))
    const sevenths = [1, 2, 3, 4, 5, 6, 7].map((at) => someRow({ type: 'jabatan', key: `${at}` }))
    const career = someCareer({ history: [...thirds, ...sevenths] })
    const states = { 'diklat/1': PRESENT, 'jabatan/1#skJabatan': PRESENT }
    // 7.5 + 15 + 15 + 15/3 + 15/7 = 44.642857…; the conditional ten are whole.
    expect(scoreOf(career, states)).toEqual({
      main: 4464,
      conditional: 1000,
      total: 5464,
      category: 'fairlyComplete',
    })
  })

  test('never falls when one more document is verified', () => {
    fc.assert(
      fc.property(
        someHistory(),
        fc.infiniteStream(fc.boolean()),
        fc.nat(),
        (history, dice, pick) => {
          const career = someCareer({ history })
          const slots = completenessOf(recordTypes, career, () => MISSING).slots
          const states: States = {}
          for (const { type, slot } of slots)
            states[slot ? `${type.code}/${slot}` : type.code] = dice.next().value
              ? PRESENT
              : MISSING
          const names = Object.keys(states)
          const name = names[pick % names.length] ?? ''
          const before = scoreOf(career, { ...states, [name]: MISSING })?.total ?? 0
          expect(scoreOf(career, { ...states, [name]: PRESENT })?.total).toBeGreaterThanOrEqual(
            before,
          )
        },
      ),
    )
  })
})

test.each([
  [9001, 'veryComplete'],
  [9000, 'complete'],
  [5560, 'complete'],
  [5559, 'fairlyComplete'],
  [3000, 'fairlyComplete'],
  [2999, 'poorlyComplete'],
])('%i hundredths are %s', (total, category) => {
  expect(categoryOf(total)).toBe(category)
})

test('half a hundredth is rounded up, and thirds sum up to a whole', () => {
  expect(rounded(shareOf(1, 1, 2))).toBe(1)
  expect(rounded(shareOf(1, 49, 100))).toBe(0)
  expect(rounded(sumOf([shareOf(1000, 1, 3), shareOf(1000, 2, 3), whole(0)]))).toBe(1000)
})

describe('the gaps', () => {
  const history = [someRow(), someRow({ type: 'hukumanDisiplin', key: 'sanksi-1' })]
  const career = someCareer({ history })
  const states: States = {
    drh: PRESENT,
    d2np: RETURNED,
    cpns: { kind: 'processing', since: AT },
    spmtCpns: { kind: 'awaitingVerification', since: AT, ahead: 3 },
  }

  test('are what is missing or came back, the optional part left out', () => {
    const { slots } = completenessOf(recordTypes, career, found(states))
    const gaps = gapsOf(slots).map(({ type, slot }) => [type.code, slot])
    expect(gaps).toEqual([
      ['d2np', ''],
      ['pns', ''],
      ['golongan', 'III/b#skKp'],
      ['hukumanDisiplin', 'sanksi-1'],
    ])
  })

  test('of a secret type are told to nobody else', () => {
    const summary = summaryOf(completenessOf(recordTypes, career, found(states)))
    expect(summary).toEqual({
      score: 5250 + 1000,
      missing: 2,
      waiting: 2,
      returned: 1,
      gaps: [
        { type: 'd2np', slot: '', reason: 'returned' },
        { type: 'pns', slot: '', reason: 'missing' },
        { type: 'golongan', slot: 'III/b#skKp', reason: 'missing' },
      ],
    })
  })
})

function someHistory() {
  const types = recordTypes.filter(hasHistory)
  const row = fc
    .record({ type: fc.constantFrom(...types), key: fc.constantFrom('III/a', '2020', '1', 'S-1') })
    .filter(({ type, key }) => isHistoryKey(type.cardinality, key))
    .map(({ type, key }) => someRow({ type: type.code, key }))
  return fc.uniqueArray(row, { maxLength: 8, selector: ({ type, key }) => `${type}/${key}` })
}

function codeOf(dmsKey: string): string {
  return vectors.types.find((one) => one.dmsKey === dmsKey)?.code ?? ''
}

function rowsOf(statusArsip: ScoreVector['statusArsip']) {
  return Object.entries(statusArsip)
    .filter(([dmsKey]) => dmsKey !== 'data_utama')
    .flatMap(([dmsKey, rows]) =>
      Object.keys(rows).map((key) => someRow({ type: codeOf(dmsKey), key })),
    )
}

function presentIn({ data_utama: main = {}, ...histories }: ScoreVector['statusArsip']) {
  return (code: string, slot: string): SlotState => {
    const dmsKey = vectors.types.find((one) => one.code === code)?.dmsKey ?? ''
    const key = slot.split('#')[0] ?? ''
    const isThere = hasHistory(recordType(code)) ? histories[dmsKey]?.[key] : main[dmsKey]
    return isThere ? PRESENT : MISSING
  }
}
