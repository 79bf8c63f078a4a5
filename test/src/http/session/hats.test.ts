import { describe, expect, test } from 'vitest'
import { TWO_DEVICES } from '#test/support/at-counter.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { inOffice, signedIn } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()

async function hatsWorn(person: string) {
  const rows = await sql<{ role: string | null }[]>`
    select m.role from sessions s left join mandates m on m.id = s.hat where s.person = ${person}`
  return rows.map(({ role }) => role)
}

describe('R-AD-01 hats', () => {
  test('nobody wears one at the sign-in; it is put on explicitly, and each page says which', async () => {
    const { person, browser, home } = await signedIn(sql, {}, { role: 'officer' })
    expect(await hatsWorn(person.id)).toEqual([null])
    expect(home.body).toContain('Sebagai diri sendiri')
    const page = await browser.get(paths.hats)
    const [, hat = ''] = /name="hat" value="([^"]+)"/.exec(page.body) ?? []
    await browser.send(paths.hats, { hat })
    expect(await hatsWorn(person.id)).toEqual(['officer'])
    expect((await browser.get(paths.home)).body).toContain('Petugas BKPSDM, Instansi Uji')
  })

  test('R-AD-04 Beranda asks whoever helps others for a second device, and nobody else', async () => {
    const asked = 'dua perangkat sebelum mereset MFA orang lain'
    const officer = await signedIn(sql, {}, { role: 'officer' })
    expect((await officer.browser.get(paths.home)).body).toContain(asked)
    const ready = await signedIn(sql, {}, { role: 'officer', devices: TWO_DEVICES })
    const verifier = await signedIn(sql, {}, { role: 'verifier' })
    for (const { browser } of [ready, verifier])
      expect((await browser.get(paths.home)).body).not.toContain(asked)
  })

  test('R-SE-01 the session goes on under another id, the old one is dead at once', async () => {
    const { browser } = await signedIn(sql, {}, { role: 'officer' })
    const before = browser.cookies.get('sid') ?? ''
    await browser.get(paths.hats)
    await browser.send(paths.hats, { hat: '' })
    expect(browser.cookies.get('sid')).not.toBe(before)
    browser.cookies.set('sid', before)
    expect((await browser.get(paths.home)).headers.get('Location')).toBe(paths.sessionOver)
  })

  test.each([
    ['of somebody else', '2099-01-01'],
    ['that ended', '2026-01-01'],
  ])('one %s is none', async (_, until) => {
    const { person, browser } = await signedIn(sql, {}, { role: 'verifier' })
    const other = until === '2099-01-01' ? await addPerson(sql, { role: 'officer' }) : person
    await sql`update mandates set valid_to = ${until} where person = ${other.id}`
    const [mandate] = await sql<
      { id: string }[]
    >`select id from mandates where person = ${other.id}`
    await browser.get(paths.hats)
    await browser.send(paths.hats, { hat: mandate?.id ?? '' })
    expect(await hatsWorn(person.id)).toEqual([null])
  })

  test('it falls off with its mandate, in the middle of a session', async () => {
    const { person, browser } = await inOffice(sql, { role: 'officer' })
    await sql`update mandates set valid_to = ${NOW} where person = ${person.id}`
    const page = await browser.get(paths.home)
    expect(page.body).not.toContain('Petugas BKPSDM')
  })

  test('the record says who began to act as what', async () => {
    const { person } = await inOffice(sql, { role: 'officer' })
    const rows = await sql`
      select detail from events where person = ${person.id} and kind = 'hatChanged'`
    expect(rows).toEqual([{ detail: { role: 'officer' } }])
  })

  test('R-SE-03 the session is as short as an officer’s from then on, whatever it was', async () => {
    const { person, browser } = await signedIn(sql)
    await sql`
      insert into mandates (person, role, agency, valid_from, valid_to)
      select id, 'officer', agency, '2026-01-01', '2099-01-01' from people where id = ${person.id}`
    const [mandate] = await sql<
      { id: string }[]
    >`select id from mandates where person = ${person.id}`
    await browser.get(paths.hats)
    await browser.send(paths.hats, { hat: mandate?.id ?? '' })
    const [kept] = await sql`
      select idle_seconds, absolute_until - started_at as lasts from sessions where person = ${person.id}`
    expect(kept).toEqual({ idleSeconds: 900, lasts: '08:00:00' })
  })
})
