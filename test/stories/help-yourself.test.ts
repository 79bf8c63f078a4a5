import { describe, expect, test, vi } from 'vitest'
import { parseCaptchaId } from '#domain/captcha/captcha.ts'
import { captchaSecrets } from '#src/secrets/captcha.ts'
import { startBrowser } from '#test/support/browser.ts'
import { PASSWORD, type SomePerson } from '#test/support/builders.ts'
import { openDesk, presentPasswords } from '#test/support/desk.ts'
import { BETTER, codeFor, WEAK } from '#test/support/journey.ts'
import { someKeys } from '#test/support/keys.ts'
import type { Portal } from '#test/support/portal.ts'
import { startPostOffice } from '#test/support/post-office.ts'
import { keyShownTo, peopleOf, type Someone, signIn, typeOtp } from '#test/support/reader-walk.ts'
import { openReader, READERS, type Reader } from '#test/support/readers.ts'
import { addRecoveryCodes } from '#test/support/reset-walk.ts'
import { paths } from '#views/paths.ts'
import { ITEMS } from '#views/reset/menu-words.ts'

vi.setConfig({ testTimeout: 60_000 })

/**
 * What a person must be able to do who cannot get in, or minds their own account: with the real
 * program, and with mails that really went through SMTP.
 */
const post = await startPostOffice()
const desk = await openDesk({ SMTP_URL: post.url, OFFICE_NETWORKS: '127.0.0.1/32' })
const portal = await desk.start()
const keeping = await desk.start({ RESET_MFA: 'keep', JOBS: 'off' })
const owner = await desk.owner()
const browser = await startBrowser()
const hash = await presentPasswords.hash(PASSWORD)

const { someone, codeOf } = peopleOf(owner, hash)

/** What the picture of the newest check shows. */
async function pictureAnswer(): Promise<string> {
  const [row] = await owner<{ id: string }[]>`
    select id from captchas order by expires_at desc limit 1`
  const id = parseCaptchaId(row?.id ?? '')
  return id ? (captchaSecrets(someKeys().tokens).answersOf(id)[0] ?? '') : ''
}

