import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bagInfoText, bagNames, manifestText } from '#domain/archive/export/bag.ts'

const NIP = '198501012010011901'

test('the documents of a bag are called what people call them', () => {
  const documents = [
    { type: 'pns', slot: '', no: 3 },
    { type: 'golongan', slot: 'III/d#skKp', no: 1 },
  ]
  expect(bagNames(documents, NIP)).toEqual([`data/SK_PNS_${NIP}.pdf`, `data/SK_KP_IIId_${NIP}.pdf`])
})

test('no two are called alike, nor by what some systems take for alike, nor by more than plain signs', () => {
  const slot = fc.string({
    unit: fc.constantFrom('a', 'A', '/', '#', 'é', '.', '2', '_'),
    maxLength: 4,
  })
  const document = fc.record({
    type: fc.constantFrom('pns', 'PNS', 'drh'),
    slot,
    no: fc.constant(1),
  })
  fc.assert(
    fc.property(fc.array(document, { maxLength: 30 }), (documents) => {
      const names = bagNames(documents, NIP)
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(documents.length)
      for (const name of names) expect(name).toMatch(/^data\/[A-Za-z0-9_]+\.pdf$/)
    }),
  )
})

test('a manifest has a line a file, as sha256sum reads it', () => {
  const line = { name: 'data/a.pdf', bytes: 3, sha256: 'ab'.repeat(32) }
  expect(manifestText([line])).toBe(`${'ab'.repeat(32)}  data/a.pdf\n`)
  expect(bagInfoText([line, { ...line, bytes: 4 }], '2026-11-21', 'BKN')).toContain(
    'Payload-Oxum: 7.2\n',
  )
})
