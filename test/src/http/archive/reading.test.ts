import { describe, expect, test } from 'vitest'
import type { VersionId } from '#domain/archive/version.ts'
import { keepRescan } from '#src/store/archive/scans.ts'
import { NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { addFile, damage, lose, PDF, WEBP } from '#test/support/record-files.ts'
import { addVerifiers, addWaiting, type Waits } from '#test/support/verifying.ts'
import type { Visit } from '#test/support/visitor.ts'
import { inOffice, signedIn } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const application = asApplication(sql)
const quiet: Visit = {
  deps: { report: { request: () => {}, blocked: () => {}, problem: () => {} } },
}

/** An employee signed in, with a record that has a file. */
async function owned(fields: Waits = {}, visit: Visit = {}) {
  const { person, browser } = await signedIn(sql, visit)
  const waits = await addWaiting(sql, { ...fields, employee: person })
  await addFile(sql, waits, { pages: 2 })
  return { ...waits, person, browser }
}

async function accessesTo(version: VersionId) {
  return sql`
    select actor, hat is not null as in_hat, purpose, action, n from archive.access_log
    where version = ${version} order by n`
}

describe('I9 whoever reads a record is in the log before', () => {
  test('its person, page by page: once for a quarter of an hour', async () => {
    const { person, browser, id } = await owned()
    for (const page of [1, 2]) {
      const answer = await browser.get(paths.versionPage(id, page))
      expect(answer.status).toBe(200)
      expect(answer.body).toBe(WEBP.toString())
      expect(answer.headers.get('Content-Type')).toBe('image/webp')
    }
    expect((await browser.get(paths.versionThumbnail(id, 1))).status).toBe(200)
    expect(await accessesTo(id)).toEqual([
      { actor: person.id, inHat: false, purpose: 'own', action: 'recordViewed', n: 1 },
    ])
  })

  test('a verifier, with the purpose of the hat', async () => {
    const { id, agency } = await withAgency()
    const { person, browser } = await inOffice(sql, { role: 'verifier', agency })
    expect((await browser.get(paths.versionFile(id))).status).toBe(200)
    expect(await accessesTo(id)).toEqual([
      {
        actor: person.id,
        inHat: true,
        purpose: 'verification',
        action: 'recordDownloaded',
        n: 1,
      },
    ])
  })

  test('fault 20: if the row cannot be written no byte leaves', async () => {
    const { browser, id } = await owned({}, quiet)
    await sql`revoke insert on archive.access_log from asn_app`
    try {
      for (const path of [paths.versionPage(id, 1), paths.versionFile(id)]) {
        const { status, body } = await browser.get(path)
        expect(status).toBe(500)
        expect(body).not.toContain('WEBP')
        expect(body).not.toContain('%PDF')
      }
    } finally {
      await sql`grant insert on archive.access_log to asn_app`
    }
    expect((await browser.get(paths.versionPage(id, 1))).status).toBe(200)
  })
})

async function withAgency(fields: Waits = {}) {
  const { agency } = await addVerifiers(sql)
  const waits = await addWaiting(sql, { ...fields, agency })
  await addFile(sql, waits)
  return { agency, ...waits }
}

describe('T30 who reads what', () => {
  test('nobody else’s record exists for an employee', async () => {
    const { id } = await owned()
    const { browser } = await signedIn(sql)
    for (const path of [
      paths.versionPage(id, 1),
      paths.versionThumbnail(id, 1),
      paths.versionFile(id),
    ])
      expect((await browser.get(path)).status).toBe(404)
    expect(await accessesTo(id)).toEqual([])
  })

  test.each([
    ['verifier', 200],
    ['officer', 200],
    ['archivist', 200],
    ['legalOfficer', 200],
    ['inspector', 200],
    ['appraiser', 404],
    ['approver', 404],
    ['agencyAdmin', 404],
    ['nationalAdmin', 404],
    ['auditor', 404],
  ] as const)('%s of the agency that has it in custody gets %i', async (role, status) => {
    const { id, agency } = await withAgency()
    const { browser } = await inOffice(sql, { role, agency })
    expect((await browser.get(paths.versionFile(id))).status).toBe(status)
    const stranger = await inOffice(sql, { role })
    expect((await stranger.browser.get(paths.versionFile(id))).status).toBe(404)
  })

  test('a secret one is for its person and for officers who were named', async () => {
    const secret = { type: 'hukumanDisiplin', slot: 'a1' }
    const own = await owned(secret)
    expect((await own.browser.get(paths.versionFile(own.id))).status).toBe(200)
    const { id, agency } = await withAgency(secret)
    const { person, browser } = await inOffice(sql, { role: 'verifier', agency })
    expect((await browser.get(paths.versionFile(id))).status).toBe(404)
    await sql`
      insert into archive.secret_readers (hat, named_by, named_as, named_at)
      select m.id, m.person, m.id, now() from mandates m where m.person = ${person.id}`
    expect((await browser.get(paths.versionFile(id))).status).toBe(200)
  })

  test.each(['quarantined', 'rejectedBySystem', 'withdrawn'] as const)(
    'what is %s is read by nobody',
    async (status) => {
      const { browser, id } = await owned({ status })
      expect((await browser.get(paths.versionFile(id))).status).toBe(404)
    },
  )
})

describe('a download', () => {
  test('is the file as it came, under a name made here, and nothing in it runs', async () => {
    const { person, browser, id } = await owned({ status: 'verified', ...(await byVerifier()) })
    const { status, body, headers } = await browser.get(paths.versionFile(id))
    expect(status).toBe(200)
    expect(body).toBe(PDF.toString())
    expect(headers.get('Content-Disposition')).toBe(
      `attachment; filename="SK_PNS_${person.nip}.pdf"`,
    )
    expect(headers.get('Content-Length')).toBe(String(PDF.length))
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Content-Security-Policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'; sandbox",
    )
  })

  test('goes on where it broke off, as the same one', async () => {
    const { browser, id } = await owned()
    await browser.get(paths.versionFile(id))
    const rest = await browser.byScript('GET', paths.versionFile(id), { Range: 'bytes=20000-' })
    expect(rest.status).toBe(206)
    expect(rest.body).toBe(PDF.subarray(20_000).toString())
    expect(rest.headers.get('Content-Range')).toBe(`bytes 20000-${PDF.length - 1}/${PDF.length}`)
    expect(await accessesTo(id)).toHaveLength(1)
    await browser.byScript('GET', paths.versionFile(id), { Range: 'bytes=0-10' })
    expect(await accessesTo(id)).toHaveLength(2)
  })

  test('of a part counts too where nothing was downloaded before', async () => {
    const { browser, id } = await owned()
    await browser.byScript('GET', paths.versionFile(id), { Range: 'bytes=20000-' })
    expect(await accessesTo(id)).toHaveLength(1)
  })

  test.each([
    ['a part that begins after its end', { Range: 'bytes=2-1' }],
    ['a part of another file', { Range: 'bytes=1-', 'If-Range': '"another"' }],
    ['several parts', { Range: 'bytes=1-,0-' }],
  ] as const)('I9 counts again where all of it is answered to %s', async (_, headers) => {
    const { browser, id } = await owned()
    await browser.get(paths.versionFile(id))
    const again = await browser.byScript('GET', paths.versionFile(id), headers)
    expect(again.body).toBe(PDF.toString())
    expect(await accessesTo(id)).toHaveLength(2)
  })

  test('I9 counts again where it goes on in another hat', async () => {
    const { id, agency } = await withAgency()
    const { person, browser } = await inOffice(sql, { role: 'verifier', agency })
    await browser.get(paths.versionFile(id))
    await sql`
      with given as (
        insert into mandates (person, role, agency, valid_from, valid_to)
        select person, 'archivist', agency, valid_from, valid_to from mandates where person = ${person.id}
        returning id)
      update sessions set hat = given.id from given where person = ${person.id}`
    await browser.byScript('GET', paths.versionFile(id), { Range: 'bytes=20000-' })
    expect((await accessesTo(id)).map(({ purpose }) => purpose)).toEqual([
      'verification',
      'service',
    ])
  })

  test('of what lies behind its end is refused', async () => {
    const { browser, id } = await owned()
    const range = { Range: `bytes=${PDF.length}-` }
    const { status, headers } = await browser.byScript('GET', paths.versionFile(id), range)
    expect(status).toBe(416)
    expect(headers.get('Content-Range')).toBe(`bytes */${PDF.length}`)
  })

  test('of another version than the one begun with is whole again', async () => {
    const { browser, id } = await owned()
    const { status } = await browser.byScript('GET', paths.versionFile(id), {
      Range: 'bytes=100-',
      'If-Range': '"another"',
    })
    expect(status).toBe(200)
  })

  test.each([
    ['lost', lose],
    ['damaged', damage],
  ] as const)('comes from the other copy where one is %s', async (_, spoil) => {
    const { browser, id } = await owned({}, quiet)
    await spoil(sql, id, 'main')
    expect((await browser.get(paths.versionFile(id))).body).toBe(PDF.toString())
  })

  test('11 is told as not to be had where no copy opens, without a byte of any', async () => {
    const { browser, id } = await owned({}, quiet)
    await damage(sql, id, 'main')
    await lose(sql, id, 'copy')
    const { status, body, headers } = await browser.get(paths.versionFile(id))
    expect(status).toBe(503)
    expect(headers.get('Retry-After')).toBe('3600')
    expect(body).toContain('Tidak ada salinan berkas ini yang utuh')
  })

  test('is not to be had once the key is gone', async () => {
    const { browser, id } = await owned({}, quiet)
    await sql`delete from keyring.version_keys where version = ${id}`
    expect((await browser.get(paths.versionFile(id))).status).toBe(503)
  })

  test('of a page that the document has not is not to be had', async () => {
    const { browser, id } = await owned({}, quiet)
    expect((await browser.get(paths.versionPage(id, 3))).status).toBe(503)
  })
})