describe.each(READERS)('%s', (kind) => {
  const sit = ({ url }: Portal = portal) => openReader(kind, browser, url)

  test('1 from Masuk to Reset, with three items and who needs each', async () => {
    const reader = await sit()
    await reader.open(paths.signIn)
    await reader.follow('Reset')
    await reader.see('Pilih yang Anda perlukan.')
    const text = await reader.text()
    for (const { name, who } of ITEMS) {
      expect(text).toContain(name)
      expect(text).toContain(who)
      expect(who).toMatch(/^Untuk Anda yang /)
    }
    expect(reader.complaints()).toEqual([])
  })

  test('2 R-RS-01 forgotten: Check, email, code from the mail, new password, MFA again', async () => {
    const one = await someone()
    const reader = await sit()
    await toEmailCode(reader, one)
    await reader.type('Kode dari email', '0000 0000')
    await reader.press('Lanjut')
    await reader.see('Kode salah. Sisa 4 percobaan.')
    await typeEmailCode(reader, one)
    await typeNewPassword(reader)
    await reader.see('Anda akan diminta mengaktifkan MFA lagi.')
    expect(await post.read(one.email, 'Password baru tersimpan')).toContain('MFA perlu diaktifkan')
    await signIn(reader, { ...one, password: BETTER })
    await activate(reader)
    await post.read(one.email, 'MFA diaktifkan')
    expect(reader.complaints()).toEqual([])
  })

  test.each([
    ['an employee under RESET_MFA=keep', {}, keeping],
    ['an officer, always', { role: 'officer' as const }, portal],
  ])('2 R-RS-03 forgotten, of %s: the old device is asked instead', async (_, fields, at) => {
    const one = await someone(fields)
    const reader = await sit(at)
    await toEmailCode(reader, one)
    await typeEmailCode(reader, one)
    await reader.see('Langkah 4 dari 5')
    await reader.type('Kode OTP', await codeOf(one))
    await reader.press('Lanjut')
    await typeNewPassword(reader)
    await reader.see('kode dari perangkat Anda tetap berlaku.')
    expect(await post.read(one.email, 'Password baru tersimpan')).toContain('tetap berlaku')
    await signIn(reader, { ...one, password: BETTER })
    await typeOtp(reader, await codeOf(one))
    expect(reader.complaints()).toEqual([])
  })

  test('3 R-RS-08 weak: NIP, old password, code, new password', async () => {
    const one = await someone({ password: WEAK, hash: undefined, judgedAt: undefined })
    const reader = await sit()
    await reader.open(paths.reset)
    await reader.follow('Reset Password Lemah')
    await reader.type('NIP', one.nip)
    await reader.type('Password lama', WEAK)
    await reader.press('Lanjut')
    await reader.type('Kode OTP', await codeOf(one))
    await reader.press('Verifikasi')
    await typeNewPassword(reader, 'Simpan password')
    await reader.see('Yang perlu dilakukan')
    await post.read(one.email, 'Password diganti')
    expect(reader.complaints()).toEqual([])
  })

  test('4 R-RS-09 Reset MFA by a recovery code: a new device at once', async () => {
    const one = await someone()
    const code = await addRecoveryCodes(owner, one)
    const reader = await sit()
    await toMfaReset(reader, one)
    await reader.follow('Pakai kode cadangan')
    await reader.type('Kode cadangan', code)
    await reader.press('Lanjut')
    await activate(reader)
    expect(await post.read(one.email, 'Reset MFA sedang berlangsung')).toContain('kode cadangan')
    expect(reader.complaints()).toEqual([])
  })

  test('4 R-RS-07 Reset MFA by mail: a new device at once, with a hold of a day', async () => {
    const one = await someone()
    const reader = await sit()
    await toMfaReset(reader, one)
    await askMfaByMail(reader, one)
    await activate(reader)
    await reader.open(paths.ownData)
    await reader.see('karena MFA baru diaktifkan ulang')
    expect(await post.read(one.email, 'Reset MFA sedang berlangsung')).toContain('kode dari email')
    expect(reader.complaints()).toEqual([])
  })

  test('4 R-RS-09 Reset MFA by mail under keep: a day of waiting that the old device ends', async () => {
    const one = await someone()
    const [thief, reader] = [await sit(keeping), await sit(keeping)]
    await toMfaReset(thief, one)
    await askMfaByMail(thief, one)
    await thief.see('Permintaan diterima.')
    expect(await post.read(one.email, 'Permintaan Reset MFA')).toContain('dapat dibatalkan')
    await signIn(reader, one)
    await typeOtp(reader, await codeOf(one), 'Permintaan diterima.')
    await reader.press('Batalkan')
    await reader.see('Permintaan Reset MFA dibatalkan. Perangkat lama tetap berlaku.')
    await post.read(one.email, 'Permintaan Reset MFA dibatalkan')
    await passADay(one)
    await toMfaReset(thief, one)
    expect(await thief.text()).not.toContain('Waktu tunggu permintaan Anda sudah selesai.')
    expect([...thief.complaints(), ...reader.complaints()]).toEqual([])
  })

  test('4 R-RS-09 Reset MFA by mail under keep: after the day another code, and a new device', async () => {
    const one = await someone()
    const reader = await sit(keeping)
    await toMfaReset(reader, one)
    await askMfaByMail(reader, one)
    await reader.see('Permintaan diterima.')
    await passADay(one)
    await toMfaReset(reader, one)
    await reader.see('Waktu tunggu permintaan Anda sudah selesai.')
    await askMfaByMail(reader, one)
    await activate(reader)
    await post.read(one.email, 'MFA diaktifkan')
    expect(reader.complaints()).toEqual([])
  })

  test('6 R-NO-02 Bukan saya: one button of a mail freezes the account, until the old device opens it', async () => {
    const one = await someone()
    const office = await someone({ role: 'officer' })
    await owner`
      update mandates set agency = (select agency from people where id = ${one.id})
      where person = ${office.id}`
    const [burglar, reader] = [await sit(), await sit()]
    await signIn(burglar, one)
    await typeOtp(burglar, await codeOf(one))
    await reader.open(await post.readNotMeLink(one.email, 'Masuk dari browser baru'))
    await reader.press('Ya, ini bukan saya')
    await reader.see('Terima kasih. Semua sesi sudah diakhiri dan akun Anda ditahan.')
    await burglar.open(paths.home)
    await burglar.see('Sesi Anda sudah berakhir. Silakan masuk lagi.')
    await post.read(one.email, 'Akun Anda ditahan')
    expect(await post.read(office.email, 'Seorang pegawai melaporkan Bukan saya')).toContain(
      one.nip.slice(-4),
    )
    await signIn(reader, one)
    await reader.see('Akun Anda ditahan karena laporan Bukan saya.')
    await toEmailCode(reader, one)
    await typeEmailCode(reader, one)
    await reader.see('Akun Anda ditahan karena laporan Bukan saya.')
    await reader.type('Kode OTP', await codeOf(one))
    await reader.press('Lanjut')
    await typeNewPassword(reader)
    await post.read(one.email, 'Akun Anda dibuka kembali')
    await signIn(reader, { ...one, password: BETTER })
    await typeOtp(reader, await codeOf(one))
    expect([...burglar.complaints(), ...reader.complaints()]).toEqual([])
  })
})

