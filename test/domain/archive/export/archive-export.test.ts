import { describe, expect, test } from 'vitest'
import {
  type ArchiveExport,
  type Asking,
  askExport,
  type ExportId,
  exportUntil,
  mayTakeExport,
} from '#domain/archive/export/archive-export.ts'
import { after as later } from '#domain/instant.ts'
import { no, ok } from '#domain/result.ts'
import { NOW } from '#test/support/builders.ts'
import { archiveExports } from '#test/support/exports.ts'

const hold = { until: later(NOW, 60), because: 'reactivation' } as const

function asking(fields: Partial<Asking> = {}): Asking {
  return { verified: 1, askedOfLate: 2, hold: undefined, now: NOW, ...fields }
}

describe('Unduh arsip saya is asked', () => {
  test('once there is something, and takes the place of the one that is ready', () => {
    expect(askExport(undefined, asking())).toEqual(ok({ replaces: undefined }))
    const id = 'unduhan' as ExportId
    expect(askExport(archiveExports.ready, asking())).toEqual(ok({ replaces: id }))
  })

  test.each(['asked', 'building'] as const)('not while one is %s', (state) => {
    expect(askExport(archiveExports[state], asking())).toEqual(no({ kind: 'underWay' }))
  })

  test('not for nothing, and three times a day', () => {
    expect(askExport(undefined, asking({ verified: 0 }))).toEqual(no({ kind: 'nothingVerified' }))
    expect(askExport(undefined, asking({ askedOfLate: 3 }))).toEqual(
      no({ kind: 'askedTooOften', most: 3 }),
    )
  })

  test('R-RS-07 not under a hold of the account, whatever else there is', () => {
    expect(askExport(archiveExports.building, asking({ hold }))).toEqual(no({ kind: 'held', hold }))
    expect(askExport(undefined, asking({ hold, now: hold.until })).ok).toBe(true)
  })
})

describe('it is taken', () => {
  const { ready } = archiveExports
  const may = (one: ArchiveExport, now = NOW, held: typeof hold | undefined = undefined) =>
    mayTakeExport(one, held, now)

  test('for seven days from when it was ready', () => {
    expect(exportUntil(NOW)).toEqual(later(NOW, 7 * 24 * 3600))
    expect(may(ready, new Date(ready.until.getTime() - 1))).toBe(true)
    expect(may(ready, ready.until)).toBe(false)
  })

  test('R-RS-07 not under a hold of the account', () => {
    expect(may(ready, NOW, hold)).toBe(false)
    expect(may(ready, hold.until, hold)).toBe(true)
  })

  test.each(['asked', 'building', 'failed', 'ended'] as const)('not when it is %s', (state) => {
    expect(may(archiveExports[state])).toBe(false)
  })
})
