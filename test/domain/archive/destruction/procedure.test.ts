import { describe, expect, test } from 'vitest'
import type { AgencyId } from '#domain/agency.ts'
import type { Batch, BatchId } from '#domain/archive/destruction/batch.ts'
import { type ProcedureFacts, procedureOf } from '#domain/archive/destruction/procedure.ts'
import type { PersonId } from '#domain/person.ts'

const NOW = new Date('2026-11-21T12:00:00+07:00')
const executor = 'chair' as PersonId

const drawnUp = {
  id: 'batch' as BatchId,
  agency: 'agency' as AgencyId,
  since: NOW,
  manifest: { n: 2, base: 1, sha256: '' },
  parties: [],
  signatures: [],
  papers: [],
  filed: [],
}
const facts: ProcedureFacts = {
  open: 0,
  unappraised: 0,
  due: { agency: true, nationalArchives: false },
  openObjections: 0,
  openRequests: 0,
  unchecked: 0,
  unrecorded: 0,
  failing: 0,
  now: NOW,
}

function statesOf(batch: Batch): string[] {
  return procedureOf(batch, facts).map(({ step, state }) => `${step} ${state}`)
}

describe('archive.md 6.3 the steps of a list that is over', () => {
  test('are all done where it was executed', () => {
    const states = procedureOf({ ...drawnUp, state: 'closed', executor }, facts)
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['done']))
  })

  test('claim no witness, no certificate and no paper where everything was taken from it before', () => {
    const closed = { ...drawnUp, state: 'closed', executor: undefined } as const
    const done = ['selection done', 'list done']
    expect(statesOf({ ...closed, papers: ['minutes'], filed: ['minutes'] })).toEqual([
      'panel never',
      ...done,
      'appraisal done',
      'recommendation never',
      'approval never',
      'order never',
      'execution never',
      'certificate never',
      'keeping never',
    ])
  })

  test('wait for nothing any more', () => {
    const closed = { ...drawnUp, state: 'closed', executor: undefined } as const
    expect(procedureOf(closed, facts).flatMap(({ missing }) => missing)).toEqual([])
  })
})
