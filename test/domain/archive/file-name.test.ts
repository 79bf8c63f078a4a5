import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileNameOf } from '#domain/archive/file-name.ts'

const nip = '198501012010011901'
const of = (code: string, slot: string) => ({ type: { code }, slot, nip, no: 2, isInForce: true })

test.each([
  ['pns', '', 'SK_PNS_198501012010011901.pdf'],
  ['golongan', 'III/d#skKp', 'SK_KP_IIId_198501012010011901.pdf'],
  ['pendidikan', 'S-1#transkrip', 'TRANSKRIP_S1_198501012010011901.pdf'],
  ['skp22', '2024', 'SKP_2024_198501012010011901.pdf'],
  ['penulisanIlmiah', '9f2c', 'PENULISAN_ILMIAH_9f2c_198501012010011901.pdf'],
])('a file of %s %s is called %s', (code, slot, name) => {
  expect(fileNameOf(of(code, slot))).toBe(name)
})

test('one that is not in force says which version it is', () => {
  const name = fileNameOf({ ...of('pns', ''), isInForce: false })
  expect(name).toBe('SK_PNS_198501012010011901_v2.pdf')
})

test('no name has a sign that a header, a folder or a shell could take for its own', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (slot, someNip) => {
      const name = fileNameOf({ ...of('pns', slot), nip: someNip })
      expect(name).toMatch(/^[A-Za-z0-9_]+\.pdf$/)
    }),
    {
      examples: [
        ['#toString', '1'],
        ['# ', ''],
      ],
    },
  )
})
