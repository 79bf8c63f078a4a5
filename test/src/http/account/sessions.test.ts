import { describe, expect, test } from 'vitest'
import { atAccount } from '#test/support/at-account.ts'
import { testDatabase } from '#test/support/database.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()

async function handlesOf(person: string): Promise<string[]> {
  const rows = await sql<{ handle: string }[]>`
    select handle from sessions where person = ${person} order by started_at`
  return rows.map(({ handle }) => handle)
}

describe('/akun/sesi (R-SE-05)', () => {
  test('lists them, this one marked and without a button', async () => {
    const { person, browser, again } = await atAccount(sql)
    await again(30)
    const page = await browser.get(paths.sessions)
    const [own = '', other = ''] = await handlesOf(person.id)
    expect(page.body).toContain('Sesi ini')
    expect(page.body).toContain('Masuk 21 November 2026 pukul 12.00 WIB.')
    expect(page.body).toContain(paths.sessionEnd(other))
    expect(page.body).not.toContain(paths.sessionEnd(own))
  })

  test('ends one', async () => {
    const { person, browser, again, kinds } = await atAccount(sql)
    const other = await again(30)
    await browser.get(paths.sessions)
    const [, handle = ''] = await handlesOf(person.id)
    const done = await browser.send(paths.sessionEnd(handle))
    expect(done.body).toContain('Sesi itu sudah diakhiri.')
    expect((await other.open(paths.home)).path).toBe(paths.sessionOver)
    expect(await kinds()).toEqual(['sessionEnded'])
    expect((await browser.post(paths.sessionEnd(handle))).status).toBe(404)
  })

  test('ends all others', async () => {
    const { browser, again, kinds } = await atAccount(sql)
    const others = [await again(30), await again(60)]
    await browser.get(paths.sessions)
    const done = await browser.send(paths.otherSessionsEnd)
    expect(done.body).toContain('Semua sesi lain sudah diakhiri.')
    expect(done.body).toContain('Tidak ada sesi lain.')
    for (const other of others) expect((await other.open(paths.home)).path).toBe(paths.sessionOver)
    expect(await kinds()).toEqual(['otherSessionsEnded'])
  })

  test('leads whoever would end their own to Keluar', async () => {
    const { person, browser } = await atAccount(sql)
    await browser.get(paths.sessions)
    const [own = ''] = await handlesOf(person.id)
    expect((await browser.send(paths.sessionEnd(own))).path).toBe(paths.signOut)
    expect(await handlesOf(person.id)).toEqual([own])
  })

  test('T-MATRIX another person’s is not there, by GET and POST', async () => {
    const theirs = await atAccount(sql)
    const [handle = ''] = await handlesOf(theirs.person.id)
    const { browser } = await atAccount(sql)
    await browser.get(paths.sessions)
    expect((await browser.get(paths.sessionEnd(handle))).status).toBe(404)
    expect((await browser.post(paths.sessionEnd(handle))).status).toBe(404)
    expect(await handlesOf(theirs.person.id)).toEqual([handle])
  })
})
