import { describe, expect, test } from 'vitest'
import { buildNextBag } from '#src/bags/build-bag.ts'
import { addDocument, bagPlace } from '#test/support/bags.ts'
import { testDatabase } from '#test/support/database.ts'
import { DAY } from '#test/support/shares.ts'
import type { Visit } from '#test/support/visitor.ts'
import { signedIn, testClock } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()

async function owner(visit: Visit = {}) {
  const { person, browser } = await signedIn(sql, visit)
  const { id: version } = await addDocument(sql, person.id, { type: 'pns', slot: '' })
  await browser.get(paths.archiveExport)
  return { person, browser, version }
}

/** Asked for and made. */
async function ready(visit: Visit = {}) {
  const own = await owner(visit)
  const asked = await own.browser.send(paths.archiveExport)
  const progress = await own.browser.get(paths.archiveExportProgress)
  while (await buildNextBag(bagPlace(sql)));
  const page = await own.browser.get(paths.archiveExport)
  const [, path = ''] = /href="(\/arsip\/unduhan\/[^"]+\/berkas)"/.exec(page.body) ?? []
  return { ...own, asked, progress, page, path }
}

const taken = async (person: string) =>
  sql`select action, purpose from archive.access_log where person = ${person} order by n`

const hold = (person: string) => sql`
  update accounts set held_until = '2026-11-22T12:00:00+07:00', held_because = 'reactivation'
  where person = ${person}`

