import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MetadataField } from '#domain/archive/metadata-fields.ts'
import { valuesIn } from '#domain/archive/values-in-text.ts'

const DECREE = `BUPATI CONTOH
KEPUTUSAN BUPATI CONTOH
NOMOR : 821.12 / 045 / BKPSDM
TENTANG KENAIKAN PANGKAT
Mengingat Undang-Undang Nomor 20 Tahun 2023;
MENETAPKAN: pangkat Penata Muda golongan ruang III/a
terhitung mulai tanggal 1 April 2020`
const LAST = `Ditetapkan di Kota Contoh
pada tanggal 2 Maret 2020`

test('archive.md 4.8: a decree tells its number, days and rank, and on which page', () => {
  const fields = [
    'decreeNumber',
    'decreeDate',
    'effectiveDate',
    'rankGrade',
    'positionName',
  ] as const
  expect(
    valuesIn(
      [
        { page: 1, text: DECREE },
        { page: 4, text: LAST },
      ],
      fields,
    ),
  ).toEqual({
    decreeNumber: { value: '821.12/045/BKPSDM', page: 1 },
    decreeDate: { value: '2020-03-02', page: 4 },
    effectiveDate: { value: '2020-04-01', page: 1 },
    rankGrade: { value: 'III/a', page: 1 },
  })
})

test.each<[MetadataField, string, string | undefined]>([
  ['decreeNumber', 'Nomor 821/17/2010 Tentang', '821/17/2010'],
  ['decreeNumber', 'nomor urut pegawai', undefined],
  ['decreeDate', 'Ditetapkan di Contoh, tanggal 02-03-2020', '2020-03-02'],
  ['decreeDate', 'Ditetapkan di Contoh, tanggal 31 Februari 2020', undefined],
  ['decreeDate', 'Undang-Undang tanggal 2 Maret 2020', undefined],
  ['effectiveDate', 'TMT: 1/4/2020', '2020-04-01'],
  ['effectiveDate', 'T.M.T. 1 April 2020', '2020-04-01'],
  ['effectiveDate', 'terhitung mulai tanggal 1 Aprill 2020', undefined],
  ['rankGrade', 'Pangkat / golongan : Pembina (IV/a)', 'IV/a'],
  ['rankGrade', 'golongan darah O', undefined],
])('archive.md 4.8: %s in "%s" is %s', (field, text, value) => {
  expect(valuesIn([{ page: 1, text }], [field])[field]?.value).toBe(value)
})

test('of any text a number that is told stands in it', () => {
  const words = fc.constantFrom('nomor', ':', '1', '/', 'a.b', ' ')
  const texts = fc
    .array(fc.oneof(words, fc.string()), { maxLength: 40 })
    .map((all) => `nomor ${all.join(' ')}`)
  fc.assert(
    fc.property(texts, (text) => {
      const { decreeNumber } = valuesIn([{ page: 1, text }], ['decreeNumber'])
      const plain = text.replace(/\s?\/\s?/g, '/')
      if (decreeNumber) expect(plain).toContain(decreeNumber.value)
    }),
  )
})

test.each([
  ['nomor-', 80_000],
  ['nomor'.padEnd(105), 5000],
  ['tanggal'.padEnd(500), 1000],
  ['terhitung'.padEnd(500), 1000],
])('a page of "%s" is read to its end, however often', (piece, times) => {
  const fields = ['decreeNumber', 'decreeDate', 'effectiveDate', 'rankGrade'] as const
  expect(valuesIn([{ page: 1, text: piece.repeat(times) }], fields)).toEqual({})
})
