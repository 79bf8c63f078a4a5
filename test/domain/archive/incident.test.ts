import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LostPart, remedyOf, runsOf, toldSince } from '#domain/archive/incident.ts'
import { STAGES, takesVersions } from '#domain/archive/record.ts'

const file: LostPart[] = [
  { kind: 'content', page: 0 },
  { kind: 'preview', page: 1 },
]
const pictures: LostPart[] = [{ kind: 'preview', page: 1 }]

describe('5.4 what mends a file without a whole copy', () => {
  test.each(STAGES)(
    'of a record that is %s is sending it again only as long as it takes versions',
    (stage) => {
      const remedy = remedyOf({ status: 'verified', stage, parts: file })
      expect(remedy).toBe(takesVersions(stage) ? 'sendAgain' : 'backup')
    },
  )

  test.each([
    ['superseded', 'replaced'],
    ['returned', 'sendAgain'],
    ['awaitingVerification', 'sendAgain'],
    ['quarantined', 'sendAgain'],
    ['rejectedBySystem', 'none'],
    ['withdrawn', 'none'],
  ] as const)('that is %s is %s', (status, remedy) => {
    expect(remedyOf({ status, stage: 'active', parts: file })).toBe(remedy)
  })

  test('where pictures alone are lost nobody has to send anything', () => {
    expect(remedyOf({ status: 'verified', stage: 'active', parts: pictures })).toBe('pictures')
    expect(remedyOf({ status: 'superseded', stage: 'destroying', parts: pictures })).toBe(
      'pictures',
    )
  })
})

test('what was mended is told for 90 days', () => {
  expect(toldSince(new Date('2026-04-01T00:00:00Z'))).toEqual(new Date('2026-01-01T00:00:00Z'))
})

describe('pages in runs', () => {
  test('are in their order, each once', () => {
    expect(runsOf([7, 2, 1, 3, 3])).toEqual([
      { from: 1, to: 3 },
      { from: 7, to: 7 },
    ])
    expect(runsOf([])).toEqual([])
  })

  test('are those pages and no others, with a gap between', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 })), (pages) => {
        const runs = runsOf(pages)
        const all = runs.flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, at) => from + at),
        )
        expect(all).toEqual([...new Set(pages)].sort((one, other) => one - other))
        for (const [at, run] of runs.entries()) expect(run.from - 1).not.toBe(runs[at - 1]?.to)
      }),
    )
  })
})
