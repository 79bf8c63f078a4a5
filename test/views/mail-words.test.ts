import { parse } from 'node-html-parser'
import { describe, expect, test } from 'vitest'
import { toldHappenings } from '#test/support/happenings.ts'
import { links, mails } from '#test/support/mail-specimens.ts'
import { writeLetter } from '#views/mail/letter.tsx'
import { mailLetter } from '#views/mail/mail-letter.ts'
import { resetCodeText } from '#views/mail/mail-words.ts'
import { placeText } from '#views/not-me/not-me-words.ts'

const letters = Object.entries(mails).map(
  ([name, mail]) => [name, writeLetter(mailLetter(mail, links))] as const,
)

const told = Object.keys(toldHappenings)
const BY_AGENCY = [
  'lockLifted',
  'disabledByAgency',
  'enabledByAgency',
  'frozenByAgency',
  'deskNoted',
  'mailSentByAgency',
  'agencyResetAsked',
  'agencyResetApproved',
  'agencyCodeMade',
  'emailCorrectionAsked',
  'emailCorrectionApproved',
]
const BY_ADMIN = ['mandateGiven', 'mandateEnded', 'mandateEnding']
const BY_OTHERS = ['importChanged', ...BY_AGENCY, ...BY_ADMIN, 'logDiffers', 'sharePinsWrong']

function letter(name: string) {
  return letters.find(([one]) => one === name)?.[1] ?? { subject: '', text: '', html: '' }
}

