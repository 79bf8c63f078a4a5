import { describe, expect, test } from 'vitest'
import { findEmbedSite } from '#src/store/embed/sites.ts'
import { testDatabase } from '#test/support/database.ts'
import { addEmbedSite, endEmbedSite } from '#test/support/embed-sites.ts'
import { type Browser, inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const nation = async () => (await inOffice(sql, { role: 'nationalAdmin' })).browser

const REASON = 'Diminta lewat surat BKPSDM nomor 12.'
const { person } = await inOffice(sql, { role: 'agencyAdmin' })
const [agency] = await sql<{ code: string }[]>`
  select g.code from agencies g join people p on p.agency = g.id where p.id = ${person.id}`
const CODE = agency?.code ?? ''
let serial = 0
const typed = (fields: Record<string, string> = {}) => ({
  instansi: CODE,
  nama: `Portal ${++serial}`,
  alamat: 'https://bkpsdm.example\nhttps://www.bkpsdm.example:8443/',
  reason: REASON,
  ...fields,
})

async function send(browser: Browser, path: string, fields: Record<string, string>) {
  await browser.get(path)
  return browser.post(path, fields)
}

async function requestOf(site: { name: string } | { key: string }) {
  const [open] = await sql<{ id: string; site: string }[]>`
    select id, site from embed_site_requests
    where state = 'open' and ${'key' in site ? sql`site = ${site.key}` : sql`name = ${site.name}`}`
  return { id: open?.id ?? '', site: open?.site ?? '' }
}

const decide = (browser: Browser, id: string, keputusan: string, reason = REASON) =>
  send(browser, paths.siteRequest(id), { keputusan, reason })

describe('R-EM-01 the register of sites', () => {
  test('gets a site when another admin says so, with a key for its pages', async () => {
    const [asker, other] = [await nation(), await nation()]
    const wanted = typed()
    const asked = await send(asker, paths.newEmbedSite, wanted)
    expect(asked.headers.get('Location')).toBe(paths.embedSitesAfter('diusulkan'))
    const { id, site } = await requestOf({ name: wanted.nama })
    expect((await asker.get(paths.embedSite(site))).status).toBe(404)
    expect((await other.get(paths.nation)).body).toContain('1 usulan situs penyemat menunggu')
    expect((await other.get(paths.embedSites)).body).toContain(paths.siteRequest(id))
    const shown = (await other.get(paths.siteRequest(id))).body
    for (const text of ['https://bkpsdm.example', 'https://www.bkpsdm.example:8443', REASON])
      expect(shown).toContain(text)
    const own = await decide(asker, id, 'setujui')
    expect(own.status).toBe(422)
    expect(own.body).toContain('Usulan ini harus diputuskan orang lain.')
    const applied = await decide(other, id, 'setujui')
    expect(applied.headers.get('Location')).toBe(paths.embedSitesAfter('diterapkan'))
    expect(await findEmbedSite(sql, site)).toMatchObject({
      name: wanted.nama,
      origins: ['https://bkpsdm.example', 'https://www.bkpsdm.example:8443'],
    })
    const page = (await asker.get(paths.embedSite(site))).body
    expect(page).toContain(site)
    expect(page).toContain(paths.embeds)
    expect(page).toContain('Pendaftaran, disetujui')
    const over = await decide(other, id, 'tolak')
    expect(over.headers.get('Location')).toBe(paths.embedSites)
  })

  test('changes a site, and ends it, likewise', async () => {
    const [asker, other] = [await nation(), await nation()]
    const site = await addEmbedSite(sql, { name: 'Situs yang berubah' })
    const form = (await asker.get(paths.embedSiteChange(site.key))).body
    expect(form).toContain('value="Situs yang berubah"')
    expect(form).toContain(site.origins[0])
    const change = typed({ nama: 'Situs baru' })
    const asked = await asker.post(paths.embedSiteChange(site.key), change)
    expect(asked.headers.get('Location')).toBe(paths.embedSiteAfter(site.key, 'diusulkan'))
    const { id } = await requestOf(site)
    expect((await asker.get(paths.embedSite(site.key))).body).toContain(paths.siteRequest(id))
    const twice = await send(other, paths.embedSiteEnd(site.key), { reason: REASON })
    expect(twice.status).toBe(422)
    expect(twice.body).toContain('sudah ada dan menunggu keputusan')
    await decide(other, id, 'setujui')
    expect(await findEmbedSite(sql, site.key)).toMatchObject({ name: 'Situs baru' })
    await send(asker, paths.embedSiteEnd(site.key), { reason: REASON })
    const end = await requestOf(site)
    expect(await findEmbedSite(sql, site.key)).toBeDefined()
    await decide(other, end.id, 'setujui')
    expect(await findEmbedSite(sql, site.key)).toBeUndefined()
    expect((await asker.get(paths.embedSite(site.key))).body).toContain('Pengakhiran, disetujui')
    for (const path of [paths.embedSiteChange(site.key), paths.embedSiteEnd(site.key)])
      expect((await asker.get(path)).status).toBe(404)
  })

  test('stays where a request is declined with a reason, or taken back without one', async () => {
    const [asker, other] = [await nation(), await nation()]
    const first = typed()
    await send(asker, paths.newEmbedSite, first)
    const { id, site } = await requestOf({ name: first.nama })
    const silent = await decide(other, id, 'tolak', 'tidak')
    expect(silent.status).toBe(422)
    expect(silent.body).toContain('Alasan sedikitnya 20 huruf; Anda mengetik 5.')
    expect((await decide(other, id, '')).body).toContain('Pilih Setujui atau Tolak.')
    const declined = await decide(other, id, 'tolak')
    expect(declined.headers.get('Location')).toBe(paths.embedSitesAfter('ditolak'))
    expect(await findEmbedSite(sql, site)).toBeUndefined()
    expect((await asker.get(paths.embedSites)).body).toContain(`href="${paths.siteRequest(id)}"`)
    await send(asker, paths.newEmbedSite, first)
    const again = await requestOf({ name: first.nama })
    const withdrawn = await decide(asker, again.id, 'tarik', '')
    expect(withdrawn.headers.get('Location')).toBe(paths.embedSitesAfter('ditarik'))
    expect(await findEmbedSite(sql, again.site)).toBeUndefined()
  })

  test.each([
    [
      'an agency that nobody knows',
      { instansi: 'tidak-ada' },
      'Tidak ada instansi dengan kode itu.',
    ],
    ['the agency that is none', { instansi: '0000' }, 'Tidak ada instansi dengan kode itu.'],
    ['no name', { nama: 'x' }, 'Ketik nama situs, sedikitnya 3 huruf.'],
    ['no address', { alamat: ' ' }, 'Ketik paling sedikit satu alamat.'],
    ['a wildcard', { alamat: 'https://*.go.id' }, 'Yang tertulis: https://*.go.id'],
    ['a host in clear', { alamat: 'http://a.example' }, 'Alamat harus dimulai dengan https://.'],
    ['no reason', { reason: 'x' }, 'Alasan sedikitnya 20 huruf; Anda mengetik 1.'],
  ])('refuses %s, and what was typed stays', async (_, fields, text) => {
    const browser = await nation()
    const wanted = typed(fields)
    const answer = await send(browser, paths.newEmbedSite, wanted)
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(text)
    expect(answer.body).toContain(`value="${wanted.instansi}"`)
    expect((await requestOf({ name: wanted.nama })).id).toBe('')
  })

  test('refuses a change that is none', async () => {
    const browser = await nation()
    const site = await addEmbedSite(sql)
    const same = { nama: site.name, alamat: [...site.origins].reverse().join(' ') }
    const answer = await send(browser, paths.embedSiteChange(site.key), typed(same))
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('Belum ada yang diubah.')
  })

  test('is searched by agency, name and address, and what has ended lies apart', async () => {
    const browser = await nation()
    const site = await addEmbedSite(sql, { name: 'Situs Cari', origins: ['https://unik.example'] })
    const found = async (query: string) => (await browser.get(`${paths.embedSites}?${query}`)).body
    for (const sought of [site.agencyName, 'situs cari', 'UNIK.example'])
      expect(await found(new URLSearchParams({ cari: sought }).toString())).toContain(site.key)
    expect(await found('cari=tidak+ada')).not.toContain(site.key)
    expect(await found('keadaan=berakhir')).not.toContain(site.key)
    await endEmbedSite(sql, site.key)
    expect(await found('cari=unik')).not.toContain(site.key)
    expect(await found('cari=unik&keadaan=berakhir')).toContain(site.key)
  })

  test('is read page by page, each site once', async () => {
    const browser = await nation()
    const mark = `Banyak${Date.now()}`
    const one = await addEmbedSite(sql, { name: `${mark} 000` })
    await sql`
      with asked as (
        insert into embed_site_requests (id, kind, site, agency, name, origins, reason, asked_by, asked_as, asked_at,
          state, decided_by, decided_as, decided_at, answer, effective_at)
        select gen_random_uuid(), 'add', rpad(lpad(n::text, 21, '0'), 22, 'A'), q.agency, ${mark} || ' ' || n, q.origins,
          q.reason, q.asked_by, q.asked_as, q.asked_at, q.state, q.decided_by, q.decided_as, q.decided_at, q.answer,
          q.decided_at
        from embed_site_requests q, generate_series(1, 60) n where q.site = ${one.key} returning *)
      insert into embed_sites (key, agency, name, origins, since, request)
      select site, agency, name, origins, decided_at, id from asked`
    const seen: string[] = []
    let path: string | undefined = `${paths.embedSites}?cari=${mark}`
    while (path) {
      const { body }: { body: string } = await browser.get(path)
      seen.push(
        ...[...body.matchAll(/\/nasional\/situs\/([\w-]{22})"/g)].map(([, key]) => key ?? ''),
      )
      path = /<a href="([^"]*setelah[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toHaveLength(61)
    expect(new Set(seen).size).toBe(61)
  })

  test('has nothing where nothing was asked for', async () => {
    const browser = await nation()
    expect((await browser.get(paths.embedSite('tidak-ada'))).status).toBe(404)
    expect((await browser.get(paths.embedSite('A'.repeat(22)))).status).toBe(404)
    const over = await browser.get(paths.siteRequest(crypto.randomUUID()))
    expect(over.headers.get('Location')).toBe(paths.embedSites)
    expect((await browser.get(paths.nation)).body).toContain(paths.embedSites)
  })
})
