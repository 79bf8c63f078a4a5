import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderUpload, parseUploadName, type Upload } from '#domain/import/upload.ts'
import { no, ok } from '#domain/result.ts'

const STATES = [
  'waiting',
  'reading',
  'unreadable',
  'read',
  'due',
  'applying',
  'applied',
  'discarded',
] as const satisfies readonly Upload['state'][]

describe('R-AK-02 a file that was sent', () => {
  test('is applied once it is read, and not before its report is there', () => {
    expect(orderUpload({ state: 'read' }, 'apply')).toEqual(ok('due'))
    for (const state of ['waiting', 'reading', 'unreadable'] as const)
      expect(orderUpload({ state }, 'apply')).toEqual(no('notRead'))
    for (const state of ['due', 'applying'] as const)
      expect(orderUpload({ state }, 'apply')).toEqual(no('applyingNow'))
  })

  test('is stopped while it is applied, and can go on', () => {
    for (const state of ['due', 'applying'] as const)
      expect(orderUpload({ state }, 'stop')).toEqual(ok('read'))
    for (const state of ['waiting', 'reading', 'unreadable', 'read'] as const)
      expect(orderUpload({ state }, 'stop')).toEqual(no('notApplying'))
  })

  test('is discarded at any time but while it is applied', () => {
    for (const state of ['waiting', 'reading', 'unreadable', 'read'] as const)
      expect(orderUpload({ state }, 'discard')).toEqual(ok('discarded'))
    for (const state of ['due', 'applying'] as const)
      expect(orderUpload({ state }, 'discard')).toEqual(no('applyingNow'))
  })

  test('stays what it is once it is over, whatever is ordered', () => {
    const order = fc.constantFrom('apply' as const, 'stop' as const, 'discard' as const)
    fc.assert(
      fc.property(fc.constantFrom(...STATES), fc.array(order), (start, orders) => {
        let state: Upload['state'] = start
        for (const one of orders) {
          const next = orderUpload({ state }, one)
          if (state === 'applied' || state === 'discarded') expect(next).toEqual(no('over'))
          if (next.ok) state = next.value
        }
      }),
    )
  })
})

describe('R-AK-02 the name of a file', () => {
  test.each([
    ['pegawai.csv', 'pegawai.csv', '.csv'],
    ['C:\\Data\\Pegawai 1.CSV', 'Pegawai 1.CSV', '.csv'],
    ['../../etc/users.ndjson', 'users.ndjson', '.ndjson'],
    ['a\u0000\u202eb.json', 'ab.json', '.json'],
  ])('%j is %j of kind %s', (text, name, kind) => {
    expect(parseUploadName(text)).toEqual(ok({ name, kind }))
  })

  test.each(['', '.csv', 'pegawai', 'pegawai.csv.exe', 'pegawai.xlsx'])('%j is none', (text) => {
    expect(parseUploadName(text)).toEqual(no('kind'))
  })

  test('is never longer than its column, and keeps its kind', () => {
    const read = parseUploadName(`${'x'.repeat(500)}.csv`)
    expect(read).toMatchObject({ ok: true, value: { kind: '.csv' } })
    expect(read.ok && read.value.name.length).toBe(100)
  })
})
