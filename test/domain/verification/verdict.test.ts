import fc from 'fast-check'
import { expect, test } from 'vitest'
import { no, ok, type Result } from '#domain/result.ts'
import { type Leaf, PUBLIC_EVENTS } from '#domain/tlog/leaf.ts'
import type { NotProven } from '#domain/verification/prove-leaf.ts'
import type { Standing } from '#domain/verification/standing.ts'
import {
  type Facts,
  listVerdictOf,
  type ProvenLeaf,
  verdictName,
  verdictOf,
} from '#domain/verification/verdict.ts'
import { leafOf } from '#test/support/small-log.ts'

const some = leafOf('a file')
const counts = fc.nat({ max: 4 })
const leaves: fc.Arbitrary<Leaf> = fc
  .record({
    event: fc.constantFrom(...PUBLIC_EVENTS),
    n: counts,
    version: counts,
    record: fc.constantFrom('0'.repeat(32), '1'.repeat(32)),
    isBare: fc.boolean(),
  })
  .map(({ isBare, ...fields }) => {
    const { record, n, version, ...bare } = { ...some, ...fields }
    return isBare ? bare : { ...bare, record, n, version }
  })
const problems = fc.constantFrom<NotProven[]>(
  'noLog',
  'notSigned',
  'beyond',
  'notIncluded',
  'notOurProof',
)
const proven: fc.Arbitrary<Result<ProvenLeaf, NotProven>> = fc.oneof(
  leaves.map((leaf) => ok({ index: 5, leaf })),
  problems.map((problem) => no(problem)),
)
const leafIndex = fc.option(counts, { nil: undefined })
const standings: fc.Arbitrary<Standing> = fc.oneof(
  fc.constant({ kind: 'current' as const }),
  fc.record({ kind: fc.constant('superseded' as const), version: counts, leaf: leafIndex }),
  fc.record({ kind: fc.constantFrom('revoked' as const, 'destroyed' as const), leaf: leafIndex }),
)
const facts: fc.Arbitrary<Facts> = fc.record({
  leaf: proven,
  commits: fc.boolean(),
  standing: fc.option(standings, { nil: undefined }),
  later: fc.option(leaves, { nil: undefined }),
})

const ABOUT_THE_FILE = ['genuine', 'genuineSuperseded', 'genuineRevoked', 'destroyed']

test('nothing is genuine but what a proven verification commits to, whatever the server says', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const { kind } = verdictOf(given)
      const isProven = given.leaf.ok && given.leaf.value.leaf.event === 'recordVerified'
      if (ABOUT_THE_FILE.includes(kind)) expect([isProven, given.commits]).toEqual([true, true])
    }),
  )
})

test('the server decides nothing of a file but what became of it', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const silent = verdictOf({ ...given, standing: undefined, later: undefined })
      const told = verdictOf(given)
      if (silent.kind !== 'genuine') expect(told).toEqual(silent)
      else expect(ABOUT_THE_FILE).toContain(told.kind)
    }),
  )
})

test('what came later is proven by a later leaf of the same record alone', () => {
  fc.assert(
    fc.property(facts, (given) => {
      if (!verdictName(verdictOf(given)).endsWith('-proven') || !given.leaf.ok) return
      const { leaf } = given.leaf.value
      expect(given.later?.record).toBe(leaf.record)
      expect(given.later?.n).toBeGreaterThan(leaf.n ?? 0)
    }),
  )
})

test('a list is destroyed only where a leaf about no record commits to it', () => {
  fc.assert(
    fc.property(facts, (given) => {
      if (listVerdictOf(given).kind !== 'listDestroyed') return
      const leaf = given.leaf.ok ? given.leaf.value.leaf : undefined
      expect([given.commits, leaf?.event, leaf?.record]).toEqual([true, 'recordNoted', undefined])
    }),
  )
})
