import { describe, expect, test } from 'vitest'
import type { MandateId, Role } from '#domain/access/mandate.ts'
import { mayOfferRemoval, type RowRemoval, removeRow } from '#domain/archive/remove-row.ts'
import type { SlotState } from '#domain/archive/slot-state.ts'
import type { PersonId } from '#domain/person.ts'
import { no, ok } from '#domain/result.ts'

const person = 'subject' as PersonId
const own = { person, hat: undefined }
const desk = (role: Role = 'officer') => ({
  person: 'officer' as PersonId,
  hat: { id: 'hat' as MandateId, role },
})
const reached = { person, isReached: true }

function removal(fields: Partial<RowRemoval> = {}): RowRemoval {
  const known = { wasVerified: false, waits: false }
  return { source: 'person', by: own, subject: reached, ...known, ...fields }
}

describe('a row that was added by mistake', () => {
  test('goes at the word of its person, or of an officer on behalf', () => {
    expect(removeRow(removal())).toEqual(ok(true))
    expect(removeRow(removal({ by: desk() }))).toEqual(ok(true))
    expect(removeRow(removal({ by: desk(), source: 'officer' }))).toEqual(ok(true))
  })

  test('stays where the national data has it, whoever asks', () => {
    for (const by of [own, desk()])
      expect(removeRow(removal({ by, source: 'national' }))).toEqual(no({ kind: 'national' }))
  })

  test('that an officer added is not taken back by its person', () => {
    expect(removeRow(removal({ source: 'officer' }))).toEqual(no({ kind: 'byOfficer' }))
  })

  test('stays once a document of it was verified, and while one waits', () => {
    expect(removeRow(removal({ wasVerified: true }))).toEqual(no({ kind: 'wasVerified' }))
    expect(removeRow(removal({ waits: true }))).toEqual(no({ kind: 'waits' }))
  })

  test('is no matter of others', () => {
    const stranger = { person: 'other' as PersonId, hat: undefined }
    const lost = { person, isReached: false }
    expect(removeRow(removal({ by: stranger }))).toEqual(no({ kind: 'noRight' }))
    expect(removeRow(removal({ by: desk('verifier') }))).toEqual(no({ kind: 'noRight' }))
    expect(removeRow(removal({ by: desk(), subject: lost }))).toEqual(no({ kind: 'noRight' }))
  })
})

describe('a page offers it', () => {
  const row = (source: RowRemoval['source']) =>
    ({ kind: 'history', row: { label: 'x', onDate: undefined, source } }) as const
  const missing: SlotState = { kind: 'missing' }

  test('to whom it may be theirs, of what is not there', () => {
    expect(mayOfferRemoval({ why: row('person'), state: missing }, false)).toBe(true)
    expect(mayOfferRemoval({ why: row('officer'), state: missing }, true)).toBe(true)
    expect(mayOfferRemoval({ why: row('officer'), state: missing }, false)).toBe(false)
    expect(mayOfferRemoval({ why: row('national'), state: missing }, true)).toBe(false)
    expect(mayOfferRemoval({ why: row('person'), state: { kind: 'present' } }, false)).toBe(false)
    expect(mayOfferRemoval({ why: { kind: 'everyone' }, state: missing }, false)).toBe(false)
  })
})
