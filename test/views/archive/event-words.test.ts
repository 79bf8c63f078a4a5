import { describe, expect, test } from 'vitest'
import { NOTIFIED, TOLD } from '#domain/archive/told-event.ts'
import { actorText, eventText } from '#views/archive/event-words.ts'

describe('what happened to a record', () => {
  test.each(TOLD)('%s is told in a whole sentence', (name) => {
    const text = eventText({ name, no: 2, body: { no: 2, reason: 'activeContent' } })
    expect(text).toMatch(/^[A-Z].*\.$/)
    expect(text).not.toContain('undefined')
  })

  test('names version, reason and remedy of what came back', () => {
    const body = { no: 1, codes: ['unreadable'] }
    expect(eventText({ name: 'recordReturned', no: 1, body })).toBe(
      'Versi 1 dikembalikan. Tidak terbaca: pindai atau foto ulang dengan terang dan lurus.',
    )
  })

  test('says until when, where a day is known', () => {
    const until = (body: Record<string, string>) =>
      eventText({ name: 'retentionExtended', no: undefined, body })
    expect(until({ until: '2041-12-31' })).toBe(
      'Masa simpan diperpanjang panitia sampai 31 Desember 2041.',
    )
    expect(until({})).toBe('Masa simpan diperpanjang panitia.')
  })

  test('who looks at their own archive is Anda, and to others its owner', () => {
    expect(actorText({ kind: 'subject' }, true)).toBe('Oleh Anda')
    expect(actorText({ kind: 'subject' }, false)).toBe('Oleh pemilik arsip')
    const officer = { kind: 'officer', role: 'verifier', name: undefined } as const
    expect(actorText(officer, true)).toBe('Oleh verifikator')
  })

  test('whatever somebody is notified of is told on the record too', () => {
    expect(NOTIFIED.filter((name) => !TOLD.includes(name))).toEqual([])
  })
})
