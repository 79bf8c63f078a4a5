import { describe, expect, test } from 'vitest'
import { addAgency, addPerson, NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { endOverHttp, rolesHeld } from '#test/support/giving.ts'
import { inOffice, signedIn, testClock } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()

async function mandateOf(person: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`select id from mandates where person = ${person}`
  return row?.id ?? ''
}

describe('a role is laid down by its holder', () => {
  test('after a question, at once, and is told', async () => {
    const { person, browser } = await inOffice(sql, { role: 'verifier' })
    const path = paths.hatLayDown(await mandateOf(person.id))
    expect((await browser.get(path)).body).toContain('Letakkan peran ini')
    const page = await browser.send(path)
    expect(page.body).toContain('Peran diletakkan.')
    expect(await rolesHeld(sql, person.id)).toEqual([])
    const events = await sql`
      select detail ->> 'role' as role from events where person = ${person.id} and kind = 'mandateLaidDown'`
    expect(events).toEqual([{ role: 'verifier' }])
  })

  test('not by the last admin of an agency, nor by anybody else', async () => {
    const agency = await addAgency(sql)
    const { person, browser } = await inOffice(sql, { role: 'agencyAdmin', agency })
    const path = paths.hatLayDown(await mandateOf(person.id))
    await browser.get(path)
    const refused = await browser.post(path)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Ini admin terakhir instansi itu.')
    const stranger = await signedIn(sql)
    await stranger.browser.get(paths.home)
    expect((await stranger.browser.post(path)).headers.get('Location')).toBe(paths.hats)
    expect(await rolesHeld(sql, person.id)).toEqual(['agencyAdmin'])
  })

  test('R-SE-06 asks for a step-up first where the second factor is old', async () => {
    const { clock, at } = testClock()
    const { person, browser } = await inOffice(sql, { role: 'verifier' }, { deps: { clock } })
    const path = paths.hatLayDown(await mandateOf(person.id))
    at(601)
    expect((await browser.get(path)).headers.get('Location')).toBe(paths.stepUpFor(path))
    await browser.get(paths.home)
    expect((await browser.post(path)).headers.get('Location')).toBe(paths.stepUpFor(path))
  })
})

describe('a hat that fell off', () => {
  test('tells whoever was in the middle of a form when, by whom and why', async () => {
    const agency = await addAgency(sql)
    const one = await inOffice(sql, { role: 'agencyAdmin', agency })
    for (const _ of [1, 2]) await addPerson(sql, { role: 'agencyAdmin', agency })
    const nation = await inOffice(sql, { role: 'nationalAdmin', name: 'Hasan Basri' })
    await one.browser.get(paths.newRole)
    await endOverHttp(nation.browser, await mandateOf(one.person.id))
    const answer = await one.browser.post(paths.newRole, { nip: one.person.nip })
    expect(answer.status).toBe(403)
    expect(answer.body).toContain('Peran Anda sudah berakhir')
    expect(answer.body).toContain('oleh Hasan Basri. Alasan: Pindah tugas ke bidang yang lain.')
  })

  test('tells when one ended by itself, and never to somebody who did not wear it', async () => {
    const { person, browser } = await inOffice(sql, { role: 'agencyAdmin' })
    await sql`update mandates set valid_to = ${NOW} where person = ${person.id}`
    const answer = await browser.get(paths.roles)
    expect(answer.body).toContain('Berakhir pada 21 November 2026 pukul 12.00 WIB.')
    const bare = await signedIn(sql, {}, { role: 'agencyAdmin' })
    await sql`update mandates set valid_to = ${NOW} where person = ${bare.person.id}`
    expect((await bare.browser.get(paths.roles)).status).toBe(404)
  })
})

test('the only hat is put on from Beranda', async () => {
  const { browser, home } = await signedIn(sql, {}, { role: 'officer' })
  const [, hat = ''] = /name="hat" value="([^"]+)"/.exec(home.body) ?? []
  await browser.post(paths.hats, { hat })
  expect((await browser.get(paths.home)).body).toContain('Petugas BKPSDM, Instansi Uji')
})
