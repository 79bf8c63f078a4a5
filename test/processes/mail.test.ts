import { setTimeout } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import type { MailId } from '#domain/mail/mail.ts'
import { inTransaction } from '#src/store/database.ts'
import { addEvent } from '#src/store/events.ts'
import { addPerson, type SomePerson } from '#test/support/builders.ts'
import { caller } from '#test/support/caller.ts'
import { openDesk, silenceNews, untilWaiting } from '#test/support/desk.ts'
import { vault } from '#test/support/secrets.ts'
import { startMuteServer, startSmtp } from '#test/support/smtp.ts'
import { origin } from '#test/support/tries.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 60_000 })

const desk = await openDesk()
const atHome = await desk.start({ JOBS: 'off' })
const owner = await desk.owner()
await silenceNews(owner)
const JOBS = 'asn-digital-jobs'
const EMAIL = 'budi@instansi.example'

/** A process that only sends mails, to the server at that port. */
function startSender(port: number, env: Record<string, string> = {}) {
  return desk.start({
    JOBS: 'only',
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    BASE_URL: 'https://asn.example.go.id',
    ...env,
  })
}

async function someone(fields: Partial<SomePerson> = {}): Promise<SomePerson> {
  await owner`delete from outbox`
  return await addPerson(owner, { emails: [EMAIL], ...fields })
}

async function tell({ id }: SomePerson): Promise<void> {
  const happening = { kind: 'codeReplayed' } as const
  await addEvent(owner, { ...origin, at: new Date(), person: id, actor: id, happening })
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await setTimeout(10)
}

/** What was begun is done or undone, that of a process that is gone too. */
async function isQuiet(): Promise<boolean> {
  const busy = await owner`
    select from pg_stat_activity where application_name like 'asn-digital%' and state <> 'idle'`
  return busy.length === 0
}

async function waiting(): Promise<number> {
  return (await owner`select from outbox where sent_at is null and given_up_at is null`).length
}

describe('several processes', () => {
  test('that send from one outbox send each mail once; one with JOBS=off sends none', async () => {
    const { port, mails } = await startSmtp()
    const person = await someone()
    for (let left = 30; left > 0; left -= 1) await tell(person)
    expect(await waiting()).toBe(30)
    const senders = await Promise.all([startSender(port), startSender(port)])
    await until(async () => (await waiting()) === 0)
    await Promise.all(senders.map((sender) => sender.stop()))
    expect(mails).toHaveLength(30)
    expect(new Set(mails.map(({ mail }) => mail.messageId)).size).toBe(30)
  })

  test('share the work by a flag: with JOBS=only no port is open', async () => {
    const sender = await startSender(9)
    expect(sender.output()).toContain('siap mengerjakan pekerjaan latar')
    expect(sender.output()).not.toContain('siap di')
    expect(await sender.stop()).toBe(0)
  })
})

describe('T-CRASH a sender killed with kill -9', () => {
  test('between the acceptance of a mail and its commit sends it once more, and loses nothing', async () => {
    const { port, mails } = await startSmtp()
    await tell(await someone())
    await owner.begin(async (tx) => {
      await tx`lock table email_addresses in share row exclusive mode`
      const sender = await startSender(port)
      await untilWaiting(owner, () => 1, JOBS)
      expect(mails).toHaveLength(1)
      await sender.kill('SIGKILL')
    })
    expect(await waiting()).toBe(1)
    const again = await startSender(port)
    await until(async () => (await waiting()) === 0)
    await again.stop()
    expect(mails).toHaveLength(2)
    expect(new Set(mails.map(({ mail }) => mail.messageId)).size).toBe(1)
  })

  test('in the midst of the conversation sends it afterwards', async () => {
    const person = await someone()
    await tell(person)
    const { port: mute } = await startMuteServer()
    const hanging = await startSender(mute)
    await until(async () => {
      const held = await owner`
        select from pg_stat_activity
        where application_name = ${JOBS} and state = 'idle in transaction'`
      return held.length > 0
    })
    await hanging.kill('SIGKILL')
    const { port, mails } = await startSmtp()
    const again = await startSender(port)
    await until(async () => (await waiting()) === 0)
    await again.stop()
    expect(mails).toHaveLength(1)
  })
})

test('a mail server that hangs holds up no page', async () => {
  const { port, server } = await startMuteServer()
  let connections = 0
  server.on('connection', () => {
    connections += 1
  })
  const person = await someone()
  const portal = await desk.start({ SMTP_URL: `smtp://127.0.0.1:${port}` })
  for (let left = 20; left > 0; left -= 1) await tell(person)
  await until(() => connections > 3)
  const browser = caller(portal.url)
  const pages = Array.from({ length: 30 }, () => browser.get(paths.signIn))
  expect((await Promise.all(pages)).map(({ status }) => status)).toEqual(pages.map(() => 200))
  expect((await browser.get('/readyz')).status).toBe(200)
  expect(await waiting()).toBe(20)
  await portal.stop()
})

test('on a desk without a mail server the mails are kept, to be read by people and programs', async () => {
  const person = await someone()
  const portal = await desk.start()
  await tell(person)
  const read = async () => JSON.parse((await caller(portal.url).get(paths.mailboxJson)).body)
  await until(async () => (await read()).length === 1)
  const [mail] = await read()
  expect(mail).toMatchObject({ to: EMAIL, subject: 'Kode verifikasi dipakai dua kali' })
  expect(mail.text).toContain(`${portal.url}/bukan-saya/`)
  expect(mail.html).toContain('<!doctype html>')
  expect((await caller(portal.url).get(paths.mailbox)).body).toContain(mail.subject)
  await portal.stop()
})

describe('T-CRASH kill -9 in the midst of a freeze', () => {
  test.each(['accounts', 'sign_ins', 'sessions', 'known_browsers', 'events', 'outbox'])(
    'that waits for %s leaves all of it or nothing',
    async (table) => {
      const portal = await desk.start({ JOBS: 'off' })
      const person = await someone()
      await tell(person)
      const [row] = await owner<{ id: MailId }[]>`select id from outbox`
      const path = paths.notMe(vault.notMeToken(row?.id ?? ('' as MailId)))
      const browser = caller(portal.url)
      await browser.get(path)
      await inTransaction(owner, async (tx) => {
        await tx.unsafe(`lock table ${table} in share row exclusive mode`)
        const post = browser.post(path).catch(() => undefined)
        await untilWaiting(owner, () => 1)
        await portal.kill('SIGKILL')
        await post
      })
      await until(isQuiet)
      expect(await frozenBy(person)).toEqual({ frozen: false, told: 0, mails: 1 })
      browser.goTo(atHome.url)
      await browser.get(path)
      await browser.send(path)
      expect(await frozenBy(person)).toEqual({ frozen: true, told: 1, mails: 2 })
    },
  )
})

async function frozenBy({ id }: SomePerson) {
  const [row] = await owner`
    select state = 'frozen' as frozen,
      (select count(*) from events where person = ${id} and kind = 'frozen') as told,
      (select count(*) from outbox where person = ${id}) as mails
    from accounts where person = ${id}`
  return row
}
