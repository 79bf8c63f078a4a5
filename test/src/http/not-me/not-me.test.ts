import { describe, expect, test } from 'vitest'
import type { MailId } from '#domain/mail/mail.ts'
import { addPerson, type SomePerson } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { whileHeld } from '#test/support/held.ts'
import { addCodeMail, tell } from '#test/support/mails.ts'
import { vault } from '#test/support/secrets.ts'
import { type Visit, visitor } from '#test/support/visitor.ts'
import { atSignIn, codeAt, signedIn, testClock, typePassword } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const application = asApplication(sql)
const ASKED = 'Ya, ini bukan saya'
const DONE = 'Terima kasih. Semua sesi sudah diakhiri dan akun Anda ditahan.'
const LATE = 'Tautan ini sudah tidak berlaku. Bila perlu, hubungi BKPSDM.'
const EMAILS = ['budi@instansi.example']

/** The address in the notice that an event of this person brought. */
async function linkOf({ id }: Pick<SomePerson, 'id'>): Promise<string> {
  await tell(application, id)
  const [row] = await sql<{ id: MailId }[]>`select id from outbox where person = ${id}`
  return pathOf(row?.id)
}

function pathOf(id = crypto.randomUUID() as MailId): string {
  return paths.notMe(vault.notMeToken(id))
}

async function noticed(visit: Visit = {}, fields: Partial<SomePerson> = {}) {
  const person = await addPerson(sql, { emails: EMAILS, ...fields })
  const path = await linkOf(person)
  return { person, path, browser: visitor(sql, visit) }
}

async function stateOf({ id }: SomePerson) {
  const [row] = await sql`select state, frozen_at from accounts where person = ${id}`
  return row
}

async function happened({ id }: SomePerson, kind = 'frozen'): Promise<number> {
  return (await sql`select from events where person = ${id} and kind = ${kind}`).length
}

describe('R-NO-02 opening a link Bukan saya', () => {
  test('asks, and changes nothing, however often a scanner opens it', async () => {
    const { person, path, browser } = await noticed()
    for (let times = 3; times > 0; times -= 1) {
      const page = await browser.get(path)
      expect(page.status).toBe(200)
      expect(page.body).toContain(ASKED)
    }
    expect(await stateOf(person)).toEqual({ state: 'active', frozenAt: null })
    expect(await happened(person)).toBe(0)
  })

  test.each([
    ['another end', (path: string) => `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`, 404],
    ['the id of a mail that is not there', () => pathOf(), 404],
    ['no token at all', () => paths.notMe('x'), 404],
  ])('with %s says it serves no more', async (_, change, status) => {
    const { path, browser } = await noticed()
    const page = await browser.get(change(path))
    expect(page.status).toBe(status)
    expect(page.body).toContain(LATE)
    expect(page.body).not.toContain('<form')
  })

  test('serves for 48 hours, and is told as gone from then on', async () => {
    const { clock, at } = testClock()
    const { person, path, browser } = await noticed({ deps: { clock } })
    at(48 * 3600 - 1)
    expect((await browser.get(path)).body).toContain(ASKED)
    at(48 * 3600)
    const late = await browser.get(path)
    expect([late.status, late.body.includes(LATE)]).toEqual([410, true])
    expect((await browser.send(path)).status).toBe(410)
    expect(await stateOf(person)).toMatchObject({ state: 'active' })
  })

  test('is answered alike whatever late or unknown link it is, but for the status', async () => {
    const { clock, at } = testClock()
    const { path, browser } = await noticed({ deps: { clock } })
    at(48 * 3600)
    expect((await browser.get(path)).body).toBe((await browser.get(pathOf())).body)
  })

  test('of a mail to an officer, or of one with a code, freezes nobody', async () => {
    const { person } = await noticed()
    const officer = await addPerson(sql, { emails: ['dewi@instansi.example'], role: 'officer' })
    await sql`
      update mandates set agency = (select agency from people where id = ${person.id})
      where person = ${officer.id}`
    await tell(application, person.id, { kind: 'frozen' })
    const [told] = await sql<{ id: MailId }[]>`select id from outbox where person = ${officer.id}`
    const code = await addCodeMail(application, { person: person.id, address: EMAILS[0] ?? '' })
    for (const id of [told?.id, code]) {
      const browser = visitor(sql)
      await browser.get(paths.signIn)
      expect((await browser.send(pathOf(id))).status).toBe(404)
    }
    expect(await stateOf(person)).toMatchObject({ state: 'active' })
    expect(await stateOf(officer)).toMatchObject({ state: 'active' })
  })
})

