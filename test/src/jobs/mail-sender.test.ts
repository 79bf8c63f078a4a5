import { describe, expect, test } from 'vitest'
import { after as later } from '#domain/instant.ts'
import { sendAllDue, sendMails } from '#src/jobs/mail-sender.ts'
import { addPerson, NOW, type SomePerson } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { addCodeMail, GOING_ON, postTo, SITE, tell } from '#test/support/mails.ts'
import { vault } from '#test/support/secrets.ts'
import { startMuteServer, startSmtp } from '#test/support/smtp.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const FIRST = 'budi@instansi.example'
const SECOND = 'budi@rumah.example'

async function someone(fields: Partial<SomePerson> = {}) {
  await owner`delete from outbox`
  return await addPerson(owner, { name: 'Budi', emails: [FIRST], ...fields })
}

async function waiting(): Promise<number> {
  const [row] = await owner<{ count: number }[]>`
    select count(*) from outbox where sent_at is null and given_up_at is null`
  return row?.count ?? 0
}

describe('the mail sender', () => {
  test('R-NO-01 sends one mail to each address in force, text and HTML alike', async () => {
    const { port, mails } = await startSmtp()
    const { id } = await someone({ emails: [FIRST, SECOND] })
    const { post, problems } = postTo(sql, port)
    await tell(sql, id)
    await sendAllDue(post, GOING_ON)
    await sendAllDue(post, GOING_ON)
    expect(mails.map(({ to }) => to).sort()).toEqual([[FIRST], [SECOND]])
    for (const { mail } of mails)
      for (const text of [mail.text, mail.html]) expect(text).toContain('Yth. Budi,')
    expect(problems).toEqual([])
  })

  test('R-NO-02 gives each mail a link Bukan saya of its own, at the configured address', async () => {
    const { port, mails } = await startSmtp()
    const { id } = await someone({ emails: [FIRST, SECOND] })
    await tell(sql, id)
    await sendAllDue(postTo(sql, port).post, GOING_ON)
    const links = mails.map(({ mail }) => /https:\S+\/bukan-saya\/(\S+)/.exec(mail.text ?? ''))
    const ids = links.map((link) => vault.readNotMeToken(link?.[1] ?? ''))
    const rows = await owner<{ id: string }[]>`select id from outbox`
    expect(links.every((link) => link?.[0].startsWith(`${SITE}/bukan-saya/`))).toBe(true)
    expect(ids.sort()).toEqual(rows.map((row) => row.id).sort())
  })

  test('R-RS-02 sends a code as 1234 5678, without any link', async () => {
    const { port, mails } = await startSmtp()
    const { id: person } = await someone()
    await addCodeMail(sql, { person, address: FIRST })
    await sendAllDue(postTo(sql, port).post, GOING_ON)
    for (const text of [mails[0]?.mail.text, mails[0]?.mail.html]) {
      expect(text).toContain('1234 5678')
      expect(text).not.toMatch(/https?:|href/)
    }
  })

  test('R-RS-02 gives a code up that serves no more, instead of sending it', async () => {
    const { port, mails } = await startSmtp()
    const { id: person } = await someone()
    const { post, failed, pass } = postTo(sql, port)
    const mail = await addCodeMail(sql, { person, address: FIRST })
    pass(600)
    await sendAllDue(post, GOING_ON)
    expect(mails).toEqual([])
    expect(failed).toEqual([{ mail, failure: 'expired', givenUp: true }])
  })

  test('eight senders at once send each of forty mails once', async () => {
    const { port, mails } = await startSmtp()
    const { id } = await someone({ emails: [FIRST, SECOND] })
    const { post } = postTo(sql, port)
    for (let left = 20; left > 0; left -= 1) await tell(sql, id)
    await Promise.all(Array.from({ length: 8 }, () => sendAllDue(post, GOING_ON)))
    const ids = mails.map(({ mail }) => mail.messageId)
    expect(new Set(ids).size).toBe(40)
    expect(ids).toHaveLength(40)
  })

  test('a server that is away for ten minutes loses nothing and gets nothing twice', async () => {
    const first = await startSmtp()
    const { id } = await someone({ emails: [FIRST, SECOND] })
    const { post, pass, failed } = postTo(sql, first.port)
    await first.close()
    for (let left = 5; left > 0; left -= 1) await tell(sql, id)
    for (let seconds = 0; seconds < 600; seconds += 3) {
      await sendAllDue(post, GOING_ON)
      pass(3)
    }
    expect(await waiting()).toBe(10)
    expect(new Set(failed.map(({ failure }) => failure))).toEqual(new Set(['unreachable']))
    const { mails } = await startSmtp({ port: first.port })
    for (let seconds = 0; seconds < 600; seconds += 3) {
      await sendAllDue(post, GOING_ON)
      pass(3)
    }
    expect(await waiting()).toBe(0)
    expect(new Set(mails.map(({ mail }) => mail.messageId)).size).toBe(10)
    expect(mails).toHaveLength(10)
  })

  test('a server that is away costs one mail a round its patience, not all of them', async () => {
    const { port, close } = await startSmtp()
    await close()
    const { id } = await someone({ emails: [FIRST, SECOND] })
    const { post, failed } = postTo(sql, port)
    await tell(sql, id)
    await sendAllDue(post, GOING_ON)
    expect(failed).toHaveLength(1)
  })

  test('a mailbox that its server does not know is given up at once, the others go on', async () => {
    const refuse = (address: string) =>
      address === FIRST ? { code: 550, text: '5.1.1 no such mailbox' } : undefined
    const { port, mails } = await startSmtp({ refuse })
    const { id } = await someone({ emails: [FIRST, SECOND] })
    const { post, failed } = postTo(sql, port)
    await tell(sql, id)
    await sendAllDue(post, GOING_ON)
    expect(failed).toMatchObject([{ failure: 'mailboxRefused', givenUp: true }])
    expect(mails.map(({ to }) => to)).toEqual([[SECOND]])
    const bounced = await owner`select address from email_addresses where bounced_at is not null`
    expect(bounced).toEqual([{ address: FIRST }])
  })

  test('what is refused for now is told to the operator, and given up after a day', async () => {
    const { port } = await startSmtp({ refuse: () => ({ code: 451, text: 'later' }) })
    const { id } = await someone()
    const { post, failed, pass } = postTo(sql, port)
    await tell(sql, id)
    for (let hours = 0; hours <= 25; hours += 1) {
      await sendAllDue(post, GOING_ON)
      pass(3600)
    }
    expect(failed.length).toBeGreaterThan(20)
    expect(failed.filter(({ givenUp }) => givenUp)).toHaveLength(1)
    expect(failed.at(-1)).toMatchObject({ failure: 'refusedForNow', givenUp: true })
    const [row] = await owner<{ givenUpAt: Date }[]>`select given_up_at from outbox`
    expect(row?.givenUpAt).toEqual(later(NOW, 24 * 3600))
  })

  test('a mail that cannot be opened is a problem of its own: the others go out', async () => {
    const { port, mails } = await startSmtp()
    const { id: person } = await someone()
    const open = () => {
      throw new Error('the keys file lacks the key')
    }
    const { post, failed, problems } = postTo(sql, port, { open })
    await addCodeMail(sql, { person, address: FIRST })
    await tell(sql, person)
    await sendAllDue(post, GOING_ON)
    expect(failed).toMatchObject([{ failure: 'unwritable', givenUp: false }])
    expect(problems).toHaveLength(1)
    expect(mails).toHaveLength(1)
  })
})

