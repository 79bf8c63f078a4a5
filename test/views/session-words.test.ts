import { parse } from 'node-html-parser'
import { describe, expect, test } from 'vitest'
import { at, frame, now } from '#test/support/specimen-parts.ts'
import { failedElsewhereText, holdText, previousText } from '#views/home/home-words.ts'
import { PagePart, type SessionClock } from '#views/page.tsx'
import { CONNECTION_LOST } from '#views/parts/frame-words.ts'
import { sessionClockPage } from '#views/session/session-clock.tsx'
import { runningText, SESSION_OVER, warningText } from '#views/session/session-words.ts'

const warning: SessionClock = { ...frame.clock, now: at(1680), state: 'warning' }

describe('the session clock', () => {
  test('says when the session ends', () => {
    expect(runningText(frame.clock)).toBe('Sesi berakhir pukul 09.30 WIB bila tidak ada kegiatan.')
    expect(runningText({ ...frame.clock, canExtend: false })).toBe('Sesi berakhir pukul 09.30 WIB.')
  })

  test('says that it was put off, unless its end cannot be', () => {
    const extended = { ...frame.clock, extended: true } as const
    expect(runningText(extended)).toBe('Sesi diperpanjang sampai pukul 09.30 WIB.')
    expect(runningText({ ...extended, canExtend: false })).toBe('Sesi berakhir pukul 09.30 WIB.')
  })

  test.each([
    [1680, 'Sesi Anda berakhir dalam 2 menit.'],
    [1740, 'Sesi Anda berakhir dalam 1 menit.'],
    [1741, 'Sesi Anda berakhir dalam kurang dari 1 menit.'],
  ])('warns %i seconds after the last activity: %s', (seconds, text) => {
    expect(warningText({ ...warning, now: at(seconds) })).toBe(text)
  })

  test('R-SE-03 asks again when it is time to warn, then at the end, then no more', () => {
    const asks = (clock: SessionClock) =>
      parse(String(PagePart(sessionClockPage(clock))))
        .querySelector('#sesi')
        ?.getAttribute('hx-trigger')
    expect(asks(frame.clock)).toBe('load delay:1680s')
    expect(asks({ ...warning, now: at(1680.5) })).toBe('load delay:120s')
    expect(asks({ ...warning, now: at(1801) })).toBe('load delay:1s')
    expect(asks({ ...warning, state: 'over' })).toBeUndefined()
  })

  test('R-SE-03 offers to go on only while that can be done', () => {
    const buttons = (clock: SessionClock) =>
      parse(String(sessionClockPage(clock).main))
        .querySelectorAll('button')
        .map(({ text }) => text)
    expect(buttons(frame.clock)).toEqual(['Perpanjang sesi'])
    expect(buttons(warning)).toEqual(['Lanjutkan'])
    expect(buttons({ ...warning, canExtend: false })).toEqual([])
  })

  test('sends htmx the clock alone, without a heading', () => {
    expect(parse(String(PagePart(sessionClockPage(warning)))).querySelector('h1')).toBeNull()
  })

  test('says in the exact words that it is over', () => {
    expect(SESSION_OVER).toBe('Sesi Anda sudah berakhir. Silakan masuk lagi.')
  })
})

describe('Beranda', () => {
  test('tells failures elsewhere and that they lock nobody out', () => {
    expect(failedElsewhereText(43)).toBe(
      'Ada 43 percobaan masuk yang gagal dari tempat lain. Anda tetap dapat masuk.',
    )
    expect(failedElsewhereText(0)).toBeUndefined()
  })

  test('R-RS-07 tells until when the account is held', () => {
    expect(holdText({ until: at(86_400), because: 'reactivation' }, 'WITA')).toBe(
      'Demi keamanan, berbagi, ekspor, dan perubahan email dibuka kembali pada 18 Agustus 2026 pukul 10.00 WITA karena MFA baru diaktifkan ulang.',
    )
    expect(holdText(undefined, 'WIB')).toBeUndefined()
  })

  test('tells the last sign-in with its zone', () => {
    expect(previousText(now, 'WIB')).toBe('17 Agustus 2026 pukul 09.00 WIB')
    expect(previousText(undefined, 'WIB')).toBe('Ini pertama kalinya Anda masuk.')
  })
})

test('a broken connection is told in the exact words', () => {
  expect(CONNECTION_LOST).toBe('Koneksi terputus. Isian Anda masih ada; silakan kirim lagi.')
})
