import { describe, expect, test } from 'vitest'
import { type SlotVersion, slotStateOf } from '#domain/archive/slot-state.ts'

const SINCE = new Date('2026-11-20T02:00:00Z')
const SUBMITTED = new Date('2026-11-19T02:00:00Z')
const RETURNED = { codes: ['unreadable'] as const, note: 'Buram.' }

function version(status: SlotVersion['status'], fields: Partial<SlotVersion> = {}): SlotVersion {
  return {
    status,
    since: SINCE,
    submittedAt: undefined,
    ahead: undefined,
    returned: undefined,
    ...fields,
  }
}

const returned = version('returned', { returned: RETURNED })
const awaiting = version('awaitingVerification', { submittedAt: SUBMITTED, ahead: 12 })

function stateOf(...versions: SlotVersion[]) {
  return slotStateOf([{ stage: 'active', versions }])
}

describe('a slot', () => {
  test('nobody has sent anything for is missing, as is one whose file was refused or taken back', () => {
    expect(slotStateOf([])).toEqual({ kind: 'missing' })
    expect(stateOf(version('rejectedBySystem'), version('withdrawn'))).toEqual({ kind: 'missing' })
  })

  test('is what its farthest version is', () => {
    expect(stateOf(returned)).toEqual({ kind: 'returned', ...RETURNED })
    expect(stateOf(returned, version('quarantined'))).toEqual({ kind: 'processing', since: SINCE })
    expect(stateOf(returned, awaiting)).toEqual({
      kind: 'awaitingVerification',
      since: SUBMITTED,
      ahead: 12,
    })
    expect(stateOf(version('verified'), awaiting)).toEqual({ kind: 'present' })
    expect(stateOf(version('superseded'), awaiting)).toMatchObject({ kind: 'awaitingVerification' })
  })

  test('tells the last return of several', () => {
    const earlier = version('returned', { returned: { codes: ['wrongPerson'], note: '' } })
    expect(stateOf(earlier, returned)).toMatchObject({ codes: ['unreadable'] })
  })

  test('is expected no more once its document was destroyed, unless there is a new one', () => {
    const destroyed = { stage: 'destroyed', versions: [version('verified')] } as const
    expect(slotStateOf([destroyed])).toBeUndefined()
    expect(slotStateOf([destroyed, { stage: 'draft', versions: [] }])).toEqual({ kind: 'missing' })
  })
})
