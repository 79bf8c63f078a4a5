import { describe, expect, test } from 'vitest'
import type { CodeRefused } from '#domain/mfa/otp.ts'
import { at, now } from '#test/support/specimen-parts.ts'
import { codeProblems, refusedCodes } from '#test/support/specimens.ts'
import { type CodeProblem, codeTold } from '#views/sign-in/code-words.ts'
import { refusedTold } from '#views/sign-in/refused-code-words.ts'

const WRONG =
  'Kode salah. Pastikan entri ASN Digital yang Anda buka, tunggu kode berikutnya, lalu ketik kode itu.'

/** Word for word as identity.md 2.1 prints them. */
const REFUSED: Record<CodeRefused['kind'], string> = {
  used: 'Kode ini sudah dipakai. Tunggu kode berikutnya, lalu ketik kode baru itu.',
  late: 'Kode ini sudah lewat sekitar 90 detik. Ketik kode yang sedang tampil; bila tetap gagal, nyalakan waktu otomatis di HP.',
  clockOff:
    'Kode tidak cocok karena jam HP Anda lebih lambat sekitar 3 menit 10 detik. Nyalakan waktu otomatis di HP, lalu ketik kode yang baru.',
  zone: 'Jam HP Anda lebih cepat 1 jam. Biasanya jam disetel ke WITA, tetapi zona waktu HP masih WIB. Nyalakan waktu dan zona waktu otomatis, lalu ketik kode yang baru.',
  oldQr:
    'Kode ini dari QR lama (HP Samsung, 3 Maret 2026). Pakai entri ASN Digital terbaru, lalu hapus entri lama di aplikasi.',
  wrong: WRONG,
}

const TEXTS: Record<CodeProblem['kind'], string> = {
  empty: 'Ketik 6 angka dari aplikasi autentikator.',
  length: 'Kode terdiri dari 6 angka; Anda mengetik 5.',
  notDigits: 'Kode hanya berisi angka.',
  refused: `${WRONG} Sisa 3 percobaan.`,
  recoveryEmpty: 'Ketik kode cadangan Anda.',
  recoveryShape: 'Kode cadangan terdiri dari 16 huruf dan angka. Periksa kembali.',
  recoveryWrong: 'Kode cadangan salah atau sudah dipakai.',
  recoveryWait:
    'Terlalu banyak kode cadangan salah. Silakan coba lagi pukul 09.30 WIB (30 menit lagi).',
  recoveryVoid:
    'Kode cadangan Anda sudah tidak berlaku karena terlalu banyak kode salah. Hubungi BKPSDM.',
  agencyCodeEmpty: 'Ketik kode aktivasi ulang dari BKPSDM.',
  agencyCodeShape: 'Kode aktivasi ulang terdiri dari 12 huruf dan angka. Periksa kembali.',
  agencyCodeWrong: 'Kode aktivasi ulang salah atau sudah tidak berlaku. Sisa 4 percobaan.',
  locked:
    'Verifikasi dikunci sampai pukul 09.15 WIB (15 menit lagi) karena terlalu banyak kode salah.',
  budgetSpent: 'Batas kode salah sudah habis. Pakai kode cadangan, atau hubungi BKPSDM.',
  serverClock:
    'Jam server kami sedang tidak tepat; HP Anda tidak bermasalah. Silakan coba beberapa menit lagi.',
  busy: 'Server sedang sibuk. Silakan coba lagi dalam 5 detik.',
  finished:
    'Kode ini sudah dipakai untuk masuk. Buka Beranda; bila Beranda meminta masuk lagi, silakan masuk dengan kode berikutnya.',
  stale: 'Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.',
}

