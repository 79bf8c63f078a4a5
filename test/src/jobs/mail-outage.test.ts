import { beforeEach, describe, expect, test } from 'vitest'
import type { Deps } from '#src/deps.ts'
import { sendAllDue, sendMails } from '#src/jobs/mail-sender.ts'
import type { SomePerson } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { GOING_ON, postTo } from '#test/support/mails.ts'
import {
  addForgetful,
  askedForCode,
  lastCodeMailedTo,
  passwordReset,
  typeNip,
} from '#test/support/reset-walk.ts'
import { startSmtp } from '#test/support/smtp.ts'
import { visitor } from '#test/support/visitor.ts'
import { testClock } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const MINUTE = 60

beforeEach(async () => {
  await owner`delete from outbox`
  await owner`delete from throttles`
})

/** People, pages and the sender under one clock, and a mail server that comes and goes. */
async function inOutage() {
  const { clock, at } = testClock()
  const { port, close } = await startSmtp()
  await close()
  const { post, failed } = postTo(sql, port, { clock })
  let now = 0
  /** A round of the sender every three seconds, as in the program. */
  const pass = async (seconds: number) => {
    for (const end = now + seconds; now < end; now += 3) {
      at(now)
      await sendAllDue(post, GOING_ON)
    }
    at(now)
  }
  const deps: Partial<Deps> = { clock }
  return { deps, pass, failed, back: () => startSmtp({ port }), post, port }
}

async function askFor(deps: Partial<Deps>, email: string) {
  const person = await addForgetful(owner, { emails: [email] })
  const address = `198.51.100.${email.length}`
  const { browser, page } = await askedForCode(owner, { nip: person.nip, email, deps, address })
  return { person, browser, page, code: await lastCodeMailedTo(owner, person) }
}

async function rowsOf({ id }: Pick<SomePerson, 'id'>) {
  return owner<{ kind: string; isSent: boolean; failure: string | null }[]>`
    select kind, sent_at is not null as is_sent, failure from outbox where person = ${id}
    order by made_at, kind`
}

describe('a mail server that is away for ten minutes', () => {
  test('keeps nobody from asking; what still serves arrives once, and nothing is lost', async () => {
    const { deps, pass, failed, back } = await inOutage()
    const early = await askFor(deps, 'awal@x.example')
    expect(early.page.body).toContain('Jika NIP dan email cocok, kode 8 angka sudah dikirim')
    await pass(4 * MINUTE)
    await askFor(deps, 'lambat@x.example')
    const { person: done } = await passwordReset(
      owner,
      { deps, address: '198.51.100.99' },
      { emails: ['pegawai@instansi.example'] },
    )
    await pass(6 * MINUTE)
    expect(new Set(failed.map(({ failure }) => failure))).toEqual(new Set(['unreachable']))
    const { mails, to } = await back()
    await pass(10 * MINUTE)

    expect(await rowsOf(early.person)).toEqual([
      { kind: 'resetCode', isSent: false, failure: 'expired' },
    ])
    expect(to('awal@x.example')).toEqual([])
    expect(to('lambat@x.example').map(({ mail }) => mail.subject)).toEqual(['Kode reset Anda'])
    expect(
      to('pegawai@instansi.example')
        .map(({ mail }) => mail.subject)
        .sort(),
    ).toEqual(['Kode reset Anda', 'Password baru tersimpan', 'Reset password sedang berlangsung'])
    expect(new Set(mails.map(({ mail }) => mail.messageId)).size).toBe(mails.length)
    const left = await owner`select from outbox where sent_at is null and given_up_at is null`
    expect(left).toEqual([])
    expect((await rowsOf(done)).every(({ isSent }) => isSent)).toBe(true)
  })

  test('leaves a code that came in time of use, and says of another that it serves no more', async () => {
    const { deps, pass, back } = await inOutage()
    const early = await askFor(deps, 'awal@x.example')
    await pass(4 * MINUTE)
    const late = await askFor(deps, 'lambat@x.example')
    await pass(6 * MINUTE)
    const { to } = await back()
    await pass(3 * MINUTE)
    const [code = ''] = /\d{4} \d{4}/.exec(to('lambat@x.example')[0]?.mail.text ?? '') ?? []
    const next = await late.browser.send(paths.resetCode, { email_code: code })
    expect(next.path).toBe(paths.resetNewPassword)
    const gone = await early.browser.post(paths.resetCode, { email_code: early.code })
    expect(gone.body).toContain('Kode sudah tidak berlaku. Silakan minta kode baru.')
    await early.browser.get(paths.resetEmail)
    await early.browser.send(paths.resetEmail, { email: 'awal@x.example' })
    await pass(3)
    const again = /\d{4} \d{4}/.exec(to('awal@x.example')[0]?.mail.text ?? '')?.[0] ?? ''
    const end = await early.browser.send(paths.resetCode, { email_code: again })
    expect(end.path).toBe(paths.resetNewPassword)
  })

  test('and leaves with a mail in its hands gets that one twice, the others once', async () => {
    const { deps, pass, port, back } = await inOutage()
    let leave: (() => Promise<void>) | undefined
    const first = await startSmtp({ port, taken: () => leave?.() })
    leave = first.close
    for (const name of ['a', 'bb', 'ccc']) await askFor(deps, `${name}@x.example`)
    await pass(3)
    expect(first.mails).toHaveLength(1)
    await pass(MINUTE)
    const second = await back()
    await pass(5 * MINUTE)
    expect(second.mails).toHaveLength(3)
    const ids = [...first.mails, ...second.mails].map(({ mail }) => mail.messageId)
    expect(new Set(ids).size).toBe(3)
  })
})

describe('a page', () => {
  /** Were it to wait for its mail, both would wait for ever. */
  test('is answered before its mail is taken, however long the server thinks', async () => {
    const order: string[] = []
    let answer = () => {}
    const answered = new Promise<void>((resolve) => {
      answer = resolve
    })
    let arrive = () => {}
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve
    })
    const { port } = await startSmtp({
      taken: async () => {
        order.push('the mail is with the server')
        await answered
        order.push('the server has taken it')
        arrive()
      },
    })
    const sending = sendMails(postTo(sql, port).post)
    const person = await addForgetful(owner)
    const browser = visitor(owner)
    await typeNip(browser, person.nip)
    const page = await browser.send(paths.resetEmail, { email: 'pegawai@instansi.example' })
    order.push('the page is there')
    answer()
    await arrived
    await sending.stop()
    expect(page.body).toContain('kode 8 angka sudah dikirim')
    expect(order.indexOf('the page is there')).toBeLessThan(
      order.indexOf('the server has taken it'),
    )
    expect(await rowsOf(person)).toEqual([{ kind: 'resetCode', isSent: true, failure: null }])
  })
})