describe('R-NO-02 pressing it', () => {
  test.each([{ htmx: false }, { htmx: true }])(
    'freezes the account, ends all that is open and tells it (%o)',
    async (visit) => {
      const { clock, at } = testClock()
      const { person, browser } = await signedIn(sql, { deps: { clock } }, { emails: EMAILS })
      const midway = await atSignIn(sql, { deps: { clock } })
      await typePassword(midway, person)
      const path = await linkOf(person)
      const elsewhere = visitor(sql, { ...visit, deps: { clock } })
      await elsewhere.get(path)
      const now = at(60)
      const done = await elsewhere.send(path)
      expect([done.status, done.body.includes(DONE)]).toEqual([200, true])
      expect(await stateOf(person)).toEqual({ state: 'frozen', frozenAt: now })
      expect((await browser.get(paths.home)).headers.get('Location')).toBe(paths.sessionOver)
      const late = await midway.post(paths.code, { code: codeAt(now) })
      expect(late.headers.get('Location')).toBe(paths.signIn)
      for (const table of ['sessions', 'sign_ins', 'known_browsers'])
        expect(await sql.unsafe(`select from ${table} where person = '${person.id}'`)).toEqual([])
      expect(await happened(person)).toBe(1)
    },
  )

  test('tells the owner, who cannot sign in any more', async () => {
    const { person, path, browser } = await noticed()
    await browser.get(path)
    await browser.send(path)
    const told = await sql`
      select from outbox o join events e on e.id = o.event
      where o.person = ${person.id} and e.kind = 'frozen'`
    expect(told).toHaveLength(1)
    const page = await typePassword(await atSignIn(sql), person)
    expect(page.body).toContain('Akun Anda ditahan karena laporan Bukan saya.')
  })

  test('twice, or in two tabs, freezes once', async () => {
    const { person, path, browser } = await noticed()
    await browser.get(path)
    const both = await Promise.all([browser.send(path), browser.send(path)])
    expect(both.map(({ body }) => body.includes(DONE))).toEqual([true, true])
    expect((await browser.send(path)).body).toContain(DONE)
    expect(await happened(person)).toBe(1)
  })

  test('waits for a change of the account under way and judges what that one left', async () => {
    const { person, path, browser } = await noticed()
    await browser.get(path)
    const page = await whileHeld(
      sql,
      (tx) => tx`update accounts set state = 'disabled' where person = ${person.id}`,
      () => browser.send(path),
    )
    expect(page.body).toContain('Akun Anda dinonaktifkan.')
    expect(await happened(person)).toBe(0)
  })

  test('a disabled account stays disabled, and that is told', async () => {
    const { person, path, browser } = await noticed({}, { state: 'disabled' })
    await browser.get(paths.signIn)
    const page = await browser.send(path)
    expect(page.body).toContain('Akun Anda dinonaktifkan. Hubungi BKPSDM instansi Anda.')
    expect(await stateOf(person)).toEqual({ state: 'disabled', frozenAt: null })
  })

  test('an account that was never activated is frozen all the same', async () => {
    const { person, path, browser } = await noticed({}, { state: 'created' })
    await browser.get(path)
    await browser.send(path)
    expect(await stateOf(person)).toMatchObject({ state: 'frozen' })
  })

  test.each([
    ['from another site', { 'Sec-Fetch-Site': 'cross-site' }, {}],
    ['without the token of the form', {}, { csrf: 'x' }],
  ])('%s changes nothing', async (_, headers, form) => {
    const { person, path, browser } = await noticed({ headers })
    await browser.get(path)
    const refused = await browser.post(path, form)
    expect(refused.status).toBe(403)
    expect(await stateOf(person)).toMatchObject({ state: 'active' })
  })

  test('R-CS-01 with a stale token brings the button back, which then works', async () => {
    const { person, path, browser } = await noticed()
    const again = await browser.post(path, { csrf: 'x' })
    expect(again.body).toContain('Halaman ini sudah tidak berlaku. Silakan kirim sekali lagi.')
    expect((await browser.send(path)).body).toContain(DONE)
    expect(await stateOf(person)).toMatchObject({ state: 'frozen' })
  })
})
