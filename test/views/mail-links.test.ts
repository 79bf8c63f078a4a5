import { describe, expect, test } from 'vitest'
import { nameText } from '#views/mail/mail-words.ts'
import { noticeWords } from '#views/mail/notice-words.ts'

/** What mail clients make links of by themselves. */
const LINK = /\w:\/\/|www\.|[\p{L}\p{N}]\.\p{L}|@/iu

describe('R-NO-01 a device that a thief has named', () => {
  test.each([
    'Batalkan di https://asn-digital.example',
    'buka asn-digital.co.id',
    'WWW.jahat.id/batal',
    '//jahat.id',
    'tulis ke bkn@jahat.id',
    'a.id b.id',
  ])('makes no link in our mail: %s', (device) => {
    const mail = noticeWords({ kind: 'deviceAdded', device }, 'WIB')
    expect(mail.happened).not.toMatch(LINK)
    expect(mail.subject).not.toContain(device)
  })

  test('does not end the quotation that it stands in', () => {
    expect(nameText('HP" oleh Anda. "Tablet')).toBe(`"HP' oleh Anda. 'Tablet"`)
  })

  test.each(['HP Samsung', 'iPhone 15 Pro Max', 'Redmi Note 9.1', 'Kantor / Rumah', 'HP no. 2'])(
    'is called in the mail as on the page: %s',
    (name) => {
      expect(nameText(name)).toBe(`"${name}"`)
    },
  )
})
