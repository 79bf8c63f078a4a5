import { describe, expect, test } from 'vitest'
import { activationProblems } from '#test/support/activation-specimens.ts'
import { at, now, person } from '#test/support/specimen-parts.ts'
import { activationTold, isScanned, tooManyQrText } from '#views/activation/activation-words.ts'
import { PRACTICE } from '#views/activation/practice-words.ts'
import { recoveryCodesText } from '#views/activation/recovery-codes-file.ts'
import { savingText } from '#views/activation/recovery-codes-words.ts'
import { codeTold } from '#views/sign-in/code-words.ts'

/** Word for word as identity.md 2.2 prints them; the others are those of the code page. */
const TEXTS: Partial<Record<keyof typeof activationProblems, string>> = {
  nameEmpty: 'Beri nama perangkat, misalnya HP Samsung.',
  nameTooLong: 'Nama perangkat paling banyak 40 karakter.',
  nameTaken: 'Nama perangkat ini sudah dipakai. Pilih nama lain.',
  expired: 'QR ini sudah lewat 15 menit. Hapus entri lama di aplikasi, lalu pindai QR yang baru.',
  oldCodeWrong:
    'Kode salah. Pastikan entri ASN Digital yang Anda buka, tunggu kode berikutnya, lalu ketik kode itu. Sisa 3 percobaan.',
  zone: 'Jam HP Anda lebih lambat 1 jam. Biasanya jam disetel ke WIB, tetapi zona waktu HP masih WITA. Nyalakan waktu dan zona waktu otomatis, lalu ketik kode yang baru.',
  oldQr:
    'Kode ini dari QR lama (17 Agustus 2026). Pakai entri ASN Digital terbaru, lalu hapus entri lama di aplikasi.',
}

describe('at activation', () => {
  test.each(Object.entries(TEXTS))('%s is told in the exact words', (kind, text) => {
    const problem = activationProblems[kind as keyof typeof activationProblems]
    expect(activationTold(problem, now, 'WIB').text).toBe(text)
  })

  test('what the code page tells too is told alike', () => {
    const alike = ['empty', 'length', 'notDigits', 'locked', 'budgetSpent', 'serverClock'] as const
    for (const kind of alike) {
      const problem = activationProblems[kind]
      expect(activationTold(problem, now, 'WIB')).toEqual(codeTold(problem, now, 'WIB'))
    }
  })

  test('each problem marks the field that it is about', () => {
    expect(activationTold({ kind: 'nameTaken' }, now, 'WIB').field).toBe('device_name')
    expect(
      activationTold({ kind: 'oldCodeWrong', refused: { kind: 'wrong' }, left: 4 }, now, 'WIB')
        .field,
    ).toBe('old_code')
    expect(activationTold({ kind: 'wrong' }, now, 'WIB').field).toBe('code')
  })

  test('R-RL-05 too many QR codes are told with clock time and wait', () => {
    expect(tooManyQrText(at(1800), 'WIT', now)).toBe(
      'QR sudah diminta 5 kali dalam satu jam. Silakan coba lagi pukul 11.30 WIT (30 menit lagi).',
    )
  })
})

describe('whether a QR code has to be scanned again', () => {
  const { wrong, nameEmpty, expired, oldQr, oldCodeWrong } = activationProblems

  test.each([
    [wrong, 899, true],
    [nameEmpty, 899, true],
    [nameEmpty, 900, false],
    [expired, 899, false],
    [oldQr, 899, false],
    [oldCodeWrong, 899, false],
    [undefined, 899, false],
  ])('%o with %i seconds left: it is said to be scanned: %s', (problem, seconds, isSaid) => {
    expect(isScanned(problem, at(seconds), now)).toBe(isSaid)
  })
})

test('recovery codes are given in the exact words', () => {
  expect(savingText('HP Samsung')).toBe(
    'MFA aktif di perangkat HP Samsung. Simpan 10 kode cadangan ini; kode hanya ditampilkan sekali.',
  )
  expect(savingText(undefined)).toBe('Simpan 10 kode cadangan ini; kode hanya ditampilkan sekali.')
})

test('the file of recovery codes names whose they are and how one is used', () => {
  const text = recoveryCodesText({ codes: ['ABCDEFGHIJKLMNOP'], person, madeAt: now, zone: 'WIB' })
  expect(text).toContain('NIP 19850101 201001 1 901')
  expect(text).toContain('di halaman Verifikasi tekan Pakai kode cadangan.')
})

test('practice is offered in the exact words', () => {
  expect(PRACTICE).toBe(
    'Latihan (boleh dilewati): ketik kode berikutnya untuk memastikan HP Anda siap.',
  )
})