describe('mails that are sent by themselves', () => {
  test('go out as soon as they are written', async () => {
    let arrived = () => {}
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const { port } = await startSmtp({ taken: () => arrived() })
    const { id } = await someone()
    const sending = sendMails(postTo(sql, port).post)
    await tell(sql, id)
    await arrival
    await sending.stop()
    expect(await waiting()).toBe(0)
  })

  test('that are under way are finished before the sender stops', async () => {
    let stop: Promise<void> | undefined
    const { id } = await someone()
    const taken = () => {
      stop = sending.stop()
    }
    const { port, mails } = await startSmtp({ taken })
    const post = postTo(sql, port).post
    const sending = sendMails(post)
    await tell(sql, id)
    while (!stop) await new Promise((resolve) => setImmediate(resolve))
    await stop
    expect(mails).toHaveLength(1)
    expect(await waiting()).toBe(0)
  })

  test('and hang hold up nobody else: the database answers, and they are due again', async () => {
    const { port } = await startMuteServer()
    const { id } = await someone()
    const late = new AbortController()
    await tell(sql, id)
    const hanging = sendAllDue(postTo(sql, port).post, { ...GOING_ON, late: late.signal })
    expect(await owner`select from people where id = ${id}`).toHaveLength(1)
    late.abort()
    await hanging
    expect(await waiting()).toBe(1)
  })
})