describe('on the code page', () => {
  test.each(Object.values(codeProblems))('$kind is told in the exact words', (problem) => {
    expect(codeTold(problem, now, 'WIB').text).toBe(TEXTS[problem.kind])
  })

  test.each(Object.values(refusedCodes))('R-OT-09 $kind says why the code was wrong', (refused) => {
    expect(refusedTold(refused, 'WIB').text).toBe(REFUSED[refused.kind])
  })

  test.each([
    [4, WRONG],
    [3, `${WRONG} Sisa 3 percobaan.`],
    [1, `${WRONG} Sisa 1 percobaan.`],
  ])('with %i tries left, they are told from three on', (left, text) => {
    const problem = { kind: 'refused', refused: { kind: 'wrong' }, left } as const
    expect(codeTold(problem, now, 'WIB').text).toBe(text)
  })

  test('the fifth wrong code leads to the start, with the reason only where it helps', () => {
    const last = (refused: CodeRefused) =>
      codeTold({ kind: 'refused', refused, left: 0 }, now, 'WIB')
    const over = 'Lima kode salah. Demi keamanan, silakan masuk lagi dari awal.'
    expect(last(refusedCodes.wrong)).toEqual({ text: over, topic: 'kode-salah' })
    expect(last(refusedCodes.late)).toEqual({
      text: `${REFUSED.late} ${over}`,
      topic: 'jam-hp',
    })
  })

  test('R-IN-01 after the right password times are those of the agency', () => {
    const since = new Date('2026-03-02T15:30:00Z')
    const told = (problem: CodeProblem) => codeTold(problem, now, 'WIT').text
    expect(told(codeProblems.locked)).toContain('pukul 11.15 WIT')
    expect(told(codeProblems.recoveryWait)).toContain('pukul 11.30 WIT')
    expect(refusedTold({ kind: 'oldQr', oldQr: { name: undefined, since } }, 'WIT').text).toContain(
      '(3 Maret 2026)',
    )
  })

  test('R-RL-05 a lock that began a while ago is told with what is left of it', () => {
    expect(codeTold({ kind: 'locked', until: at(900) }, at(130), 'WIB').text).toContain(
      '(13 menit lagi)',
    )
  })
})

describe('R-OT-09 a clock that is off by whole hours', () => {
  test.each([
    [1, 'lebih cepat 1 jam. Biasanya jam disetel ke WITA, tetapi zona waktu HP masih WIB.'],
    [-1, 'lebih lambat 1 jam. Biasanya jam disetel ke WIB, tetapi zona waktu HP masih WITA.'],
    [2, 'lebih cepat 2 jam. Biasanya jam disetel ke WIT, tetapi zona waktu HP masih WIB.'],
    [-2, 'lebih lambat 2 jam. Biasanya jam disetel ke WIB, tetapi zona waktu HP masih WIT.'],
    [7, 'lebih cepat 7 jam. Biasanya jam disetel ke WIB, tetapi zona waktu HP masih UTC.'],
    [8, 'lebih cepat 8 jam. Biasanya jam disetel ke WITA, tetapi zona waktu HP masih UTC.'],
    [9, 'lebih cepat 9 jam. Biasanya jam disetel ke WIT, tetapi zona waktu HP masih UTC.'],
    [5, 'lebih cepat 5 jam. Biasanya zona waktu HP tidak sesuai.'],
    [-7, 'lebih lambat 7 jam. Biasanya zona waktu HP tidak sesuai.'],
  ])('by %i is told as a zone mistake', (hours, text) => {
    expect(refusedTold({ kind: 'zone', hours }, 'WIB').text).toBe(
      `Jam HP Anda ${text} Nyalakan waktu dan zona waktu otomatis, lalu ketik kode yang baru.`,
    )
  })

  test.each([
    [24, 'cepat'],
    [-24, 'lambat'],
  ])('by %i is told as a date mistake', (hours, direction) => {
    expect(refusedTold({ kind: 'zone', hours }, 'WIB').text).toBe(
      `Jam HP Anda lebih ${direction} 24 jam. Biasanya tanggal HP selisih satu hari. Nyalakan tanggal dan waktu otomatis, lalu ketik kode yang baru.`,
    )
  })
})

test('an old QR code without a name is told by its day alone', () => {
  const since = new Date('2026-03-02T18:00:00Z')
  expect(refusedTold({ kind: 'oldQr', oldQr: { name: undefined, since } }, 'WIB').text).toContain(
    'dari QR lama (3 Maret 2026).',
  )
})
