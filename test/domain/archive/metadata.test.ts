import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMetadata } from '#domain/archive/metadata.ts'
import { FIELDS, isMetadataField, type MetadataField } from '#domain/archive/metadata-fields.ts'
import { no, ok } from '#domain/result.ts'
import { recordType, recordTypes, vectors } from '#test/support/record-types.ts'

const TODAY = { year: 2026, month: 11, day: 26 }

function read(field: MetadataField, text: string) {
  const one = readMetadata({ requiredMetadata: [field] }, { [field]: text }, TODAY)
  return one.ok ? one.value[field] : one.problem[field]
}

describe('metadata', () => {
  test('of SK PNS is read whole, and nothing that the type does not ask for', () => {
    const typed = {
      decreeNumber: ' 800/ 12 ',
      decreeDate: '2014-03-01',
      effectiveDate: '1-4-2014',
      issuingOfficial: 'Bupati Contoh',
      rankGrade: 'iiia',
      title: 'apa saja',
    }
    expect(readMetadata(recordType('pns'), typed, TODAY)).toEqual(
      ok({
        decreeNumber: '800/ 12',
        decreeDate: '2014-03-01',
        effectiveDate: '2014-04-01',
        issuingOfficial: 'Bupati Contoh',
        rankGrade: 'III/a',
      }),
    )
  })

  test('names every field that is wrong, and why', () => {
    const typed = { decreeDate: '31-2-2014', effectiveDate: '2014-04-01', rankGrade: 'V/a' }
    expect(readMetadata(recordType('pns'), typed, TODAY)).toEqual(
      no({
        decreeNumber: { kind: 'empty' },
        decreeDate: { kind: 'notADate' },
        issuingOfficial: { kind: 'empty' },
        rankGrade: { kind: 'notARank' },
      }),
    )
  })

  test.each<[MetadataField, string, unknown]>([
    ['decreeDate', '2026-11-26', '2026-11-26'],
    ['decreeDate', '2026-11-27', { kind: 'inTheFuture' }],
    ['decreeDate', '1945-01-01', '1945-01-01'],
    ['decreeDate', '1944-12-31', { kind: 'tooEarly' }],
    ['effectiveDate', '2028-11-26', '2028-11-26'],
    ['effectiveDate', '2028-11-27', { kind: 'tooLate', years: 2 }],
    ['endDate', '2036-11-26', '2036-11-26'],
    ['endDate', '2036-11-27', { kind: 'tooLate', years: 10 }],
    ['decreeDate', '17/08/2020', '2020-08-17'],
    ['decreeDate', '17.8.2020', '2020-08-17'],
    ['decreeDate', '17 Agustus 2020', { kind: 'notADate' }],
    ['performanceYear', '2026', '2026'],
    ['performanceYear', '2027', { kind: 'inTheFuture' }],
    ['performanceYear', '22', { kind: 'notAYear' }],
    ['agreementNumber', '01', '1'],
    ['agreementNumber', '10', { kind: 'outOfRange', least: 1, most: 9 }],
    ['addedMonths', '11', '11'],
    ['addedMonths', '12', { kind: 'outOfRange', least: 0, most: 11 }],
    ['addedYears', '-1', { kind: 'notANumber' }],
    ['creditPoints', '150,250', '150,25'],
    ['creditPoints', '150,0', '150'],
    ['creditPoints', '1.234', { kind: 'notANumber' }],
    ['rankGrade', 'IV/e', 'IV/e'],
    ['rankGrade', 'III e', { kind: 'notARank' }],
    ['decreeNumber', 'x'.repeat(100), 'x'.repeat(100)],
    ['decreeNumber', 'x'.repeat(101), { kind: 'tooLong', longest: 100 }],
    ['decreeNumber', ' \u200b\u0000 ', { kind: 'empty' }],
  ])('reads %s "%s" as %o', (field, text, expected) => {
    expect(read(field, text)).toEqual(expected)
  })

  test('does not end before it begins', () => {
    const typed = { startDate: '2020-02-02', endDate: '2020-02-01' }
    const asked = { requiredMetadata: ['startDate', 'endDate'] as const }
    expect(readMetadata(asked, typed, TODAY)).toEqual(no({ endDate: { kind: 'beforeStart' } }))
    expect(readMetadata(asked, { ...typed, endDate: '2020-02-02' }, TODAY).ok).toBe(true)
  })

  test('once read is read again as it is', () => {
    const typed = fc.dictionary(
      fc.constantFrom(...Object.keys(FIELDS)),
      fc.oneof(fc.string(), fc.constantFrom('2020-2-2', '1-1-1999', '12,50', '007', 'IVe', '2021')),
    )
    fc.assert(
      fc.property(fc.constantFrom(...recordTypes), typed, (type, texts) => {
        const requiredMetadata = type.requiredMetadata.filter((field) => texts[field])
        const first = readMetadata({ requiredMetadata }, texts, TODAY)
        if (first.ok) expect(readMetadata({ requiredMetadata }, first.value, TODAY)).toEqual(first)
      }),
    )
  })

  test('has every field that a type asks for', () => {
    expect(Object.keys(vectors.fields).filter((field) => !isMetadataField(field))).toEqual([])
    const asked = recordTypes.flatMap((type) => type.requiredMetadata)
    expect(asked.filter((field) => !isMetadataField(field))).toEqual([])
  })
})
