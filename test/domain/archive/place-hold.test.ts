import { describe, expect, test } from 'vitest'
import { parseBasis, parseCaseNumber } from '#domain/archive/hold-case.ts'
import { type HoldableRecord, placeHold } from '#domain/archive/place-hold.ts'
import { type RecordId, STAGES, type Stage } from '#domain/archive/record.ts'
import { no } from '#domain/result.ts'
import { actor, SUBJECT, wantedHold } from '#test/support/holds.ts'

const now = new Date('2026-11-21T05:00:00Z')
const today = { year: 2026, month: 11, day: 21 }
const around = { by: actor('placer'), now, today }
const gone = new Date('2026-11-20T02:00:00Z')

function record(id: string, stage: Stage, type = 'pns', keysGoneAt?: Date): HoldableRecord {
  return { id: id as RecordId, type, stage, keysGoneAt }
}

const IN_BATCH: readonly Stage[] = [
  'underAppraisal',
  'proposedForDestruction',
  'waitingPeriod',
  'destroying',
]

describe('T24 placing a hold', () => {
  test.each(STAGES)('I1 holds a record that is %s, as long as its keys are there', (stage) => {
    const placed = placeHold(wantedHold(), [record('a', stage)], around)
    const value = placed.ok ? placed.value : undefined
    expect(value).toMatchObject({ held: ['a'], tooLate: [] })
    expect(value?.taken).toEqual(IN_BATCH.includes(stage) ? ['a'] : [])
  })

  test('covers what its scope says, and nothing else', () => {
    const records = [record('a', 'active'), record('b', 'active', 'cpns')]
    const held = (wanted: Parameters<typeof wantedHold>[0]) => {
      const placed = placeHold(wantedHold(wanted), records, around)
      return placed.ok ? placed.value.held : placed.problem
    }
    expect(held({ scope: { of: 'person' } })).toEqual(['a', 'b'])
    expect(held({ scope: { of: 'type', type: 'cpns' } })).toEqual(['b'])
    expect(held({ scope: { of: 'type', type: 'drh' } })).toEqual([])
    expect(held({ scope: { of: 'record', record: 'a' as RecordId } })).toEqual(['a'])
  })

  test('is placed on somebody without any record, for those that come', () => {
    const placed = placeHold(wantedHold(), [], around)
    const nothing = { held: [], taken: [], tooLate: [] }
    expect(placed.ok && placed.value).toMatchObject({ hold: { state: 'on' }, ...nothing })
  })

  test('comes too late for a record whose keys are gone, and says since when', () => {
    const records = [record('a', 'destroying', 'pns', gone), record('b', 'destroying')]
    const whole = placeHold(wantedHold(), records, around)
    const late = [{ record: 'a', at: gone }]
    expect(whole.ok && whole.value).toMatchObject({ held: ['b'], taken: ['b'], tooLate: late })
    const one = wantedHold({ scope: { of: 'record', record: 'a' as RecordId } })
    expect(placeHold(one, records, around)).toEqual(no({ kind: 'tooLate', at: gone }))
  })

  test('is refused on oneself, on a record of somebody else, and without a day to look again', () => {
    const other = { of: 'record', record: 'x' as RecordId } as const
    const problem = (fields: Parameters<typeof wantedHold>[0]) => {
      const placed = placeHold(wantedHold(fields), [record('a', 'active')], around)
      return placed.ok ? undefined : placed.problem.kind
    }
    expect(problem({ person: around.by.person })).toBe('oneself')
    expect(problem({ scope: other })).toBe('noSuchRecord')
    expect(problem({ reviewOn: undefined })).toBe('noReviewDate')
    expect(problem({ reviewOn: today })).toBe('reviewNotLater')
    expect(problem({ reviewOn: { ...today, day: 22 } })).toBeUndefined()
    expect(problem({ reviewOn: { ...today, year: 2027 } })).toBeUndefined()
    expect(problem({ reviewOn: { year: 2027, month: 11, day: 22 } })).toBe('reviewTooLate')
    expect(problem({ person: SUBJECT })).toBeUndefined()
  })
})

describe('the case of a hold', () => {
  test('its basis has ten letters that can be seen, and at most a thousand', () => {
    expect(parseBasis(' Surat\u200B 12/A ')).toEqual({ ok: true, value: 'Surat 12/A' })
    expect(parseBasis('Surat')).toEqual(no({ kind: 'basisTooShort', length: 5 }))
    expect(parseBasis('x'.repeat(1000)).ok).toBe(true)
    expect(parseBasis('x'.repeat(1001))).toEqual(no({ kind: 'basisTooLong' }))
  })

  test('its number is a line of at most a hundred letters', () => {
    expect(parseCaseNumber(' 12/G/2026\n')).toEqual({ ok: true, value: '12/G/2026' })
    expect(parseCaseNumber(' \n')).toEqual(no({ kind: 'noCaseNumber' }))
    expect(parseCaseNumber('1'.repeat(101))).toEqual(no({ kind: 'caseNumberTooLong' }))
  })
})
