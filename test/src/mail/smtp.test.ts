import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import type { EmailAddress } from '#domain/mail/address.ts'
import type { MailId } from '#domain/mail/mail.ts'
import { no, ok } from '#domain/result.ts'
import { type Envelope, makeSmtp } from '#src/mail/smtp.ts'
import { GOING_ON, SENDER } from '#test/support/mails.ts'
import { startMuteServer, startSmtp } from '#test/support/smtp.ts'

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e' as MailId
const MAIL = {
  id: ID,
  to: 'budi@instansi.example' as EmailAddress,
  name: 'Budi Santoso',
  subject: 'Kode reset Anda',
  text: 'Teks – biasa\n',
  html: '<p>Teks – biasa</p>',
}

function deliver(port: number, fields: Partial<Envelope & typeof MAIL> = {}) {
  const server = { host: '127.0.0.1', port, secure: false, auth: undefined }
  return makeSmtp(server, SENDER)({ ...MAIL, ...fields }, GOING_ON.late)
}

describe('over SMTP', () => {
  test('a mail arrives with text and HTML, from and to one address each', async () => {
    const { port, mails } = await startSmtp()
    expect(await deliver(port)).toEqual(ok(true))
    expect(mails).toHaveLength(1)
    const [{ from, to, mail } = { mail: undefined }] = mails
    expect([from, to]).toEqual([SENDER.address, [MAIL.to]])
    expect(mail).toMatchObject({
      subject: MAIL.subject,
      from: SENDER,
      to: [{ name: MAIL.name, address: MAIL.to }],
      messageId: `<${ID}@asn.example.go.id>`,
    })
    expect([mail?.text?.trim(), mail?.html?.trim()]).toEqual([MAIL.text.trim(), MAIL.html])
    expect([mail?.cc, mail?.bcc, mail?.attachments]).toEqual([undefined, undefined, []])
  })

  test('a mail sent again has the same Message-ID, so that a mailer can drop the double', async () => {
    const { port, mails } = await startSmtp()
    await deliver(port)
    await deliver(port)
    expect(new Set(mails.map(({ mail }) => mail.messageId)).size).toBe(1)
  })

  test.each([
    ['the name', { name: 'Budi\r\nBcc: evil@example.org' }],
    ['the name, as another recipient', { name: 'Budi <evil@example.org>, x' }],
    ['the subject', { subject: 'Kode\r\nBcc: evil@example.org\r\n\r\nisi' }],
    ['the text', { text: '\r\n.\r\nRCPT TO:<evil@example.org>\r\n' }],
    ['the HTML, as a file', { html: '<img src="file:///etc/passwd">' }],
  ])('nobody else is written to, whatever stands in %s', async (_, fields) => {
    const { port, mails } = await startSmtp()
    expect(await deliver(port, fields)).toEqual(ok(true))
    expect(mails.map(({ to }) => to)).toEqual([[MAIL.to]])
    const head = mails[0]?.raw.split('\r\n\r\n')[0] ?? ''
    expect(head).not.toMatch(/^bcc:/im)
    expect(mails[0]?.mail.to?.map(({ address }) => address)).toEqual([MAIL.to])
    expect(mails[0]?.mail.attachments).toEqual([])
  })

  test.each([
    [550, '5.1.1 no such mailbox', 'mailboxRefused'],
    [553, 'bad address', 'mailboxRefused'],
    [550, '5.7.1 relaying denied', 'refusedForNow'],
    [450, '4.2.1 mailbox busy', 'refusedForNow'],
    [451, 'try again', 'refusedForNow'],
    [421, 'closing', 'unreachable'],
  ] as const)('a recipient refused with %i %s is %s', async (code, text, failure) => {
    const { port, mails } = await startSmtp({ refuse: () => ({ code, text }) })
    expect(await deliver(port)).toEqual(no(failure))
    expect(mails).toEqual([])
  })

  test('a server that does not take us as sender takes no mail at all', async () => {
    const { port } = await startSmtp({ refuseSender: { code: 550, text: '5.1.8 bad sender' } })
    expect(await deliver(port)).toEqual(no('unreachable'))
  })

  test.each([
    'a>\r\nRCPT TO:<evil@example.org',
    'a@instansi.example, evil@example.org',
    'Budi <evil@example.org>',
  ])('what is not one address is told to no server: %j', async (text) => {
    const { port, mails } = await startSmtp()
    const to = text as EmailAddress
    expect(await deliver(port, { to })).toEqual(no('unwritable'))
    expect(mails).toEqual([])
  })

  test('a mail refused after it was sent is a failure of that mail alone', async () => {
    const { port } = await startSmtp({ refuseData: { code: 554, text: '5.6.0 no' } })
    expect(await deliver(port)).toEqual(no('refusedForNow'))
  })

  test('a closed port is unreachable', async () => {
    const { port, close } = await startSmtp()
    await close()
    expect(await deliver(port)).toEqual(no('unreachable'))
  })

  test('a server that hangs up in the midst is unreachable', async () => {
    const server = createServer((socket) => socket.end('220 hello\r\n'))
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    expect(await deliver(port)).toEqual(no('unreachable'))
    server.close()
  })

  test('a server that says nothing is left when it gets late', async () => {
    const { port } = await startMuteServer()
    const late = new AbortController()
    const server = { host: '127.0.0.1', port, secure: false, auth: undefined }
    const delivered = makeSmtp(server, SENDER)(MAIL, late.signal)
    late.abort()
    expect(await delivered).toEqual(no('unreachable'))
  })

  test('a password is never sent in clear', async () => {
    const { port, mails } = await startSmtp()
    const auth = { user: 'asn', pass: 'rahasia' }
    const smtp = makeSmtp({ host: '127.0.0.1', port, secure: false, auth }, SENDER)
    expect((await smtp(MAIL, GOING_ON.late)).ok).toBe(false)
    expect(mails).toEqual([])
  })
})
