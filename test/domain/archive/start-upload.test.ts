import { describe, expect, test } from 'vitest'
import type { Role } from '#domain/access/mandate.ts'
import { STAGES, takesVersions } from '#domain/archive/record.ts'
import { startUpload, type UploadStart } from '#domain/archive/start-upload.ts'
import { HARD_CAP, MOST_A_DAY, MOST_OPEN, PICTURES_CAP, type Twin } from '#domain/archive/upload.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { no, ok } from '#domain/result.ts'
import { recordType } from '#test/support/record-types.ts'
import { HAT, OFFICER, OWNER } from '#test/support/versions.ts'

const MEGABYTE = 1024 * 1024
const twin: Twin = { version: 'v' as VersionId, status: 'returned', type: 'pns', slot: '' }

function start(fields: Partial<UploadStart> = {}) {
  return startUpload({
    uploader: { person: OWNER, hat: undefined },
    subject: { person: OWNER, kind: 'pns', isReached: true },
    type: recordType('pns'),
    slotExists: true,
    stage: undefined,
    form: 'document',
    bytes: 1000,
    open: 0,
    today: 0,
    twin: undefined,
    ...fields,
  })
}

function under(role: Role, isReached = true, person = OFFICER) {
  return {
    uploader: { person, hat: { id: HAT, role } },
    subject: { person: OWNER, kind: 'pns', isReached } as const,
  }
}

describe('T1 an upload begins', () => {
  test('by its person, and by an officer whose hat reaches them', () => {
    expect(start()).toEqual(ok(true))
    expect(start(under('officer'))).toEqual(ok(true))
  })

  test.each([
    ['a stranger without a hat', { uploader: { person: OFFICER, hat: undefined } }],
    ['a hat that does not upload', under('verifier')],
    ['a hat out of scope', under('officer', false)],
    ['an officer for themself, under the hat', under('officer', true, OWNER)],
    ['an account that is frozen', { subject: { person: OWNER, kind: 'pns', isReached: false } }],
  ] as const)('but not by %s', (_, fields) => {
    expect(start(fields)).toEqual(no({ kind: 'noRight' }))
  })

  test.each([
    ['a type that is not', { type: undefined }],
    ['a type of others', { type: recordType('niPppk') }],
    ['a place that nothing is expected in', { slotExists: false }],
  ])('but not for %s', (_, fields) => {
    expect(start(fields)).toEqual(no({ kind: 'doesNotApply' }))
  })

  test.each(STAGES)('only while nobody has begun to end the record: %s', (stage) => {
    const expected = takesVersions(stage) ? ok(true) : no({ kind: 'recordClosed', stage })
    expect(start({ stage })).toEqual(expected)
  })

  test('up to the cap of its type, of the archive, or of pictures', () => {
    const large = { ...recordType('pns'), maxBytes: 2 * HARD_CAP }
    const tooLarge = (most: number) => no({ kind: 'tooLarge', most })
    expect(start({ bytes: MEGABYTE })).toEqual(ok(true))
    expect(start({ bytes: MEGABYTE + 1 })).toEqual(tooLarge(MEGABYTE))
    expect(start({ type: large, bytes: HARD_CAP })).toEqual(ok(true))
    expect(start({ type: large, bytes: HARD_CAP + 1 })).toEqual(tooLarge(HARD_CAP))
    expect(start({ form: 'photos', bytes: PICTURES_CAP })).toEqual(ok(true))
    expect(start({ form: 'photos', bytes: PICTURES_CAP + 1 })).toEqual(tooLarge(PICTURES_CAP))
    expect(start({ bytes: 0 })).toEqual(no({ kind: 'empty' }))
  })

  test('with five open at most, and never with what is there already', () => {
    expect(start({ open: MOST_OPEN - 1 })).toEqual(ok(true))
    expect(start({ today: MOST_A_DAY - 1 })).toEqual(ok(true))
    expect(start({ today: MOST_A_DAY })).toEqual(no({ kind: 'tooManyToday', most: MOST_A_DAY }))
    expect(start({ open: MOST_OPEN })).toEqual(no({ kind: 'tooManyOpen', most: MOST_OPEN }))
    expect(start({ twin })).toEqual(no({ kind: 'identicalTwin', twin }))
  })
})