describe('Unduh arsip saya', () => {
  test('is asked for, told how far it is, and taken whole or in parts, each time written down', async () => {
    const { person, browser, asked, progress, page, path } = await ready()
    expect(asked.body).toContain('menunggu giliran')
    expect(progress.body).toContain('hx-get="/arsip/unduhan/kemajuan"')
    expect(page.body).toContain('Unduhan Anda siap.')
    expect(await taken(person.id)).toEqual([])
    const whole = await browser.get(path)
    expect(whole.status).toBe(200)
    expect(whole.headers.get('Content-Type')).toBe('application/zip')
    expect(whole.headers.get('Content-Disposition')).toBe(
      `attachment; filename="arsip-${person.nip}-2026-11-21.zip"`,
    )
    const rest = await browser.byScript('GET', path, { Range: 'bytes=100-' })
    expect(rest.status).toBe(206)
    expect(rest.body).toBe(whole.body.slice(100))
    expect(await taken(person.id)).toEqual([{ action: 'archiveExported', purpose: 'own' }])
    await browser.get(path)
    expect(await taken(person.id)).toHaveLength(2)
    const events = await sql`
      select body ->> 'step' as step from archive.events
      where person = ${person.id} and name = 'archiveExported'`
    expect(events).toEqual([{ step: 'asked' }])
  })

  test('20 of another one is no download that goes on', async () => {
    const { clock, at } = testClock()
    const { person, browser, path } = await ready({ deps: { clock } })
    await browser.get(path)
    at(60)
    await browser.send(paths.archiveExport)
    while (await buildNextBag({ ...bagPlace(sql), clock }));
    const { body } = await browser.get(paths.archiveExport)
    const [, other = ''] = /href="(\/arsip\/unduhan\/[^"]+\/berkas)"/.exec(body) ?? []
    expect(other).not.toBe(path)
    await browser.byScript('GET', other, { Range: 'bytes=1-' })
    expect(await taken(person.id)).toHaveLength(2)
  })

  test('of nothing is refused, and so is a second one meanwhile', async () => {
    const { browser } = await signedIn(sql)
    await browser.get(paths.archiveExport)
    const nothing = await browser.post(paths.archiveExport)
    expect(nothing.status).toBe(422)
    expect(nothing.body).toContain('Belum ada berkas Anda yang terverifikasi')
    const own = await owner()
    await own.browser.post(paths.archiveExport)
    const second = await own.browser.post(paths.archiveExport)
    expect(second.status).toBe(422)
    expect(second.body).toContain('sudah sedang disiapkan')
  })

  test('R-RS-07 neither begins nor leaves while the account is held, and waits for its end', async () => {
    const { clock, at } = testClock()
    const { person, browser, path } = await ready({ deps: { clock } })
    await hold(person.id)
    const page = await browser.get(paths.archiveExport)
    expect(page.body).toContain('menunggu sampai saat itu')
    expect(page.body).not.toContain(path)
    expect((await browser.get(path)).headers.get('Location')).toBe(paths.archiveExport)
    expect((await browser.post(paths.archiveExport)).status).toBe(422)
    expect(await taken(person.id)).toEqual([])
    await sql`
      update sessions set idle_until = '2026-11-30', absolute_until = '2026-11-30' where person = ${person.id}`
    at(DAY)
    expect((await browser.get(path)).status).toBe(200)
  })

  test('asks for a second factor that is fresh', async () => {
    const { person, browser } = await owner()
    await sql`update sessions set started_at = started_at - interval '11 minutes' where person = ${person.id}`
    const { headers } = await browser.post(paths.archiveExport)
    expect(headers.get('Location')).toBe(paths.stepUpFor(paths.archiveExport))
  })

  test('of somebody else, or after its week, is not to be had', async () => {
    const { clock, at } = testClock()
    const { person, browser, path } = await ready({ deps: { clock } })
    const stranger = await signedIn(sql)
    expect((await stranger.browser.get(path)).headers.get('Location')).toBe(paths.archiveExport)
    await sql`
      update sessions set idle_until = '2026-12-30', absolute_until = '2026-12-30' where person = ${person.id}`
    at(7 * DAY)
    expect((await browser.get(path)).headers.get('Location')).toBe(paths.archiveExport)
  })

  test('fault 20: gives no byte where the row in the log cannot be written', async () => {
    const quiet = { report: { request: () => {}, blocked: () => {}, problem: () => {} } }
    const { browser, path } = await ready({ deps: quiet })
    await sql`revoke insert on archive.access_log from asn_app`
    try {
      const { status, body } = await browser.get(path)
      expect(status).toBe(500)
      expect(body).not.toContain('PK')
    } finally {
      await sql`grant insert on archive.access_log to asn_app`
    }
  })

  test('T10 is given to nobody any more, in whatever form it is asked for, and the page says why', async () => {
    const { person, browser, path, version } = await ready()
    const whole = await browser.get(path)
    await sql`
      update archive.versions set status = 'awaitingVerification', verified_by = null, verified_as = null,
        verified_at = null where id = ${version}`
    const forms: [string, Record<string, string>][] = [
      ['GET', {}],
      ['HEAD', {}],
      ['GET', { Range: 'bytes=0-' }],
      ['GET', { Range: 'bytes=100-', 'If-Range': whole.headers.get('ETag') ?? '' }],
      ['GET', { 'If-None-Match': whole.headers.get('ETag') ?? '' }],
      ['GET', { 'Sec-Fetch-Site': 'cross-site' }],
    ]
    for (const [method, headers] of forms) {
      const answer = await browser.byScript(method, path, headers)
      expect([answer.status, answer.headers.get('Location')]).toEqual([303, paths.archiveExport])
    }
    expect(await taken(person.id)).toHaveLength(1)
    const { body } = await browser.get(paths.archiveExport)
    expect(body).toContain('karena verifikasi satu berkas di dalamnya dicabut')
    expect(body).toContain('Siapkan unduhan<')
  })

  test('that ended with a document in it may be asked for again, however often that was', async () => {
    const { person, browser } = await ready()
    for (let turn = 0; turn < 3; turn += 1) {
      await browser.get(paths.archiveExport)
      const again = await browser.post(paths.archiveExport)
      expect(again.status).toBe(303)
      await sql`
        update archive.exports set state = 'ended', ended_at = now(), ended_because = 'superseded', object = null,
          store = null
        where person = ${person.id} and state <> 'ended'`
    }
  })

  test('is not begun by a link elsewhere', async () => {
    const { browser, path, person } = await ready()
    const answer = await browser.byScript('GET', path, { 'Sec-Fetch-Site': 'cross-site' })
    expect(answer.headers.get('Location')).toBe(paths.archiveExport)
    expect(await taken(person.id)).toEqual([])
  })
})
