import type { Browser, Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import type { MailId } from '#domain/mail/mail.ts'
import { HELP, REASON, TWO_DEVICES } from '#test/support/at-counter.ts'
import { arrive, openWindow, press, SCRIPTING, startBrowser } from '#test/support/browser.ts'
import { addAgency, addPerson, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { activate, codeFor, KEY, toCode, toHome, typeCode } from '#test/support/journey.ts'
import { startSite } from '#test/support/live-site.ts'
import { answerFor } from '#test/support/reset-walk.ts'
import { vault } from '#test/support/secrets.ts'
import { captchaWords } from '#views/captcha/captcha-words.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 120_000 })

const sql = await testDatabase()
const browser = await startBrowser()
const site = await startSite(sql)
const NEW = 'budi.baru@kabupaten.example'

type Scripting = { javaScriptEnabled: boolean }

async function atDesk(who: SomePerson, scripting: Scripting) {
  const one = await openWindow(browser as Browser, { baseURL: site.origin, ...scripting })
  await toHome(one.page, who, site.now())
  await press(one.page, 'Pakai peran ini')
  await one.page.waitForURL(/\/instansi$/)
  one.complaints.length = 0
  return one
}

/** What the mail to the new address says. */
async function codeMailed({ id }: SomePerson): Promise<string> {
  const [row] = await sql<{ id: MailId; keyId: string; sealed: Buffer }[]>`
    select id, key_id, sealed from outbox
    where person = ${id} and address = ${NEW} and kind = 'correctionCode'`
  if (!row) return ''
  const { id: mail, ...sealed } = row
  return vault.openMail(mail, sealed).code
}

/** By half of the name, as somebody says it at the counter. */
async function find(page: Page, half: string, { name }: SomePerson): Promise<void> {
  await page.getByLabel('NIP atau nama').fill(half)
  await press(page, 'Cari')
  await page.getByRole('link', { name, exact: true }).click()
  await arrive(page, name)
}

/** A way to help, as the page of that person offers it. */
function choose(page: Page, way: string): Promise<void> {
  return page.getByRole('main').getByRole('link', { name: way, exact: true }).click()
}

async function tellHelp(page: Page): Promise<void> {
  await page.getByLabel('hadir langsung').check()
  await page.getByLabel('Alasan', { exact: true }).fill(REASON)
  await page.getByLabel('Nomor tiket').fill(HELP.ticket)
}

/** From the desk, as it stands before the second officer since they came. */
async function approve(page: Page, { name }: SomePerson): Promise<void> {
  await page.reload()
  await page.getByRole('link', { name: 'Persetujuan (1 menunggu Anda)' }).click()
  await page.getByRole('row').filter({ hasText: name }).getByRole('link').click()
  await press(page, 'Setujui')
  await page.getByText('disetujui dan dilaksanakan').waitFor()
}

async function passCheck(page: Page, scripting: Scripting): Promise<void> {
  if (scripting.javaScriptEnabled) return page.getByText(captchaWords.done).waitFor()
  const id = (await page.locator('[data-captcha]').getAttribute('data-captcha')) ?? ''
  await page.getByText(captchaWords.otherWays).click()
  await page.getByLabel(captchaWords.answer).fill(answerFor(id))
}

describe.each(SCRIPTING)('%s, an employee with a lost phone and a dead mailbox', (_, scripting) => {
  test('comes to the desk, and leaves signed in on a new phone', async () => {
    const agency = await addAgency(sql)
    const office = { agency, role: 'officer', devices: TWO_DEVICES } as const
    const employee = await addPerson(sql, {
      agency,
      name: 'Budi Santoso',
      emails: ['mati@kabupaten.example'],
    })
    const dewi = await addPerson(sql, { ...office, name: 'Dewi Lestari' })
    const rini = await addPerson(sql, { ...office, name: 'Rini Astuti' })
    const desk = await atDesk(dewi, scripting)
    const second = await atDesk(rini, scripting)
    const phone = await openWindow(browser, { baseURL: site.origin, ...scripting })

    // The email first: the account is held for a day once another phone is activated.
    await find(desk.page, 'sant', employee)
    await choose(desk.page, 'Perbaikan email')
    await desk.page.getByLabel('Email pertama').check()
    await desk.page.getByLabel('Email baru').fill(NEW)
    await tellHelp(desk.page)
    await press(desk.page, 'Ajukan kepada petugas lain')
    await desk.page.getByText('Permintaan ini harus disetujui petugas lain.').waitFor()
    await approve(second.page, employee)

    await phone.page.goto(paths.signIn)
    await phone.page.getByRole('link', { name: 'Reset', exact: true }).click()
    await phone.page.getByRole('link', { name: 'Kode untuk email baru' }).click()
    await phone.page.getByLabel('NIP').fill(employee.nip)
    await phone.page.getByLabel('Kode dari email').fill(await codeMailed(employee))
    await passCheck(phone.page, scripting)
    await press(phone.page, 'Ganti email')
    await phone.page.getByText('Email baru Anda sudah tersimpan.').waitFor()

    await desk.page.goto(paths.desk)
    await find(desk.page, 'budi', employee)
    await choose(desk.page, 'Reset MFA')
    await desk.page.getByLabel('HP hilang atau rusak').check()
    await tellHelp(desk.page)
    await press(desk.page, 'Buat kode aktivasi ulang')
    await desk.page.getByText('Serahkan langsung kepada pegawai').waitFor()
    const code = (await desk.page.locator('.handed code').textContent()) ?? ''

    await toCode(phone.page, employee)
    await phone.page.getByRole('link', { name: 'Saya punya kode dari BKPSDM' }).click()
    await phone.page.getByLabel('Kode aktivasi ulang').fill(code.toLowerCase().replaceAll('-', ' '))
    await press(phone.page, 'Lanjut')
    await arrive(phone.page, 'Aktivasi MFA')
    await activate(phone.page, site.now(), 'HP Baru')
    await phone.page.getByLabel('Saya sudah menyimpan kode cadangan').check()
    await press(phone.page, 'Lanjutkan')
    await arrive(phone.page, 'Latihan')
    await phone.page.getByRole('link', { name: 'Lewati' }).click()
    await arrive(phone.page, 'Beranda')

    await phone.page.getByRole('link', { name: 'Buka Akun' }).click()
    await phone.page.getByRole('link', { name: 'Siapa yang menyentuh akun saya' }).click()
    await arrive(phone.page, 'Siapa yang menyentuh akun saya')
    const record = await phone.page.getByRole('main').innerText()
    for (const text of ['Dewi Lestari, petugas BKPSDM', 'Rini Astuti, petugas BKPSDM', REASON])
      expect(record).toContain(text)

    site.pass(60)
    const finder = await openWindow(browser, { baseURL: site.origin, ...scripting })
    await toCode(finder.page, employee)
    await typeCode(finder.page, codeFor(KEY, site.now()))
    await finder.page.getByText('Kode ini dari QR lama (HP Samsung').waitFor()
    for (const { complaints } of [desk, second, phone, finder]) expect(complaints).toEqual([])
  })
})
