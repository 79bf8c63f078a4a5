import { describe, expect, test } from 'vitest'
import { wholeArchiveOf } from '#test/support/archive-deps.ts'
import { testDatabase } from '#test/support/database.ts'
import { atUpload, DATA, idIn, sha256Of } from '#test/support/sending.ts'
import { signedIn } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const FORM = paths.uploadTo('pns', '')
let serial = 0

function someText(): string {
  serial += 1
  return `%PDF-1.7 formulir ${serial} %%EOF`
}

async function versionsOf(person: string) {
  return await sql`
    select v.status, v.digitised, v.metadata, r.type, r.slot from archive.versions v
    join archive.records r on r.id = v.record where v.person = ${person}`
}

describe('the form of a document', () => {
  test('says what is asked for, why, and what happens next', async () => {
    const { browser } = await signedIn(sql)
    const page = await browser.get(FORM)
    expect(page.status).toBe(200)
    expect(page.body).toContain('<h1>SK PNS</h1>')
    expect(page.body).toContain('Belum diunggah')
    expect(page.body).toContain('PNS sejak 2010')
    expect(page.body).toContain('paling besar 1 MB')
    expect(page.body).toContain('Yang terjadi sesudahnya')
    for (const name of Object.keys(DATA)) expect(page.body).toContain(`name="${name}"`)
  })

  test.each([
    paths.uploadTo('gajiBerkala', ''),
    paths.uploadTo('pns', 'III/a'),
    paths.uploadTo('niPppk', ''),
    paths.uploadTo('golongan', 'III/b#skKp'),
  ])('is not there for what nobody asks for: %s', async (path) => {
    const { browser } = await atUpload(sql)
    expect((await browser.get(path)).status).toBe(404)
    expect((await browser.sendFile(path, 'berkas', { name: 'x.pdf', text: 'x' })).status).toBe(404)
  })

  test('without JavaScript: the file comes with it, and is received at once', async () => {
    const { person, browser } = await atUpload(sql)
    const sent = await browser.sendFile(FORM, 'berkas', { name: 'SK.pdf', text: someText() }, DATA)
    expect(sent.path).toMatch(/^\/arsip\/unggahan\//)
    expect(sent.body).toContain('Sedang diperiksa')
    expect(await versionsOf(person.id)).toEqual([
      { status: 'quarantined', digitised: false, metadata: DATA, type: 'pns', slot: '' },
    ])
    const { place } = wholeArchiveOf(sql)
    expect(await place.scratch.length(idIn(sent.path))).toBeUndefined()
  })

  test('keeps what was typed and names every field that is wrong, before a byte is kept', async () => {
    const { person, browser } = await atUpload(sql)
    const wrong = {
      ...DATA,
      decreeNumber: '',
      decreeDate: '2050-01-01',
      issuingOfficial: 'Gubernur',
    }
    const sent = await browser.sendFile(FORM, 'berkas', { name: 'SK.pdf', text: someText() }, wrong)
    expect(sent.status).toBe(422)
    expect(sent.body).toContain('Isi Nomor SK.')
    expect(sent.body).toContain('Tanggal SK tidak boleh sesudah hari ini.')
    expect(sent.body).toContain('value="Gubernur"')
    expect(await sql`select from archive.uploads where person = ${person.id}`).toEqual([])
  })

  test.each([
    ['no file', { name: '', text: '' }, 'Pilih berkas yang akan diunggah.'],
    ['an empty one', { name: 'x.pdf', text: '' }, 'Berkas ini kosong.'],
    [
      'one that is too large',
      { name: 'x.pdf', text: 'x'.repeat(1024 * 1024 + 1) },
      'melebihi batas 1 MB',
    ],
  ])('refuses %s, of which nothing stays', async (_, file, why) => {
    const { person, browser } = await atUpload(sql)
    const sent = await browser.sendFile(FORM, 'berkas', file, DATA)
    expect(sent.status).toBe(422)
    expect(sent.body).toContain(why)
    expect(await sql`select from archive.uploads where person = ${person.id}`).toEqual([])
  })

  test('is filled as before once a file was refused, and not while one waits', async () => {
    const { person, browser } = await atUpload(sql)
    await browser.sendFile(FORM, 'berkas', { name: 'SK.pdf', text: someText() }, DATA)
    const typed = `value="${DATA.decreeNumber}"`
    expect((await browser.get(FORM)).body).not.toContain(typed)
    await sql`
      update archive.versions set status = 'rejectedBySystem', refusal = 'notPdf'
      where person = ${person.id}`
    expect((await browser.get(FORM)).body).toContain(typed)
  })

  test('tells of a file that is there already, and leads to it', async () => {
    const { browser } = await atUpload(sql)
    const file = { name: 'SK.pdf', text: someText() }
    const first = await browser.sendFile(FORM, 'berkas', file, DATA)
    await browser.get(FORM)
    const again = await browser.sendFile(FORM, 'berkas', file, DATA)
    expect(again.status).toBe(422)
    expect(again.body).toContain('Berkas yang sama sudah ada di arsip ini: Sedang diperiksa.')
    expect(again.body).toContain(`href="${first.path}"`)
  })

  test('takes pictures of a paper, which wait for their PDF', async () => {
    const { person, browser } = await signedIn(sql)
    const path = paths.uploadTo('pns', '', 'photos')
    await browser.get(path)
    const form = new FormData()
    for (const [name, value] of Object.entries(DATA)) form.append(name, value)
    for (const text of ['satu', 'dua!!'])
      form.append('berkas', new Blob([text], { type: 'image/jpeg' }), 'a.jpg')
    const sent = await browser.byScript('POST', path, {}, form)
    expect(sent.status).toBe(303)
    const [upload] = await sql<{ id: string }[]>`
      select id, state, form, bytes from archive.uploads where person = ${person.id}`
    expect(upload).toMatchObject({ state: 'arrived', form: 'photos', bytes: 4 + 4 + 4 + 5 })
    const page = await browser.get(paths.upload(upload?.id ?? ''))
    expect(page.body).toContain('Portal sedang membuat PDF-nya.')
    expect(page.body).toContain('hx-trigger="every 2s"')
  })

  test('R-CS-01 takes nothing from another site or with a token of another session', async () => {
    const { person, browser } = await atUpload(sql)
    const file = { name: 'SK.pdf', text: someText() }
    const sent = await browser.sendFile(FORM, 'berkas', file, { ...DATA, csrf: 'x' })
    expect(sent.status).toBe(403)
    expect(sent.body).toContain('value="800/123/2020"')
    expect(await sql`select from archive.uploads where person = ${person.id}`).toEqual([])
  })
})

describe('a document of a history that no data tells of', () => {
  const asked = { baris: 'Kepala Bidang Mutasi', tanggal: '2020-01-02', bagian: 'skJabatan' }
  const there = `${paths.uploadTo('jabatan', '')}?${new URLSearchParams(asked)}`
  const data = {
    decreeNumber: '1',
    decreeDate: '2020-01-01',
    effectiveDate: '2020-01-02',
    issuingOfficial: 'Bupati',
    positionKind: 'Struktural',
    positionName: 'Kepala Bidang',
    orgUnit: 'BKPSDM',
  }

  test('is asked for, and its event is known from its first document on, not before', async () => {
    const { person, browser } = await atUpload(sql)
    const ask = await browser.get(paths.uploadTo('jabatan', ''))
    expect(ask.body).toContain('name="baris"')
    const page = await browser.get(there)
    expect(page.body).toContain('SK Jabatan: Kepala Bidang Mutasi')
    const refused = await browser.sendFile(there, 'berkas', { name: '', text: '' }, data)
    expect(refused.status).toBe(422)
    expect(await sql`select from archive.history where person = ${person.id}`).toEqual([])
    const sent = await browser.sendFile(there, 'berkas', { name: 'a.pdf', text: someText() }, data)
    expect(sent.body).toContain('SK Jabatan: Kepala Bidang Mutasi')
    expect(await versionsOf(person.id)).toMatchObject([
      { type: 'jabatan', slot: 'kepala-bidang-mutasi-2020-01-02#skJabatan' },
    ])
    const rows =
      await sql`select key, label, source, added_by from archive.history where person = ${person.id}`
    expect(rows).toEqual([
      {
        key: 'kepala-bidang-mutasi-2020-01-02',
        label: 'Kepala Bidang Mutasi',
        source: 'person',
        addedBy: person.id,
      },
    ])
  })

  test.each([
    [{ ...asked, baris: '' }, 'Isi riwayat'],
    [{ ...asked, tanggal: '2050-01-01' }, 'tidak boleh sesudah hari ini'],
    [{ ...asked, tanggal: '' }, 'Tanggal harus ada'],
  ])('is refused where it cannot be: %o', async (said, why) => {
    const { person, browser } = await atUpload(sql)
    const path = `${paths.uploadTo('jabatan', '')}?${new URLSearchParams(said)}`
    const page = await browser.get(path)
    expect(page.status).toBe(422)
    expect(page.body).toContain(why)
    expect(
      (await browser.sendFile(path, 'berkas', { name: 'a.pdf', text: 'x' }, data)).status,
    ).toBe(422)
    expect(await sql`select from archive.history where person = ${person.id}`).toEqual([])
  })
})

describe('a script that sends piece by piece', () => {
  const said = (text: string) => ({
    ...DATA,
    nama: 'C:\\surat\\SK PNS.pdf',
    ukuran: String(text.length),
    sha256: sha256Of(Buffer.from(text)),
  })

  test('begins by the same form, and is told where to send', async () => {
    const { browser } = await atUpload(sql)
    const begun = await browser.post(FORM, said(someText()))
    expect(begun.status).toBe(201)
    const path = begun.headers.get('Location') ?? ''
    const { place } = wholeArchiveOf(sql)
    expect(await place.scratch.note(idIn(path))).toMatchObject({ name: 'SK PNS.pdf' })
    expect((await browser.get(path)).body).toContain('Dapat dilanjutkan sampai 28 November 2026')
  })

  test('is told at once of a file that is there, in the archive of this person alone', async () => {
    const { browser } = await atUpload(sql)
    const text = someText()
    await browser.sendFile(FORM, 'berkas', { name: 'SK.pdf', text }, DATA)
    await browser.get(FORM)
    const known = await browser.post(paths.uploadTwins, { sha256: sha256Of(Buffer.from(text)) })
    expect(known.body).toContain('Berkas yang sama sudah ada di arsip ini')
    const { browser: other } = await atUpload(sql)
    const unknown = await other.post(paths.uploadTwins, { sha256: sha256Of(Buffer.from(text)) })
    expect(unknown).toMatchObject({ status: 200 })
    expect(unknown.body).not.toContain('sudah ada')
  })

  test('finds its open uploads again on any device, and cancels them', async () => {
    const { browser } = await atUpload(sql)
    const begun = await browser.post(FORM, said(someText()))
    const path = begun.headers.get('Location') ?? ''
    const list = await browser.get(paths.uploads)
    expect(list.body).toContain(`href="${path}"`)
    expect(list.body).toContain('Lanjutkan')
    const cancelled = await browser.send(paths.uploadCancel(idIn(path)))
    expect(cancelled.body).toContain('Unggahan dibatalkan')
    expect(cancelled.body).toContain('Tidak ada unggahan yang belum selesai.')
    expect((await browser.get(path)).status).toBe(404)
  })
})

describe('T8 on the page of an upload', () => {
  test('what nobody verified is withdrawn by its person', async () => {
    const { person, browser } = await atUpload(sql)
    const sent = await browser.sendFile(FORM, 'berkas', { name: 'SK.pdf', text: someText() }, DATA)
    expect(sent.body).toContain('Batalkan berkas ini')
    const withdrawn = await browser.send(paths.uploadCancel(idIn(sent.path)))
    expect(withdrawn.body).toContain('Dibatalkan')
    expect(await versionsOf(person.id)).toMatchObject([{ status: 'withdrawn', metadata: null }])
    const again = await browser.send(paths.uploadCancel(idIn(sent.path)))
    expect(again.status).toBe(422)
    expect(again.body).toContain('Berkas ini sudah dibatalkan.')
  })

  test('R-SE-03 the page that asks by itself keeps no session awake', async () => {
    const { person, browser } = await atUpload(sql)
    const sent = await browser.sendFile(FORM, 'berkas', { name: 'SK.pdf', text: someText() }, DATA)
    const idle = async () =>
      (
        await sql<
          { idleUntil: Date }[]
        >`select idle_until from sessions where person = ${person.id}`
      )[0]
    await sql`
      update sessions set idle_until = idle_until - interval '5 minutes' where person = ${person.id}`
    const before = await idle()
    const polled = await browser.get(paths.uploadProgress(idIn(sent.path)))
    expect(polled.body).toContain('id="keadaan"')
    expect(await idle()).toEqual(before)
    await browser.get(sent.path)
    expect(await idle()).not.toEqual(before)
  })
})

test('fault 27: no name of a file stands in an address, the log or a clear column', async () => {
  const lines: unknown[] = []
  const report = {
    request: (line: unknown) => lines.push(line),
    problem: () => {},
    blocked: () => {},
  }
  const { person, browser } = await atUpload(sql, { deps: { report } })
  const sent = await browser.sendFile(
    FORM,
    'berkas',
    { name: 'RAHASIA-BUDI.pdf', text: someText() },
    DATA,
  )
  const rows = await sql`
    select to_jsonb(v) as v, to_jsonb(u) as u, (select jsonb_agg(to_jsonb(e)) from archive.events e where e.person = ${person.id}) as e
    from archive.versions v join archive.uploads u on u.id = v.id where v.person = ${person.id}`
  expect(rows).toHaveLength(1)
  expect(JSON.stringify([rows, lines, sent.path])).not.toContain('RAHASIA')
  expect(JSON.stringify(lines)).not.toContain(person.nip)
})
