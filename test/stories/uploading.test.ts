import type { Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import { startBadLine } from '#test/support/bad-line.ts'
import {
  arrive,
  openWindow,
  pathOf,
  press,
  refusalOn,
  SCRIPTING,
  startBrowser,
} from '#test/support/browser.ts'
import { addAgency, addPerson, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { codeFor, KEY, toHome } from '#test/support/journey.ts'
import { startSite } from '#test/support/live-site.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 90_000 })

const sql = await testDatabase()
const browser = await startBrowser()
let breaks = 0
let answered = 0
/** Whoever sent a piece after so many is not answered before it opens. */
let gate: { after: number; open: Promise<void> } | undefined
const site = await startSite(sql, {
  answer: async (response, { incoming }) => {
    if (incoming.method !== 'PATCH') return response
    answered += 1
    if (gate && answered > gate.after) await gate.open
    if (breaks > 0) {
      breaks -= 1
      incoming.socket.destroy()
    }
    return response
  },
})

/** Larger than one piece. */
function somePdf(name: string, bytes = 600_000) {
  const head = `%PDF-1.7 ${name} ${crypto.randomUUID()}`
  return {
    name: `${name}.pdf`,
    mimeType: 'application/pdf',
    buffer: Buffer.from(head.padEnd(bytes, 'x')),
  }
}

async function atForm(scripting: object, path = paths.uploadTo('pns', '')) {
  const person = await addPerson(sql)
  const { page, complaints } = await openWindow(browser, { baseURL: site.origin, ...scripting })
  await toHome(page, person, site.now())
  await page.goto(path)
  return { person, page, complaints }
}

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Nomor SK').fill('800/123/2020')
  await page.getByLabel('Tanggal SK').fill('2020-03-02')
  await page.getByLabel('TMT').fill('2020-04-01')
  await page.getByLabel('Pejabat penetap').fill('Bupati')
  await page.getByLabel('Golongan/ruang').fill('III/a')
}

async function versionsOf({ id }: SomePerson) {
  return await sql`select status, bytes, digitised from archive.versions where person = ${id}`
}

describe.each(SCRIPTING)('%s', (_, scripting) => {
  test('a decree is sent, and its page says that it is being checked', async () => {
    const { person, page, complaints } = await atForm(scripting)
    await fillIn(page)
    const file = somePdf('SK PNS')
    await page.getByLabel('Berkas PDF').setInputFiles(file)
    await press(page, 'Unggah')
    await page.getByText('Sedang diperiksa').waitFor()
    expect(pathOf(page)).toMatch(/^\/arsip\/unggahan\//)
    expect(await versionsOf(person)).toMatchObject([{ status: 'quarantined', bytes: 600_000 }])
    await page.getByText('Batalkan berkas ini').first().click()
    await press(page, 'Batalkan berkas ini')
    await page.getByText('Dibatalkan').first().waitFor()
    expect(await versionsOf(person)).toMatchObject([{ status: 'withdrawn' }])
    expect(complaints).toEqual([])
  })

  test('what is wrong with the data is said, and nothing typed is lost', async () => {
    const { person, page } = await atForm(scripting)
    await fillIn(page)
    await page.getByLabel('Golongan/ruang').fill('V/z')
    await page.getByLabel('Berkas PDF').setInputFiles(somePdf('SK PNS'))
    await press(page, 'Unggah')
    await page.locator('main [role=alert]').first().waitFor()
    expect(await refusalOn(page)).toContain('Golongan/ruang harus I/a sampai IV/e')
    expect(await page.getByLabel('Nomor SK').inputValue()).toBe('800/123/2020')
    expect(await versionsOf(person)).toEqual([])
  })
})

describe('a line that breaks', () => {
  test('three times: the script goes on by itself', async () => {
    const { person, page } = await atForm({})
    breaks = 3
    await fillIn(page)
    await page.getByLabel('Berkas PDF').setInputFiles(somePdf('SK PNS'))
    await press(page, 'Unggah')
    await page.getByText('Koneksi terputus. Dicoba lagi').waitFor()
    await page.getByText('Sedang diperiksa').waitFor({ timeout: 40_000 })
    expect(breaks).toBe(0)
    expect(await versionsOf(person)).toHaveLength(1)
  })

  test('fault 18: at 64 kbit/s with 5 % of packets lost, and once cut, all of it arrives', async () => {
    const line = await startBadLine()
    const { person, page } = await atForm({ proxy: line.proxy })
    await fillIn(page)
    await page.getByLabel('Berkas PDF').setInputFiles(somePdf('SK PNS', 80_000))
    line.worsen({ bytesPerSecond: 8000, loss: 0.05 })
    line.cutAfter(40_000)
    await press(page, 'Unggah')
    await page.getByText('Koneksi terputus. Dicoba lagi').waitFor({ timeout: 30_000 })
    await page.getByText('Sedang diperiksa').waitFor({ timeout: 60_000 })
    expect(line.isCut()).toBe(true)
    expect(line.lost()).toBeGreaterThan(1)
    expect(await versionsOf(person)).toMatchObject([{ bytes: 80_000 }])
  })

  test('for good: another window goes on with the same file, and takes no other', async () => {
    const { person, page } = await atForm({})
    const file = somePdf('SK PNS')
    await fillIn(page)
    await page.getByLabel('Berkas PDF').setInputFiles(file)
    const first = page.waitForResponse((response) => response.request().method() === 'PATCH')
    const { promise, resolve } = Promise.withResolvers<void>()
    gate = { after: answered + 1, open: promise }
    await press(page, 'Unggah')
    await first
    await page.close()
    resolve()
    gate = undefined
    await sql`update devices set last_step = 0 where person = ${person.id}`
    const other = await openWindow(browser, { baseURL: site.origin })
    await toHome(other.page, person, site.now())
    await other.page.goto(paths.uploads)
    await other.page.getByRole('link', { name: /Lanjutkan/ }).click()
    await arrive(other.page, 'SK PNS')
    await other.page.getByLabel('Berkas PDF').setInputFiles(somePdf('lain'))
    await other.page.getByText('Ini bukan berkas yang sama.').waitFor()
    await other.page.getByLabel('Berkas PDF').setInputFiles(file)
    await other.page.getByText('Sedang diperiksa').waitFor()
    expect(await versionsOf(person)).toMatchObject([{ bytes: 600_000 }])
  })
})

describe('a file that is there already', () => {
  test('is told when it is chosen, before anything is typed or sent', async () => {
    const { page } = await atForm({})
    const file = somePdf('SK PNS')
    await fillIn(page)
    await page.getByLabel('Berkas PDF').setInputFiles(file)
    await press(page, 'Unggah')
    await page.getByText('Sedang diperiksa').waitFor()
    await page.goto(paths.uploadTo('cpns', ''))
    await page.getByLabel('Berkas PDF').setInputFiles(file)
    await page.getByText('Berkas yang sama sudah ada di arsip ini').waitFor()
  })
})

describe('pictures of a paper', () => {
  test('are made smaller in the browser, and come in their order', async () => {
    const { person, page } = await atForm({}, paths.uploadTo('pns', '', 'photos'))
    await fillIn(page)
    const shot = await page.screenshot({ type: 'jpeg', fullPage: true })
    const picture = { name: '1.jpg', mimeType: 'image/jpeg', buffer: shot }
    await page
      .getByLabel('Foto setiap halaman')
      .setInputFiles([picture, { ...picture, name: '2.jpg' }])
    await press(page, 'Unggah')
    await page.getByText('Portal sedang membuat PDF-nya.').waitFor()
    const rows = await sql`select state, form from archive.uploads where person = ${person.id}`
    expect(rows).toEqual([{ state: 'arrived', form: 'photos' }])
  })
})

describe.each(SCRIPTING)('a folder of an officer, %s', (_, scripting) => {
  test('is looked at, then sent', async () => {
    const agency = await addAgency(sql)
    const officer = await addPerson(sql, { role: 'officer', agency })
    const employee = await addPerson(sql, { agency, name: 'Budi Santoso' })
    const { page } = await openWindow(browser, { baseURL: site.origin, ...scripting })
    await toHome(page, officer, site.now())
    await page.goto(paths.hats)
    await page.getByRole('button', { name: /^Pakai/ }).click()
    await page.goto(paths.bulkUploads)
    const files = ['SK_PNS', 'SK_CPNS'].map((kind) => somePdf(`${kind}_${employee.nip}`, 300_000))
    await page.getByLabel('Nama berkas').fill(files.map(({ name }) => name).join('\n'))
    if (await page.getByLabel('Kode OTP Anda').isVisible())
      await page.getByLabel('Kode OTP Anda').fill(codeFor(KEY, site.now()))
    await press(page, 'Periksa daftar')
    await page.getByText('2 siap dikirim').waitFor()
    await page.getByLabel('Berkas PDF').setInputFiles(files)
    await press(page, 'Mulai kirim')
    await page.getByText('Semua berkas yang dikenali sudah dikirim.').waitFor()
    expect(await versionsOf(employee)).toHaveLength(2)
  })
})
