import { describe, expect, test } from 'vitest'
import { createApp } from '#src/app.ts'
import { atAccount } from '#test/support/at-account.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { staticFiles } from '#test/support/static-files.ts'
import { depsOf, ORIGIN } from '#test/support/visitor.ts'
import { activated } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const FILES = [paths.ownDataJson, paths.ownDataHtml]

describe('/akun/data (R-PD-01)', () => {
  test('gives everything at once as JSON', async () => {
    const one = await atAccount(sql, { userName: 'sitirahma', role: 'officer', zone: 'WIT' })
    await one.enrol(paths.newDevice, 'HP Baru')
    const file = await one.browser.get(paths.ownDataJson)
    expect(file.headers.get('Content-Disposition')).toBe(
      'attachment; filename="data-asn-digital.json"',
    )
    expect(file.headers.get('Content-Type')).toMatch(/^application\/json/)
    const data = JSON.parse(file.body)
    expect(data).toMatchObject({
      dibuat: NOW.toISOString(),
      nama: one.person.name,
      nip: one.person.nip,
      instansi: { nama: 'Instansi Uji', zona: 'WIT' },
      namaMasuk: [{ nama: one.person.nip, jenis: 'nip' }, { nama: 'sitirahma' }],
      penugasan: [{ peran: 'officer', instansi: 'Instansi Uji' }],
      akun: { keadaan: 'active', mfa: 'inUse' },
      perangkat: [{ nama: 'HP Samsung' }, { nama: 'HP Baru' }],
      sesi: [{ mulai: NOW.toISOString() }],
      browserDikenal: [{ sejak: NOW.toISOString() }],
    })
    const told = data.catatan.map(({ kejadian }: { kejadian: { kind: string } }) => kejadian.kind)
    expect(told).toEqual(['signedIn', 'deviceAdded', 'dataExported'])
  })

  test('gives everything at once as a page that asks nobody for anything', async () => {
    const { person, browser } = await atAccount(sql, { name: 'Siti <b>Rahma</b>' })
    const file = await browser.get(paths.ownDataHtml)
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment; filename="[\w-]+\.html"$/)
    expect(file.body).toMatch(/^<!doctype html><html lang="id">.*<\/html>$/s)
    expect(file.body).toContain('Siti &lt;b&gt;Rahma&lt;/b&gt;')
    expect(file.body).toContain('Masuk dengan kode dari perangkat')
    expect(file.body).not.toMatch(/<script|<link|<img|href=|src=|http/)
    expect(person.nip).toHaveLength(18)
  })

  test.each(FILES)('holds no secret, no hash and no seed: %s', async (path) => {
    const { person, browser, seed } = await activated(sql)
    await sql`update accounts set held_until = null, held_because = null`
    const { body } = await browser.get(path)
    const kept = await sql`
      select d.sealed, w.body::text, s.id_hash, k.token_hash, s.handle
      from devices d join passwords w using (person) join sessions s using (person)
      join known_browsers k using (person) where person = ${person.id}`
    expect(kept.length).toBeGreaterThan(0)
    const secrets = [seed, ...kept.flatMap((row) => Object.values(row))].flatMap((secret) =>
      Buffer.isBuffer(secret)
        ? [secret.toString('hex'), secret.toString('base64'), secret.toString('base64url')]
        : [String(secret)],
    )
    expect(secrets.filter((secret) => body.includes(secret))).toEqual([])
    for (const cookie of browser.cookies.values()) expect(body).not.toContain(cookie)
  })

  test.each(FILES)('gives nothing of anybody else: %s', async (path) => {
    const { browser } = await atAccount(sql)
    const other = await addPerson(sql, { name: 'Orang Lain Sekali' })
    const { body } = await browser.get(path)
    for (const text of [other.name, other.nip]) expect(body).not.toContain(text)
  })

  test('gives a record of any length, line by line', async () => {
    const { person, browser, clock } = await atAccount(sql)
    await sql`
      insert into events (at, kind, person, actor, browser, network, detail)
      select ${NOW}::timestamptz, 'recoveryCodeUsed', ${person.id}, ${person.id}, '-', '-',
        jsonb_build_object('left', n) from generate_series(1, 1200) n`
    const app = createApp(depsOf(sql, { clock }), staticFiles)
    const Cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { Cookie, 'Accept-Encoding': 'br' }
    const response = await app.request(ORIGIN + paths.ownDataJson, { headers })
    const chunks: Uint8Array[] = []
    for await (const chunk of response.body ?? []) chunks.push(chunk)
    expect(chunks.length).toBeGreaterThanOrEqual(4)
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(200_000)
    expect(JSON.parse(Buffer.concat(chunks).toString()).catatan).toHaveLength(1202)
  })

  test('R-RS-07 waits while the account is held, and says until when', async () => {
    const { person, browser } = await activated(sql)
    for (const path of FILES) {
      const held = await browser.open(path)
      expect(held.path).toBe(paths.ownData)
      expect(held.body).toContain(
        'unduhan data dibuka kembali pada 22 November 2026 pukul 12.00 WIB karena MFA baru diaktifkan.',
      )
      expect(held.body).not.toContain('Unduh JSON')
    }
    const exported = await sql`
      select from events where person = ${person.id} and kind = 'dataExported'`
    expect(exported).toEqual([])
  })
})