async function toEmailCode(reader: Reader, { nip, email }: Someone): Promise<void> {
  await reader.open(paths.reset)
  await reader.follow('Reset Password (Lupa Password)')
  await reader.type('NIP', nip)
  await reader.passCheck(pictureAnswer)
  await reader.press('Check')
  await reader.see('Langkah 2 dari 4')
  await reader.type('Email', email)
  await reader.press('Kirim')
  await reader.see('Jika NIP dan email cocok, kode 8 angka sudah dikirim')
}

async function typeEmailCode(reader: Reader, { email }: Someone): Promise<void> {
  await reader.type('Kode dari email', await post.readCode(email))
  await reader.press('Lanjut')
}

async function typeNewPassword(reader: Reader, button = 'Reset Password'): Promise<void> {
  await reader.see('Konfirmasi password')
  await reader.type('Password baru', BETTER)
  await reader.type('Konfirmasi password', BETTER)
  await reader.press(button)
}

async function toMfaReset(reader: Reader, { nip, password }: Someone): Promise<void> {
  await reader.open(paths.reset)
  await reader.follow('Reset MFA')
  await reader.type('NIP', nip)
  await reader.type('Password', password)
  await reader.press('Lanjut')
  await reader.see('Pilih cara membuktikan diri.')
}

async function askMfaByMail(reader: Reader, one: Someone): Promise<void> {
  await reader.follow('Pakai kode dari email')
  await reader.type('Email', one.email)
  await reader.press('Kirim')
  await reader.see('Jika NIP dan email cocok')
  await typeEmailCode(reader, one)
}

async function activate(reader: Reader): Promise<void> {
  const key = await keyShownTo(reader)
  await reader.type('Nama perangkat', 'HP Baru')
  await reader.type('Kode OTP', codeFor(key, new Date()))
  await reader.press('Aktifkan')
  await reader.see('MFA aktif di perangkat HP Baru.')
}

/** The request lies a day further back. */
async function passADay({ id }: SomePerson): Promise<void> {
  await owner`
    update mfa_resets set asked_at = asked_at - interval '1 day',
      opens_at = opens_at - interval '1 day', closes_at = closes_at - interval '1 day'
    where person = ${id}`
}
