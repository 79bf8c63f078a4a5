import { describe, expect, test } from 'vitest'
import {
  arrive,
  openWindow,
  pathOf,
  press,
  refusalOn,
  SCREENS,
  SCRIPTING,
  startBrowser,
} from '#test/support/browser.ts'
import { addPerson, SEED } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  activate,
  BETTER,
  codeFor,
  KEY,
  recoveryCodesOn,
  toActivation,
  toCode,
  toHome,
  typeCode,
  typeSignIn,
  WEAK,
} from '#test/support/journey.ts'
import { startSite } from '#test/support/live-site.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const browser = await startBrowser()
const site = await startSite(sql)

describe.each(SCREENS)('%s, someone who has a device', (_, screen) => {
  const open = () => openWindow(browser, { baseURL: site.origin, ...screen })

  test('signs in, sees who they are, and signs out for good', async () => {
    const one = await addPerson(sql)
    const { page, complaints } = await open()
    await toHome(page, one, site.now())
    expect(await page.getByRole('main').textContent()).toContain(one.name)
    await page.getByRole('banner').getByRole('button', { name: 'Keluar' }).click()
    await arrive(page, 'Anda sudah keluar.')
    await page.goto(paths.home)
    await arrive(page, 'Masuk')
    expect(complaints).toEqual([])
  })

  test('types a wrong code, is told so, and goes on with the next', async () => {
    const one = await addPerson(sql)
    const { page, complaints } = await open()
    await toCode(page, one)
    await typeCode(page, '000000')
    await page.getByText('Kode salah. Pastikan entri').waitFor()
    expect(await page.getByLabel('Kode OTP').inputValue()).toBe('')
    await typeCode(page, codeFor(KEY, site.now()))
    await arrive(page, 'Beranda')
    expect(complaints).toEqual([])
  })
})

describe.each(SCRIPTING)('%s, by whatever name', (_, scripting) => {
  const open = () => openWindow(browser, { baseURL: site.origin, ...scripting })

  test.each([
    ['a NIP as it is printed on the card', {}, ({ nip }: { nip: string }) => inGroups(nip)],
    [
      'an NI PPPK',
      { kind: 'pppk', nip: '198803092023212907' } as const,
      () => '198803092023212907',
    ],
    ['a MyASN user name', { userName: 'budisantoso' }, () => 'Budi.Santoso'],
  ])('%s leads to the code and in', async (_name, fields, typed) => {
    await sql`delete from login_identifiers where identifier in ('198803092023212907', 'budisantoso')`
    const one = await addPerson(sql, fields)
    const { page } = await open()
    await typeSignIn(page, typed(one), one.password)
    await arrive(page, 'Verifikasi')
    await typeCode(page, codeFor(KEY, site.now()))
    await arrive(page, 'Beranda')
  })

  test('a number that is no NIP is told from a wrong one, and stays typed', async () => {
    const { page } = await open()
    await typeSignIn(page, '1985')
    await page.getByText('NIP atau NI PPPK terdiri dari 18 angka.').waitFor()
    expect(await page.getByLabel('NIP').inputValue()).toBe('1985')
    await typeSignIn(page, '199901012020011999')
    await page.getByText('NIP atau password salah.').waitFor()
    expect(await page.getByLabel('Password').inputValue()).toBe('')
  })

  test('a recovery code opens once and not again', async () => {
    const one = await addPerson(sql, { state: 'created' })
    const first = await open()
    await toActivation(first.page, one)
    await activate(first.page, site.now())
    const [code = ''] = await recoveryCodesOn(first.page)
    const { page } = await open()
    await typeRecoveryCode(page, one, code.toLowerCase())
    await arrive(page, 'Beranda')
    const again = await open()
    await typeRecoveryCode(again.page, one, code)
    await again.page.getByText('Kode cadangan salah atau sudah dipakai.').waitFor()
    expect(await again.page.getByLabel('Kode cadangan').isVisible()).toBe(true)
  })

  test('a weak password is replaced after the code', async () => {
    const one = await addPerson(sql, { password: WEAK })
    const { page } = await open()
    await toCode(page, one)
    await typeCode(page, codeFor(KEY, site.now()))
    await arrive(page, 'Password baru')
    await page.getByLabel('Password baru', { exact: true }).fill(BETTER)
    await page.getByLabel('Konfirmasi password').fill(BETTER)
    await press(page, 'Simpan password')
    await arrive(page, 'Beranda')
  })
})

describe.each(SCRIPTING)('%s, a wrong code says why', (_, scripting) => {
  const tell = async (codes: string[], told: string, one = addPerson(sql)) => {
    const { page, complaints } = await openWindow(browser, { baseURL: site.origin, ...scripting })
    await toCode(page, await one)
    for (const code of codes) {
      await typeCode(page, code)
      await page.getByRole('main').getByRole('alert').filter({ visible: true }).waitFor()
      await page.getByLabel('Kode OTP').fill('')
    }
    await page.getByText(told).waitFor()
    expect(await refusalOn(page)).toContain(told)
    expect(pathOf(page)).toBe(paths.code)
    expect(complaints).toEqual([])
  }
  const codeIn = (seconds: number) => codeFor(KEY, site.now(), seconds)

  test('the phone is slow by minutes and seconds', () =>
    tell([codeIn(-200)], 'jam HP Anda lebih lambat sekitar 3 menit'))

  test('the phone is an hour fast, once two codes agree', () =>
    tell([codeIn(3600), codeIn(3630)], 'jam disetel ke WITA, tetapi zona waktu HP masih WIB'))

  test('the code is old', () => tell([codeIn(-90)], 'Kode ini sudah lewat sekitar'))

  test('the code is of a QR put away', () => {
    const old = Buffer.from('09876543210987654321')
    const devices = [
      { name: 'HP Samsung', seed: SEED },
      { name: 'HP Lama', seed: old, retiredAt: new Date('2026-11-21T10:00:00+07:00') },
    ]
    const code = codeFor('GA4TQNZWGU2DGMRRGA4TQNZWGU2DGMRR', site.now())
    return tell([code], 'Kode ini dari QR lama (HP Lama', addPerson(sql, { devices }))
  })

  test('the code was used', async () => {
    const one = await addPerson(sql)
    const earlier = await openWindow(browser, { baseURL: site.origin, ...scripting })
    await toHome(earlier.page, one, site.now())
    await tell([codeIn(0)], 'Kode ini sudah dipakai.', Promise.resolve(one))
  })

  test('the fifth wrong code sends back to the start and says so', async () => {
    const { page } = await openWindow(browser, { baseURL: site.origin, ...scripting })
    await toCode(page, await addPerson(sql))
    for (const told of ['lalu ketik kode itu.', 'Sisa 3', 'Sisa 2', 'Sisa 1', 'Lima kode salah.']) {
      await typeCode(page, '000000')
      await page.getByText(told).waitFor()
    }
    await page.goto(paths.code)
    await arrive(page, 'Masuk')
  })
})

async function typeRecoveryCode(
  page: Parameters<typeof toCode>[0],
  one: Parameters<typeof toCode>[1],
  code: string,
): Promise<void> {
  await toCode(page, one)
  await page.getByRole('link', { name: 'Pakai kode cadangan' }).click()
  await page.getByLabel('Kode cadangan').fill(code)
  await press(page, 'Verifikasi')
}

function inGroups(nip: string): string {
  return nip.replace(/^(.{8})(.{6})(.)(.{3})$/, '$1 $2 $3 $4')
}
