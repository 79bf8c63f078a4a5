import { describe, expect, test } from 'vitest'
import type { VersionId } from '#domain/archive/version.ts'
import { NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { addFile, PDF, WEBP } from '#test/support/record-files.ts'
import { DAY } from '#test/support/shares.ts'
import { addVerifiers, addWaiting, type Waits } from '#test/support/verifying.ts'
import { type Answer, ORIGIN, type Visit, visitor } from '#test/support/visitor.ts'
import {
  atSignIn,
  type Browser,
  codeAt,
  signedIn,
  testClock,
  typePassword,
} from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const quiet = { report: { request: () => {}, blocked: () => {}, problem: () => {} } }
const TERMS = { penerima: 'Bank Contoh', keperluan: 'Kredit rumah', hari: '7', kali: '2' }

/** Somebody signed in, with a verified document of their own that has two pages. */
async function owner(fields: Waits = {}, visit: Visit = {}) {
  const { person, browser } = await signedIn(sql, visit)
  const { verifier } = await addVerifiers(sql)
  const by = { status: 'verified' as const, verifiedBy: verifier.id, verifiedAs: verifier.hat.id }
  const waits = await addWaiting(sql, { ...by, ...fields, employee: person })
  await addFile(sql, waits, { pages: 2 })
  return { ...waits, person, browser }
}

/** A link of theirs, as they are shown it. */
async function sharing(more: Record<string, string> = {}, visit: Visit = {}) {
  const own = await owner({}, visit)
  await own.browser.get(paths.newShare(own.id))
  const page = await own.browser.send(paths.newShare(own.id), { ...TERMS, ...more })
  return { ...own, page, ...shownOn(page) }
}

function shownOn({ body, path }: Answer) {
  const [, link = ''] = /<code id="tautan-baru" class="key">([^<]+)</.exec(body) ?? []
  const [, pin = ''] = /<code id="pin-baru" class="key">(\d{6})</.exec(body) ?? []
  const share = path.split('/').at(-1)?.replace(/\?.*/, '') ?? ''
  return { link, pin, share }
}

async function open(link: string, pin = '', visit: Visit = {}) {
  const recipient = visitor(sql, visit)
  await recipient.get(paths.shared)
  const answer = await recipient.post(paths.shared, { tautan: link, pin })
  return { recipient, answer }
}

/** Every form in which something leaves by a link. */
function formsOf(version: VersionId) {
  return [
    paths.sharedVersion(version),
    paths.sharedPage(version, 1),
    paths.sharedPage(version, 2),
    paths.sharedFile(version),
  ]
}

async function statusesOf(browser: Browser, version: VersionId) {
  const answers = []
  for (const path of formsOf(version)) answers.push((await browser.get(path)).status)
  return answers
}

describe('Bagikan', () => {
  test('makes a link that is shown in this session, again after a reload, and in no other', async () => {
    const { browser, person, link, share, page } = await sharing()
    expect(page.body).toContain('Tautan sudah dibuat.')
    expect(link).toMatch(new RegExp(`^${ORIGIN}/berbagi#[A-Za-z0-9_-]{43}$`))
    expect((await browser.get(paths.share(share))).body).toContain(link)
    const { body } = await (await again(person.nip)).get(paths.share(share))
    expect(body).toContain('Bank Contoh')
    expect(body).not.toContain('/berbagi#')
  })

  test('keeps what was typed, and says which field is wrong', async () => {
    const { browser, id } = await owner()
    await browser.get(paths.newShare(id))
    const { status, body } = await browser.post(paths.newShare(id), {
      ...TERMS,
      hari: '31',
      pin: 'ya',
    })
    expect(status).toBe(422)
    expect(body).toContain('Lama berlaku harus angka 1 sampai 30.')
    expect(body).toContain('value="Kredit rumah"')
    expect(body).toMatch(/name="pin" value="ya" checked/)
    expect(await sql`select from archive.share_links where version = ${id}`).toHaveLength(0)
  })

  test('of what is not verified, or not one’s own, does not exist', async () => {
    const waiting = await owner({ status: 'awaitingVerification' } as Waits)
    const other = await owner()
    for (const id of [waiting.id, other.id]) {
      expect((await waiting.browser.get(paths.newShare(id))).status).toBe(404)
      expect((await waiting.browser.post(paths.newShare(id), TERMS)).status).toBe(404)
    }
  })

  test('R-RS-07 waits for the hold of the account, and says until when', async () => {
    const { browser, person, id } = await owner()
    await browser.get(paths.newShare(id))
    await sql`
      update accounts set held_until = '2026-11-22T12:00:00+07:00', held_because = 'reactivation'
      where person = ${person.id}`
    const page = await browser.get(paths.newShare(id))
    expect(page.body).toContain('berbagi, ekspor, dan perubahan email dibuka kembali pada')
    expect(page.body).not.toContain('name="penerima"')
    const { status } = await browser.post(paths.newShare(id), TERMS)
    expect(status).toBe(422)
    expect(await sql`select from archive.share_links where person = ${person.id}`).toHaveLength(0)
  })

  test('asks for a second factor that is fresh, and then goes on there', async () => {
    const { person, browser, id } = await owner()
    await sql`update sessions set started_at = started_at - interval '11 minutes' where person = ${person.id}`
    const { headers } = await browser.get(paths.newShare(id))
    expect(headers.get('Location')).toBe(paths.stepUpFor(paths.newShare(id)))
  })

  test('fault 27: puts no secret of a link into a line of the log, nor into an address', async () => {
    const seen: string[] = []
    const deps = {
      report: { ...quiet.report, request: (line: unknown) => seen.push(JSON.stringify(line)) },
    }
    const { link } = await sharing({ pin: 'ya' }, { deps: deps as never })
    const token = link.split('#')[1] ?? ''
    const { recipient, answer } = await open(link, '', { deps: deps as never })
    expect(seen.length).toBeGreaterThan(5)
    expect(seen.join()).not.toContain(token)
    expect(answer.headers.get('Location') ?? '').not.toContain(token)
    expect((await recipient.get(paths.shared)).body).not.toContain(token)
  })
})

/** In a session of their own, some time later. */
async function again(nip: string) {
  await sql`update devices set last_step = 0`
  const browser = await atSignIn(sql)
  await typePassword(browser, { nip })
  await browser.send(paths.code, { code: codeAt() })
  return browser
}

describe('fault 21: who has a link reads', () => {
  test('page, pictures and file, each written down with the link', async () => {
    const { link, id, share, person } = await sharing()
    const { recipient, answer } = await open(link)
    expect(answer.headers.get('Location')).toBe(paths.sharedVersion(id))
    const page = await recipient.get(paths.sharedVersion(id))
    expect(page.body).toContain('Bank Contoh')
    expect(page.body).toContain(person.name ?? '')
    expect((await recipient.get(paths.sharedPage(id, 2))).body).toBe(WEBP.toString())
    const file = await recipient.get(paths.sharedFile(id))
    expect(file.body).toBe(PDF.toString())
    expect(file.headers.get('Content-Security-Policy')).toContain('sandbox')
    const log = await sql`
      select actor, purpose, action from archive.access_log where share = ${share} order by n`
    expect(log).toEqual([
      { actor: null, purpose: 'share', action: 'recordViewed' },
      { actor: null, purpose: 'share', action: 'recordDownloaded' },
    ])
  })

  test('fault 20: nothing where the row cannot be written', async () => {
    const { link, id } = await sharing()
    const { recipient } = await open(link, '', { deps: quiet })
    await sql`revoke insert on archive.access_log from asn_app`
    try {
      expect(await statusesOf(recipient, id)).toEqual([500, 500, 500, 500])
    } finally {
      await sql`grant insert on archive.access_log to asn_app`
    }
  })

  test('in the browser that opened it alone, and that version alone', async () => {
    const { link, id } = await sharing()
    const other = await sharing()
    const { recipient } = await open(link)
    const stranger = visitor(sql)
    expect(await statusesOf(stranger, id)).toEqual([404, 404, 404, 404])
    expect(await statusesOf(recipient, other.id)).toEqual([404, 404, 404, 404])
  })

  test('an hour, and opens it anew after that as another use', async () => {
    const { clock, at } = testClock()
    const { link, id, share } = await sharing()
    const { recipient } = await open(link, '', { deps: { clock } })
    at(3599)
    expect(await statusesOf(recipient, id)).toEqual([200, 200, 200, 200])
    at(3600)
    expect(await statusesOf(recipient, id)).toEqual([404, 404, 404, 404])
    await recipient.get(paths.shared)
    expect((await recipient.post(paths.shared, { tautan: link })).status).toBe(303)
    const [row] = await sql`select uses from archive.share_links where id = ${share}`
    expect(row).toEqual({ uses: 2 })
  })

  test.each([
    ['expired', 'berakhir pada', async () => {}, 7 * DAY],
    ['used up', 'sebanyak yang diizinkan', useUp, 0],
    ['ended by its owner', 'sudah diakhiri', endByOwner, 0],
    ['revoked', 'Verifikasi berkas ini dicabut', revoke, 0],
    ['closed by a hold of the account', 'sudah diakhiri', holdAccount, 0],
    ['closed by its destruction', 'sudah diakhiri', destroy, 0],
  ] as const)(
    'nothing by one that is %s, neither new nor open',
    async (how, text, change, seconds) => {
      const { clock, at } = testClock()
      const made = await sharing()
      const { recipient } = await open(made.link, '', { deps: { clock } })
      await change(made)
      at(seconds)
      const { answer } = await open(made.link, '', { deps: { clock } })
      expect(answer.status).toBe(410)
      expect(answer.body).toContain(text)
      const open_ = how === 'used up' ? 200 : how === 'expired' ? 404 : 410
      expect(await statusesOf(recipient, made.id)).toEqual([open_, open_, open_, open_])
    },
  )

  test('nothing by one that never was, or is cut', async () => {
    const { link } = await sharing()
    for (const pasted of [link.slice(0, -1), `${ORIGIN}/berbagi#${'A'.repeat(43)}`]) {
      const { answer } = await open(pasted)
      expect(answer.status).toBe(404)
      expect(answer.body).toContain('Tautan ini tidak dikenal.')
    }
    expect((await open('')).answer.body).toContain('Tempel tautan yang Anda terima')
  })
})

type Made = Awaited<ReturnType<typeof sharing>>

async function useUp({ link }: Made) {
  await open(link)
}

async function endByOwner({ browser, share }: Made) {
  await browser.get(paths.share(share))
  const page = await browser.send(paths.shareEnd(share))
  expect(page.body).toContain('Tautan sudah diakhiri.')
}

async function revoke({ id }: Made) {
  await sql`
    update archive.versions set status = 'awaitingVerification', verified_by = null, verified_as = null,
      verified_at = null where id = ${id}`
}

async function holdAccount({ person }: Made) {
  await sql`
    update accounts set held_until = '2026-11-22T12:00:00+07:00', held_because = 'reactivation'
    where person = ${person.id}`
}

async function destroy({ record }: Made) {
  await sql`alter table archive.records disable trigger stage_move`
  await sql`update archive.records set stage = 'destroying' where id = ${record}`
  await sql`alter table archive.records enable trigger stage_move`
}

describe('a PIN', () => {
  test('is shown to its maker, asked of the recipient, and given up after five', async () => {
    const { link, pin, id } = await sharing({ pin: 'ya' })
    expect(pin).toMatch(/^\d{6}$/)
    const without = await open(link)
    expect(without.answer.status).toBe(422)
    expect(without.answer.body).toContain('dilindungi PIN')
    expect(without.answer.body).toContain(link.split('#')[1] ?? 'x')
    expect((await open(link, pin)).answer.status).toBe(303)
    const wrong = pin === '000000' ? '000001' : '000000'
    for (const left of [4, 3, 2, 1])
      expect((await open(link, wrong)).answer.body).toContain(`Sisa ${left} percobaan`)
    expect((await open(link, wrong)).answer.body).toContain('PIN salah lima kali')
    const late = await open(link, pin)
    expect(late.answer.status).toBe(410)
    expect(await statusesOf(late.recipient, id)).toEqual([404, 404, 404, 404])
  })
})

test('its maker is told at once of a link that wrong PINs ended, and not of who typed them', async () => {
  const { link, pin, person, browser } = await sharing({ pin: 'ya' })
  await sql`
    insert into email_addresses (person, address, since, usable_from)
    values (${person.id}, 'pemilik@instansi.example', ${NOW}, ${NOW})`
  const wrong = pin === '000000' ? '000001' : '000000'
  for (let turn = 0; turn < 6; turn += 1) await open(link, wrong)
  const told = await sql`
    select e.browser, e.network, e.detail, o.urgent from outbox o join events e on e.id = o.event
    where o.person = ${person.id} and e.kind = 'sharePinsWrong'`
  expect(told).toEqual([{ browser: '-', network: 'unknown', detail: {}, urgent: true }])
  expect((await browser.get(paths.archiveNews)).body).toContain('PIN lima kali salah diketik')
  const { body } = await browser.get(paths.history)
  expect(body).toContain('Tautan ke satu dokumen arsip ditutup')
})

describe('the page of a link', () => {
  test('tells who read by it, and leads from the log to it', async () => {
    const { browser, link, share, id } = await sharing()
    const { recipient } = await open(link)
    await recipient.get(paths.sharedFile(id))
    const { body } = await browser.get(paths.share(share))
    expect(body).toContain('1 dari 2 kali')
    expect(body).toContain('Diunduh')
    expect((await browser.get(paths.accesses)).body).toContain('yang Anda bagikan: Bank Contoh')
    expect((await browser.get(paths.shares)).body).toContain(paths.share(share))
  })

  test('changes how long and how often, and no more than a month', async () => {
    const { browser, share } = await sharing()
    await browser.get(paths.share(share))
    const changed = await browser.send(paths.shareLimits(share), { hari: '30', kali: '9' })
    expect(changed.body).toContain('Batas tautan sudah diubah.')
    const [row] = await sql`select until, uses_allowed from archive.share_links where id = ${share}`
    expect(row).toEqual({ until: new Date(NOW.getTime() + 30 * DAY * 1000), usesAllowed: 9 })
    const { status, body } = await browser.post(paths.shareLimits(share), { hari: '7', kali: 'x' })
    expect(status).toBe(422)
    expect(body).toContain('Banyaknya dibuka')
  })

  test('of somebody else does not exist, by whatever method', async () => {
    const { share } = await sharing()
    const { browser } = await signedIn(sql)
    await browser.get(paths.shares)
    expect((await browser.get(paths.share(share))).status).toBe(404)
    expect((await browser.post(paths.shareEnd(share))).status).toBe(404)
    expect((await browser.post(paths.shareLimits(share), { hari: '7', kali: '3' })).status).toBe(
      404,
    )
    const [row] = await sql`select ended_at from archive.share_links where id = ${share}`
    expect(row).toEqual({ endedAt: null })
  })
})

test('a link to what was replaced meanwhile says so', async () => {
  const { link, id, browser, share } = await sharing()
  await sql`update archive.versions set status = 'superseded', superseded_at = ${NOW} where id = ${id}`
  const { recipient } = await open(link)
  expect((await recipient.get(paths.sharedVersion(id))).body).toContain('sudah digantikan versi')
  expect((await recipient.get(paths.sharedFile(id))).headers.get('Content-Disposition')).toContain(
    '_v1.pdf',
  )
  expect((await browser.get(paths.share(share))).body).toContain('menunjukkan versi lama')
})
