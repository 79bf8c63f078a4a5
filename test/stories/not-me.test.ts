import { describe, expect, test } from 'vitest'
import { sendAllDue } from '#src/jobs/mail-sender.ts'
import { arrive, openWindow, press, SCREENS, startBrowser } from '#test/support/browser.ts'
import { addPerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { toHome, typeSignIn } from '#test/support/journey.ts'
import { startSite } from '#test/support/live-site.ts'
import { GOING_ON, postTo, SITE } from '#test/support/mails.ts'
import { startSmtp } from '#test/support/smtp.ts'
import { textBrowser } from '#test/support/text-browser.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const site = await startSite(sql)
const smtp = await startSmtp()
const browser = await startBrowser()
const DONE = 'Terima kasih. Semua sesi sudah diakhiri dan akun Anda ditahan.'

/** Someone signs in with what they know of another; its owner reads the mail that tells it. */
async function burgled(email: string) {
  const owner = await addPerson(sql, { emails: [email] })
  const burglar = await openWindow(browser, { baseURL: site.origin })
  await toHome(burglar.page, owner, site.now())
  await sendAllDue(postTo(sql, smtp.port, { clock: site.now }).post, GOING_ON)
  const [{ mail } = { mail: undefined }] = smtp.to(email)
  const link = /https:\S+\/bukan-saya\/\S+/.exec(mail?.text ?? '')?.[0] ?? ''
  return { owner, burglar, mail, path: link.replace(SITE, '') }
}

describe.each(SCREENS)('Bukan saya %s', (name, screen) => {
  test('R-NO-02 one button in the mail throws the burglar out and holds the account', async () => {
    const { owner, burglar, mail, path } = await burgled(`${name.replaceAll(' ', '.')}@x.example`)
    expect(mail?.subject).toBe('Masuk dari browser baru')
    const { page, complaints } = await openWindow(browser, { ...screen, baseURL: site.origin })
    await page.goto(path)
    await press(page, 'Ya, ini bukan saya')
    await page.getByText(DONE).waitFor()
    await page.reload()
    await page.getByText(DONE).waitFor()
    await burglar.page.goto(paths.home)
    await arrive(burglar.page, 'Sesi berakhir')
    await typeSignIn(page, owner.nip, owner.password)
    await page.getByText('Akun Anda ditahan karena laporan Bukan saya.').waitFor()
    expect(complaints).toEqual([])
  })
})

test('T-NOJS R-NO-02 in a text browser too', async () => {
  const { path } = await burgled('teks@x.example')
  const reader = textBrowser(site.origin)
  await reader.open(path)
  await reader.press('Ya, ini bukan saya')
  expect(reader.text()).toContain(DONE)
})
