import { describe, expect, test } from 'vitest'
import {
  NOTE_MOST,
  readReturn,
  returnVersion,
  type TypedReturn,
} from '#domain/archive/return-version.ts'
import { no, ok } from '#domain/result.ts'
import { NOON } from '#test/support/phone.ts'
import { awaiting, judge, SUBJECT, UPLOADER, VERIFIER, waiting } from '#test/support/waiting.ts'

const PAGES = 3
const typed = (fields: Partial<TypedReturn> = {}): TypedReturn => ({
  codes: ['unreadable'],
  note: '',
  page: '',
  box: '',
  ...fields,
})

describe('T7 why a version goes back', () => {
  test('takes at least one code that is one', () => {
    expect(readReturn(typed({ codes: [] }), PAGES)).toEqual(no({ kind: 'noCode' }))
    expect(readReturn(typed({ codes: ['buram'] }), PAGES)).toEqual(no({ kind: 'noCode' }))
    expect(readReturn(typed(), PAGES)).toEqual(
      ok({ codes: ['unreadable'], note: '', place: undefined }),
    )
  })

  test('has codes in their own order and each once, whatever was sent', () => {
    const read = readReturn(typed({ codes: ['wrongPerson', 'unreadable', 'wrongPerson'] }), PAGES)
    expect(read.ok && read.value.codes).toEqual(['unreadable', 'wrongPerson'])
  })

  test('says more where the code says nothing', () => {
    const other = typed({ codes: ['other'], note: ' \u200b ' })
    expect(readReturn(other, PAGES)).toEqual(no({ kind: 'noteMissing' }))
    expect(readReturn({ ...other, note: 'Stempel tidak ada' }, PAGES).ok).toBe(true)
  })

  test('is one line of at most 500 characters', () => {
    expect(readReturn(typed({ note: 'a'.repeat(NOTE_MOST) }), PAGES).ok).toBe(true)
    const long = readReturn(typed({ note: 'a'.repeat(NOTE_MOST + 1) }), PAGES)
    expect(long).toEqual(no({ kind: 'noteTooLong', most: NOTE_MOST }))
    const lines = readReturn(typed({ note: 'satu\n dua' }), PAGES)
    expect(lines.ok && lines.value.note).toBe('satu dua')
  })

  test.each(['0', '4', 'dua', '1.5', '-1'])('names no page %s of three', (page) => {
    expect(readReturn(typed({ page }), PAGES)).toEqual(no({ kind: 'noSuchPage', pages: PAGES }))
  })

  test.each([
    ['120 80 300 200', { left: 120, top: 80, width: 300, height: 200 }],
    ['0 0 1000 1000', { left: 0, top: 0, width: 1000, height: 1000 }],
    ['800 0 201 10', undefined],
    ['0 0 0 10', undefined],
    ['rubbish', undefined],
  ])('marks %s on it only within the page', (box, marked) => {
    const read = readReturn(typed({ page: '3', box }), PAGES)
    expect(read).toEqual(ok({ codes: ['unreadable'], note: '', place: { page: 3, box: marked } }))
  })

  test('is kept with who said so, and told by its codes alone', () => {
    const reasons = {
      codes: ['other'],
      note: 'Rahasia',
      place: { page: 2, box: undefined },
    } as const
    const decided = returnVersion(waiting(), { by: judge(), now: NOON, reasons })
    if (!decided.ok) throw new Error('refused')
    expect(decided.value.version).toEqual({
      ...awaiting(),
      status: 'returned',
      returned: { ...reasons, by: VERIFIER },
      since: NOON,
    })
    expect(decided.value.events.map(({ name, body }) => [name, body])).toEqual([
      ['recordReturned', { version: 'version-2', no: 2, codes: ['other'], page: 2 }],
    ])
  })

  test('I4 is not said by who sent it, nor by whom it is about', () => {
    const reasons = { codes: ['unreadable'], note: '', place: undefined } as const
    for (const [person, kind] of [
      [UPLOADER, 'ownUpload'],
      [SUBJECT, 'ownRecord'],
    ] as const) {
      const asked = { by: judge({}, person), now: NOON, reasons }
      expect(returnVersion(waiting(), asked)).toEqual(no({ kind }))
    }
  })
})
