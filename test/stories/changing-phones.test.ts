import { describe, expect, test } from 'vitest'
import {
  arrive,
  openWindow,
  press,
  refusalOn,
  SCRIPTING,
  startBrowser,
} from '#test/support/browser.ts'
import { addPerson, PASSWORD } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { BETTER, codeFor, KEY, keyOn, toCode, toHome, typeCode } from '#test/support/journey.ts'
import { startSite } from '#test/support/live-site.ts'

const sql = await testDatabase()
const browser = await startBrowser()
const site = await startSite(sql)

describe.each(SCRIPTING)('%s, someone signed in', (_, scripting) => {
  const open = () => openWindow(browser, { baseURL: site.origin, ...scripting })

  test('changes phones: a code of the old one, the QR code, a code of the new one', async () => {
    const one = await addPerson(sql)
    const { page, complaints } = await open()
    await toHome(page, one, site.now())
    site.pass(660)
    await page.getByRole('banner').getByRole('link', { name: one.name }).click()
    await arrive(page, 'Akun')
    await page.getByRole('link', { name: 'Perangkat', exact: true }).click()
    await page.getByRole('link', { name: 'Ganti HP Samsung' }).click()
    await arrive(page, 'Verifikasi ulang')
    await typeCode(page, codeFor(KEY, site.now()))
    await arrive(page, 'Ganti HP Samsung')
    const key = await keyOn(page)
    await page.getByLabel('Nama perangkat').fill('HP Baru')
    await page.getByLabel('Kode OTP').fill(codeFor(KEY, site.now()))
    await press(page, 'Ganti perangkat')
    await page.getByRole('main').getByRole('alert').filter({ visible: true }).waitFor()
    expect(await page.getByLabel('Nama perangkat').inputValue()).toBe('HP Baru')
    await page.getByLabel('Kode OTP').fill(codeFor(key, site.now()))
    await press(page, 'Ganti perangkat')
    await page.getByText('Perangkat baru sudah berlaku dan perangkat lama dihapus.').waitFor()
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(['HP Baru'])
    await page.getByRole('banner').getByRole('button', { name: 'Keluar' }).click()
    await arrive(page, 'Anda sudah keluar.')
    site.pass(60)
    await toCode(page, one)
    await typeCode(page, codeFor(KEY, site.now()))
    await page.getByText('Kode ini dari QR lama (HP Samsung').waitFor()
    await typeCode(page, codeFor(key, site.now()))
    await arrive(page, 'Beranda')
    expect(complaints).toEqual([])
  })

  test('adds a second device, renames it, removes it, and keeps the last', async () => {
    const one = await addPerson(sql)
    const { page, complaints } = await open()
    await toHome(page, one, site.now())
    await page.goto('/akun/perangkat')
    await page.getByRole('link', { name: 'Tambah perangkat' }).click()
    await page.getByLabel('Nama perangkat').fill('Tablet')
    await page.getByLabel('Kode OTP').fill(codeFor(await keyOn(page), site.now()))
    await press(page, 'Tambahkan')
    await page.getByText('Perangkat baru sudah ditambahkan.').waitFor()
    await page.getByRole('link', { name: 'Ubah nama Tablet' }).click()
    await page.getByLabel('Nama baru untuk Tablet').fill('hp samsung')
    await press(page, 'Simpan nama')
    await page.getByRole('main').getByRole('alert').filter({ visible: true }).waitFor()
    expect(await refusalOn(page)).toContain('Nama perangkat ini sudah dipakai.')
    await page.getByLabel('Nama baru untuk Tablet').fill('Laptop')
    await press(page, 'Simpan nama')
    await page.getByRole('link', { name: 'Hapus Laptop' }).click()
    await press(page, 'Hapus perangkat')
    await page.getByText('Perangkat sudah dihapus.').waitFor()
    expect(await page.getByRole('link', { name: /^Hapus/ }).count()).toBe(0)
    expect(complaints).toEqual([])
  })

  test('changes the password, which signs the other computer out', async () => {
    const one = await addPerson(sql)
    const other = await open()
    await toHome(other.page, one, site.now())
    site.pass(60)
    const { page, complaints } = await open()
    await toHome(page, one, site.now())
    await page.goto('/akun/password')
    const change = async (current: string) => {
      await page.getByLabel('Password sekarang').fill(current)
      await page.getByLabel('Password baru', { exact: true }).fill(BETTER)
      await page.getByLabel('Konfirmasi password').fill(BETTER)
      await press(page, 'Simpan password')
    }
    await change('bukan ini')
    await page.getByText('Password sekarang salah.').waitFor()
    await change(PASSWORD)
    await page.getByText('Password baru tersimpan. Semua sesi lain sudah diakhiri.').waitFor()
    await other.page.reload()
    await arrive(other.page, 'Sesi berakhir')
    expect(complaints).toEqual([])
  })
})