describe('a mail', () => {
  test.each(letters)('about %s says the same in text and in HTML', (_, { subject, text, html }) => {
    const page = parse(html)
    const words = (of: string) => of.replace(/https?:\S+/g, '').match(/[\p{L}\p{N}"&]+/gu)
    const body = page.querySelector('body')?.structuredText ?? ''
    expect(words(body)).toEqual(words(`${subject} ${text}`))
    const written = text.match(/https?:\S+/g) ?? []
    expect(page.querySelectorAll('a').map((link) => link.getAttribute('href'))).toEqual(written)
  })

  test.each(letters)(
    'about %s fetches nothing, follows nobody and needs no style',
    (_, { html }) => {
      const tags = parse(html)
        .querySelectorAll('*')
        .map(({ rawTagName }) => rawTagName)
      const plain = ['html', 'head', 'meta', 'title', 'body', 'h1', 'p', 'ul', 'li', 'b', 'a']
      expect(tags.filter((tag) => !plain.includes(tag))).toEqual([])
      expect(html).not.toMatch(/ (style|src|background|class)=/)
    },
  )

  test.each(letters)('about %s leads to the configured address alone', (_, { text }) => {
    const places = (text.match(/https?:\/\/[^/\s]+/g) ?? []).filter((one) => one !== links.origin)
    expect(places).toEqual([])
  })

  test.each(letters)('about %s has a plain subject of one line', (_, { subject }) => {
    expect(subject).toMatch(/^[\p{L}\p{N} -]{5,60}$/u)
  })

  test.each(told.filter((kind) => !BY_OTHERS.includes(kind)))(
    'R-NO-01 about %s says when in the zone of the agency, with which browser and from where',
    (kind) => {
      const { text } = letter(kind)
      expect(text).toContain('Waktu: 17 Agustus 2026 pukul 09.00 WIB')
      expect(text).toContain('Browser: Chrome, Android')
      expect(text).toContain('Jaringan: 192.0.2.0/24')
    },
  )

  test.each(BY_AGENCY)('R-NO-01 about %s says when and that an officer did it, not why', (kind) => {
    const { text } = letter(kind)
    expect(text).toContain('Waktu: 17 Agustus 2026 pukul 09.00 WIB')
    expect(text).toContain('Oleh: petugas BKPSDM instansi Anda')
    expect(text).not.toContain('Browser')
    expect(text).not.toContain('datang ke loket')
  })

  test.each(BY_ADMIN)('about %s says when, and names no browser that is not theirs', (kind) => {
    const { text } = letter(kind)
    expect(text).toContain('Waktu: 17 Agustus 2026 pukul 09.00 WIB')
    expect(text).not.toContain('Browser')
  })

  test('about a role that ends by itself leads to help, and freezes nothing', () => {
    expect(letter('mandateEnding').text).not.toContain('bukan-saya')
    expect(letter('mandateEnding').text).toContain('/bantuan/petugas#peran')
  })

  test('R-AK-02 about national data names what changed, and no browser', () => {
    const { text } = letter('importChanged')
    expect(text).toContain('mengubah akun Anda: instansi, email. Bila ini keliru, hubungi BKPSDM')
    expect(text).toContain('Waktu: 17 Agustus 2026 pukul 09.00 WIB')
    expect(text).toContain('Sumber: data kepegawaian nasional')
    expect(text).not.toContain('Browser')
  })

  const NO_LINK = ['frozen', 'frozenByAgency', 'mandateEnding', 'logDiffers', 'sharePinsWrong']
  test.each(told.filter((kind) => !NO_LINK.includes(kind)))(
    'R-NO-02 about %s has one link Bukan saya, and until when it serves',
    (kind) => {
      const { text } = letter(kind)
      expect(text.match(/\/bukan-saya\/x{64}\n/g)).toHaveLength(1)
      expect(text).toContain('paling lambat 19 Agustus 2026 pukul 09.00 WIB')
    },
  )

  test('about the log leads to the page that says where it differs, and to nothing else', () => {
    const { text } = letter('logDiffers')
    expect(text).toContain('3 perbedaan')
    expect(text).toContain('/nasional/log')
    expect(text).not.toContain('bukan-saya')
    expect(text).not.toContain('Browser')
  })

  test('about a link that wrong PINs ended leads to the links, and names neither recipient nor browser', () => {
    const { text } = letter('sharePinsWrong')
    expect(text).toContain('PIN-nya lima kali salah')
    expect(text).toContain('/arsip/berbagi')
    expect(text).not.toContain('bukan-saya')
    expect(text).not.toContain('Browser')
  })

  test.each(['frozen', 'frozenByAgency'])(
    'R-NO-02 about %s says how the account opens again, and offers no second freeze',
    (kind) => {
      expect(letter(kind).text).toContain('Buka kembali lewat Reset Password (Lupa Password)')
      expect(letter(kind).text).not.toContain('bukan-saya')
    },
  )

  test('R-RS-09 about a request that waits says when to come back, not that nothing is to be done', () => {
    const { text } = letter('mfaResetAsked')
    expect(text).toContain(
      'Jika ini Anda, datang lagi mulai saat itu, paling lambat 3 hari kemudian',
    )
    expect(text).not.toContain('tidak ada yang perlu dilakukan')
  })

  test('R-NO-02 to an officer names the employee by no more than name and tail of the NIP', () => {
    const { text, html } = letter('officer')
    expect(text).toContain('Nama: Budi Santoso\nNIP berakhiran: 1901\n')
    for (const one of [text, html]) {
      expect(one).not.toMatch(/198501012010011901|bukan-saya|192\.0\.2|Chrome/)
    }
  })

  test('R-RS-02 with a code shows it in two groups, until when, for nobody else, and no link', () => {
    const { text, html } = letter('resetCode')
    expect(text).toContain('    1234 5678\n')
    expect(text).toContain('berlaku sampai pukul 09.10 WIB')
    expect(text).toContain('Jangan berikan kode ini kepada siapa pun, termasuk petugas.')
    expect(text + html).not.toMatch(/https?:|href|12345678/)
  })

  test('R-IN-01 with a code tells the time of the agency, and what the page before sign-in shows', () => {
    expect(resetCodeText(new Date('2026-08-17T02:10:00Z'), 'WIT')).toContain(
      'berlaku sampai pukul 11.10 WIT (09.10 WIB).',
    )
  })

  test('escapes what people named', () => {
    const [, mail] = Object.entries(mails).find(([name]) => name === 'mfaActivated') ?? []
    if (mail?.kind !== 'notice') throw new Error('no such specimen')
    const happening = { kind: 'mfaActivated', device: '<a href="//evil">' } as const
    const evil = { ...mail, name: '<b>&', event: { ...mail.event, happening } }
    const { html } = writeLetter(mailLetter(evil, links))
    expect(
      parse(html)
        .querySelectorAll('a')
        .map((link) => link.getAttribute('href')),
    ).not.toContain('//evil')
    expect(html).toContain('&lt;b&gt;&amp;')
  })
})

describe('2.8', () => {
  test.each([
    ['frozen', 'Terima kasih. Semua sesi sudah diakhiri dan akun Anda ditahan.'],
    ['late', 'Tautan ini sudah tidak berlaku. Bila perlu, hubungi BKPSDM.'],
    ['disabled', 'Akun Anda dinonaktifkan. Hubungi BKPSDM instansi Anda.'],
  ] as const)('%s is told in the exact words', (place, text) => {
    expect(placeText(place)).toBe(text)
  })
})
