import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordsOf } from '#domain/archive/find-records.ts'
import { hasWords } from '#domain/archive/words-in-text.ts'

const words = fc.array(fc.stringMatching(/^[a-z0-9]{1,12}$/), { minLength: 1, maxLength: 6 })

describe('words stand in a text', () => {
  test('whatever their case, their form and what is between them', () => {
    expect(hasWords('KEPUTUSAN Bupati\nNomor: 821.2/045', wordsOf('bupati 821.2/045'))).toBe(true)
    expect(hasWords('ﬁle ＳＫ', wordsOf('file sk'))).toBe(true)
  })

  test('only if all of them do, each whole but for the last', () => {
    expect(hasWords('guru ahli muda', ['guru', 'madya'])).toBe(false)
    expect(hasWords('guru ahli muda', ['guru', 'ah'])).toBe(true)
    expect(hasWords('guru ahli muda', ['gur', 'ahli'])).toBe(false)
  })

  test('in whatever form of the same stem', () => {
    expect(hasWords('telah diangkat menjadi PNS', ['pengangkatan', 'pns'])).toBe(true)
    expect(hasWords('Surat Keputusan pengangkatan', wordsOf('diangkat surat'))).toBe(true)
    expect(hasWords('telah diangkat menjadi PNS', ['pemberhentian', 'pns'])).toBe(false)
  })

  test('in any order, among others', () => {
    fc.assert(
      fc.property(words, fc.array(fc.string()), (sought, others) => {
        const text = [...others, ...sought.toReversed()].join(' — ')
        expect(hasWords(text.toUpperCase(), sought)).toBe(true)
      }),
    )
  })

  test('never where nothing was asked', () => {
    expect(hasWords('guru', [])).toBe(false)
  })
})
