import { describe, expect, test } from 'vitest'
import { type Reception, receiveUpload } from '#domain/archive/receive-upload.ts'
import type { Upload } from '#domain/archive/upload.ts'
import { no, ok } from '#domain/result.ts'
import { recordType } from '#test/support/record-types.ts'
import { OWNER, uploads } from '#test/support/versions.ts'

function receive(upload: Upload, fields: Partial<Reception> = {}) {
  return receiveUpload(upload, {
    uploader: { person: OWNER, hat: undefined },
    subject: { person: OWNER, kind: 'pns', isReached: true },
    type: recordType('pns'),
    slotExists: true,
    stage: undefined,
    bytes: 1000,
    hashMatches: true,
    ...fields,
  })
}

describe('T2 an upload is received', () => {
  test.each(['arriving', 'arrived'] as const)('once it is whole: %s', (state) => {
    expect(receive(uploads[state])).toEqual(ok(true))
  })

  test('once, whatever is asked again', () => {
    expect(receive(uploads.received)).toEqual(no({ kind: 'alreadyReceived' }))
    expect(receive(uploads.refused)).toEqual(no({ kind: 'hashDiffers' }))
  })

  test('never half, and what is missing is no refusal of the file', () => {
    expect(receive(uploads.arriving, { bytes: 999 })).toEqual(no({ kind: 'notWhole' }))
    expect(receive(uploads.arriving, { bytes: 1001 })).toEqual(no({ kind: 'lengthDiffers' }))
  })

  test.each([
    ['hashDiffers', { hashMatches: false }],
    ['noRight', { subject: { person: OWNER, kind: 'pns', isReached: false } }],
    ['doesNotApply', { slotExists: false }],
    ['doesNotApply', { type: undefined }],
    ['doesNotApply', { type: recordType('niPppk') }],
    ['recordClosed', { stage: 'retentionEnded' }],
  ] as const)('fault 19: not if it is otherwise by now: %s', (kind, fields) => {
    expect(receive(uploads.arrived, fields)).toEqual(no({ kind }))
  })
})
