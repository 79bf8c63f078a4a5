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
  await one.page.goto(paths.hats)
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

async function tellHelp(page: Page): Promise<void> {
  await page.getByLabel('hadir langsung').check()
  await page.getByLabel('Alasan', { exact: true }).fill(REASON)
  await page.getByLabel('Nomor tiket').fill(HELP.ticket)
}

async function approve(page: Page, path: string): Promise<void> {
  await page.goto(paths.approvals)
  await page.locator(`a[href="${path}"]`).click()
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
    await desk.page.goto(paths.employeeEmail(employee.id))
    await desk.page.getByLabel('Email pertama').check()
    await desk.page.getByLabel('Email baru').fill(NEW)
    await tellHelp(desk.page)
    await press(desk.page, 'Ajukan kepada petugas lain')
    await desk.page.getByText('Permintaan ini harus disetujui petugas lain.').waitFor()
    await approve(second.page, new URL(desk.page.url()).pathname)

    await phone.page.goto(paths.newEmail)
    await phone.page.getByLabel('NIP').fill(employee.nip)
    await phone.page.getByLabel('Kode dari email').fill(await codeMailed(employee))
    await passCheck(phone.page, scripting)
    await press(phone.page, 'Ganti email')
    await phone.page.getByText('Email baru Anda sudah tersimpan.').waitFor()

    await desk.page.goto(paths.employeeMfaReset(employee.id))
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
    await phone.page.goto(paths.home)
    await arrive(phone.page, 'Beranda')

    await phone.page.goto(paths.record)
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
