import { describe, expect, test, vi } from 'vitest'
import { startBrowser } from '#test/support/browser.ts'
import { PASSWORD, type SomePerson } from '#test/support/builders.ts'
import { openDesk, presentPasswords } from '#test/support/desk.ts'
import { BETTER, codeFor, KEY } from '#test/support/journey.ts'
import { startPostOffice } from '#test/support/post-office.ts'
import { keyShownTo, peopleOf, signIn, typeOtp } from '#test/support/reader-walk.ts'
import { openReader, READERS, type Reader } from '#test/support/readers.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Point 5 of what a person must be able to do; the others are told in help-yourself.test.ts. */
const post = await startPostOffice()
const desk = await openDesk({ SMTP_URL: post.url })
const portal = await desk.start()
const owner = await desk.owner()
const browser = await startBrowser()
const { someone, codeOf } = peopleOf(owner, await presentPasswords.hash(PASSWORD))

describe.each(READERS)('%s', (kind) => {
  async function atHome(one: SomePerson): Promise<Reader> {
    const reader = await openReader(kind, browser, portal.url)
    await signIn(reader, one)
    await typeOtp(reader, await codeOf(one))
    return reader
  }

  test('5 devices: after a step-up one is added, renamed, replaced, removed; the last one stays', async () => {
    const one = await someone()
    const reader = await atHome(one)
    await passTenMinutes(one)
    await reader.open(paths.devices)
    expect(await reader.text()).not.toMatch(/Hapus\s+HP/)
    await reader.follow('Tambah perangkat')
    await reader.see('Verifikasi ulang')
    await typeOtp(reader, await codeOf(one), 'Hubungkan perangkat tambahan.')
    await nameNewDevice(reader, 'Tablet', 'Tambahkan')
    await reader.see('Perangkat baru sudah ditambahkan.')
    await reader.follow('Ubah nama Tablet')
    await reader.type('Nama baru untuk Tablet', 'Laptop')
    await reader.press('Simpan nama')
    await reader.see('Nama perangkat sudah diganti.')
    await reader.follow('Ganti Laptop')
    await nameNewDevice(reader, 'HP Baru', 'Ganti perangkat')
    await reader.see('Perangkat baru sudah berlaku dan perangkat lama dihapus.')
    await reader.follow('Hapus HP Samsung')
    await reader.press('Hapus perangkat')
    await reader.see('Perangkat sudah dihapus.')
    const [last] = await owner`
      select id from devices where person = ${one.id} and retired_at is null`
    await reader.open(paths.deviceRemoval(String(last?.['id'])))
    await reader.see('Perangkat terakhir tidak dapat dihapus.')
    for (const done of ['ditambahkan', 'diganti', 'dihapus'])
      await post.read(one.email, `Perangkat ${done}`)
    await post.read(one.email, 'Nama perangkat diganti')
    expect(reader.complaints()).toEqual([])
  })

  test('5 recovery codes: a new set after a step-up, whose codes serve once', async () => {
    const one = await someone()
    const reader = await atHome(one)
    await passTenMinutes(one)
    await reader.open(paths.account)
    await reader.follow('Kode cadangan')
    await reader.press('Buat kode cadangan baru')
    await reader.see('Verifikasi ulang')
    await typeOtp(reader, await codeOf(one), 'Buat kode cadangan baru')
    await reader.press('Buat kode cadangan baru')
    await reader.see('Simpan 10 kode cadangan ini; kode hanya ditampilkan sekali.')
    const codes = (await reader.text()).match(/\b([A-Z2-7]{4} ){3}[A-Z2-7]{4}\b/g) ?? []
    expect(codes).toHaveLength(10)
    await post.read(one.email, 'Kode cadangan baru dibuat')
    await passTenMinutes(one)
    await reader.open(paths.password)
    await reader.follow('Pakai kode cadangan')
    await typeRecoveryCode(reader, codes[0] ?? '', 'Password sekarang')
    await passTenMinutes(one)
    await reader.open(paths.password)
    await reader.follow('Pakai kode cadangan')
    await typeRecoveryCode(reader, codes[0] ?? '', 'Kode cadangan salah atau sudah dipakai.')
    expect(reader.complaints()).toEqual([])
  })

  test('5 password and sessions: one is ended, all others are, and a new password ends them too', async () => {
    const one = await someone()
    const others = [await atHome(one), await atHome(one), await atHome(one)]
    const reader = await atHome(one)
    const open = async () => (await owner`select from sessions where person = ${one.id}`).length
    const isOver = async (other: Reader | undefined) => {
      await other?.open(paths.home)
      await other?.see('Sesi Anda sudah berakhir. Silakan masuk lagi.')
    }
    await reader.open(paths.account)
    await reader.follow('Sesi')
    await reader.pressFirst('Akhiri sesi')
    await reader.see('Sesi itu sudah diakhiri.')
    expect(await open()).toBe(3)
    await reader.press('Akhiri semua sesi lain')
    await reader.see('Semua sesi lain sudah diakhiri.')
    for (const other of others) await isOver(other)
    const again = await atHome(one)
    await passTenMinutes(one)
    await reader.open(paths.account)
    await reader.follow('Ganti password')
    await typeOtp(reader, await codeOf(one), 'Password sekarang')
    await reader.type('Password sekarang', PASSWORD)
    await reader.type('Password baru', BETTER)
    await reader.type('Konfirmasi password', BETTER)
    await reader.press('Simpan password')
    await reader.see('Password baru tersimpan. Semua sesi lain sudah diakhiri.')
    await isOver(again)
    await post.read(one.email, 'Password diganti')
    await atHome({ ...one, password: BETTER })
    expect(reader.complaints()).toEqual([])
  })

  test('5 what happened and who looked: 180 days, officers apart, and all own data as two files', async () => {
    const one = await someone()
    const reader = await atHome(one)
    await owner`
      insert into events (at, person, actor, kind, detail, browser, network)
      select now() - days * interval '1 day', ${one.id}, ${one.id}, 'passwordWrong', '{}', 'Firefox, Windows', '192.0.2.0/24'
      from unnest(array[179, 181]) as days`
    await reader.open(paths.account)
    await reader.follow('Riwayat akun')
    await reader.see('selama 180 hari terakhir')
    expect((await reader.text()).match(/Firefox, Windows/g)).toHaveLength(1)
    await reader.follow('Kembali ke Akun')
    await reader.follow('Siapa yang menyentuh akun saya')
    await reader.see('Belum ada seorang pun selain Anda yang menyentuh akun ini.')
    await reader.open(paths.ownData)
    await reader.see('Semua data yang disimpan ASN Digital tentang akun Anda')
    const page = await reader.download('Unduh halaman')
    expect(page).toContain(one.email)
    expect(page).toContain('<h1>')
    const data = await reader.download('Unduh JSON')
    expect(JSON.stringify(JSON.parse(data))).toContain(one.nip)
    await post.read(one.email, 'Salinan data diunduh')
    expect(reader.complaints()).toEqual([])
  })
})

async function nameNewDevice(reader: Reader, name: string, button: string): Promise<void> {
  const key = await keyShownTo(reader)
  expect(key.replaceAll(' ', '')).not.toBe(KEY)
  await reader.type('Nama perangkat', name)
  await reader.type('Kode OTP', codeFor(key, new Date()))
  await reader.press(button)
}

async function typeRecoveryCode(reader: Reader, code: string, next: string): Promise<void> {
  await reader.type('Kode cadangan', code)
  await reader.press('Verifikasi')
  await reader.see(next)
}

/** The second factor lies ten minutes further back (R-SE-06). */
async function passTenMinutes({ id }: SomePerson): Promise<void> {
  await owner`
    update sessions set started_at = started_at - interval '11 minutes',
      proven_at = proven_at - interval '11 minutes' where person = ${id}`
}
