import { describe, expect, test } from 'vitest'
import { testDatabase } from '#test/support/database.ts'
import { visitor } from '#test/support/visitor.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const MAIL = {
  id: '0f8fad5b-d9cb-469f-a165-70867728950e',
  to: 'budi@instansi.example',
  subject: 'Kode reset <Anda>',
  text: 'Yth. Budi,\n\n    1234 5678\n',
  html: '<!doctype html><p>Yth. Budi,</p>',
  at: '2026-11-21T05:00:00.000Z',
}
const PATHS = [paths.mailbox, paths.mailboxJson, paths.mailHtml(MAIL.id)]

describe('where there is a mailbox', () => {
  const browser = visitor(sql, { deps: { mailbox: { list: async () => [MAIL] } } })

  test('a page shows its mails as text, with the way to the HTML', async () => {
    const { status, headers, body } = await browser.get(paths.mailbox)
    expect(status).toBe(200)
    expect(headers.getSetCookie()).toEqual([])
    expect(body).toContain('<pre>Yth. Budi,\n\n    1234 5678\n</pre>')
    expect(body).toContain('Kode reset &lt;Anda&gt;')
    expect(body).toContain('21 November 2026 pukul 12.00 WIB')
    expect(body).toContain(`href="${paths.mailHtml(MAIL.id)}"`)
  })

  test('programs get them as JSON', async () => {
    const { headers, body } = await browser.get(paths.mailboxJson)
    const { id, ...told } = MAIL
    expect(headers.get('Content-Type')).toContain('application/json')
    expect(JSON.parse(body)).toEqual([told])
    expect(id).toHaveLength(36)
  })

  test('the HTML of a mail is shown as it was written, under our own policy', async () => {
    const { body, headers } = await browser.get(paths.mailHtml(MAIL.id))
    expect(body).toBe(MAIL.html)
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect((await browser.get(paths.mailHtml('x'))).status).toBe(404)
  })
})

test.each(PATHS)('where there is none, %s is no address', async (path) => {
  const { status, body } = await visitor(sql).get(path)
  expect(status).toBe(404)
  expect(body).toContain('Halaman ini tidak ada.')
})