async function byVerifier() {
  const { verifier } = await addVerifiers(sql)
  return { verifiedBy: verifier.id, verifiedAs: verifier.hat.id }
}

test('what new signatures found in a file is given to nobody: picture, download, or in a bag', async () => {
  const { person, browser, id, record } = await owned({
    status: 'verified',
    ...(await byVerifier()),
  })
  await sql`
    insert into archive.exports (id, person, state, asked_at, versions, object, store, bytes, ready_at, until)
    values (gen_random_uuid(), ${person.id}, 'ready', now(), ${[id]}, gen_random_uuid(), 'main', 1, now(),
      now() + interval '7 days')`
  const by = { engine: 'ClamAV 1.4.3', signatures: '27801' }
  await keepRescan(application, id, { kind: 'scanFound', by, name: 'x' }, NOW)
  for (const path of [
    paths.versionFile(id),
    paths.versionPage(id, 1),
    paths.versionThumbnail(id, 1),
  ])
    expect((await browser.get(path)).status).toBe(404)
  const shown = await browser.get(paths.archiveRecord(record))
  expect(shown.body).toContain('terdeteksi berbahaya')
  expect(shown.body).not.toContain(paths.versionFile(id))
  const [bag] = await sql`select state, object from archive.exports where person = ${person.id}`
  expect(bag).toEqual({ state: 'ended', object: null })
})

test('the application alone cannot read a key', async () => {
  await expect(application`select from keyring.version_keys`).rejects.toMatchObject({
    code: '42501',
  })
})
