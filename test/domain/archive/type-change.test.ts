import { describe, expect, test } from 'vitest'
import {
  type ChangedTerm,
  changesFor,
  changesOfForm,
  type TypeChange,
} from '#domain/archive/type-change.ts'
import { type TypeTerms, termsOf } from '#domain/archive/type-terms.ts'
import { NOW } from '#test/support/builders.ts'
import { recordType } from '#test/support/record-types.ts'

const before = termsOf(recordType('cltn'))
const change = (fields: Partial<TypeTerms>): TypeChange => ({
  type: 'cltn',
  before,
  terms: { ...before, ...fields },
  at: NOW,
})
const told = (terms: ChangedTerm[]) => [{ type: 'cltn', at: NOW, terms }]
const OWN = new Set(['cltn'])
const NONE = new Set<string>()

describe('a change of a type', () => {
  test('tells whoever is asked for one more document, and whoever is asked no more, whatever else changed', () => {
    const more = change({ appliesTo: ['pns', 'pppk'], maxPages: 3 })
    expect(changesFor('pppk', NONE, [more])).toEqual(told([{ kind: 'asked', of: 'pppk' }]))
    const less = change({ appliesTo: ['pppk'], maxPages: 3 })
    expect(changesFor('pns', OWN, [less])).toEqual(told([{ kind: 'notAsked', of: 'pns' }]))
  })

  test('tells nobody of whom nothing else is asked', () => {
    const more = change({ appliesTo: ['pns', 'pppk'] })
    expect(changesFor('cpns', OWN, [more])).toEqual([])
    expect(changesFor('pns', OWN, [more])).toEqual([])
    expect(changesFor('cpns', OWN, [change({ maxPages: 3 })])).toEqual([])
  })

  test.each<[Partial<TypeTerms>, ChangedTerm]>([
    [{ name: 'Cuti' }, { kind: 'renamed', before: before.name, to: 'Cuti' }],
    [{ maxBytes: 204_800 }, { kind: 'bytes', before: before.maxBytes, to: 204_800 }],
    [{ maxPages: 3 }, { kind: 'pages', before: 300, to: 3 }],
    [
      { requiredMetadata: [...before.requiredMetadata.slice(1), 'title'] },
      { kind: 'fields', added: ['title'], dropped: ['decreeNumber'] },
    ],
    [{ securityClass: 'secret' }, { kind: 'secret' }],
  ])('of %j tells whoever has such a document, or sends one', (fields, term) => {
    expect(changesFor('pns', OWN, [change(fields)])).toEqual(told([term]))
    expect(changesFor('pns', NONE, [change(fields)])).toEqual([])
    expect(changesOfForm([change(fields)])).toEqual(told([term]))
  })

  test('that asks the same of whoever sends one is no news at the form', () => {
    expect(changesOfForm([change({ appliesTo: ['pns', 'pppk'] })])).toEqual([])
  })
})
