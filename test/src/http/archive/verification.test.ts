import { describe, expect, onTestFinished, test } from 'vitest'
import type { VersionId } from '#domain/archive/version.ts'
import { countArchives } from '#src/store/boards/archive-counts.ts'
import { archiveOf, wholeArchiveOf } from '#test/support/archive-deps.ts'
import { NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { addFile, damage } from '#test/support/record-files.ts'
import { addVerifiers, addWaiting, type Waits } from '#test/support/verifying.ts'
import { codeAt, inOffice, testClock } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const { fail } = wholeArchiveOf(sql)
const DATA = {
  isian_decreeNumber: '821/17/2010',
  isian_decreeDate: '01-03-2010',
  isian_effectiveDate: '1/4/2010',
  isian_issuingOfficial: 'Bupati Contoh',
  isian_rankGrade: 'IIIb',
}
const ACCEPT = { ...DATA, keputusan: 'terima' }
const RETURN = { keputusan: 'kembalikan', alasan_unreadable: 'ya', catatan: 'Halaman 1 buram' }

async function atWork(fields: Waits & { count?: number; text?: string } = {}) {
  const { count = 1, text = '', ...waits } = fields
  const { clock, at } = testClock()
  const { agency, colleague } = await addVerifiers(sql)
  const { person, browser } = await inOffice(sql, { role: 'verifier', agency }, { deps: { clock } })
  const ids: VersionId[] = []
  for (let one = 0; one < count; one += 1) {
    const submittedAt = new Date(NOW.getTime() - (count - one) * 60_000)
    const version = await addWaiting(sql, { submittedAt, ...waits, agency })
    await addFile(sql, version, { pages: 1, text })
    ids.push(version.id)
  }
  return { agency, colleague, person, browser, at, ids, id: ids[0] as VersionId }
}

async function statusOf(id: VersionId) {
  const [row] = await sql`select status from archive.versions where id = ${id}`
  return row?.['status']
}

describe('/instansi/verifikasi', () => {
  test('tells how much waits, takes the oldest, and goes to it', async () => {
    const { browser, ids } = await atWork({ count: 2 })
    const queue = await browser.get(paths.verification)
    expect(queue.status).toBe(200)
    expect(queue.body).toContain('Dewi Lestari')
    const taken = await browser.post(paths.verification)
    expect(taken.headers.get('Location')).toBe(paths.verificationOf(ids[0] ?? ''))
    expect((await browser.get(paths.verification)).body).toContain('Anda pegang sampai')
  })

  test('draws how long all that waits has been waiting, with its table', async () => {
    const { browser } = await atWork({ count: 2 })
    await sql`delete from archive.counts_made`
    await countArchives(asApplication(sql), NOW)
    const { body } = await browser.get(paths.verification)
    expect(body).toContain('<figure class="plot">')
    expect(body).toContain('<th scope="row">Sejak hari ini</th><td>2</td>')
  })

  test('says so where nothing waits for this verifier', async () => {
    const { browser } = await atWork({ count: 0 })
    const { body } = await browser.send(paths.verification)
    expect(body).toContain('Tidak ada berkas yang menunggu.')
    expect(body).not.toContain('dipegang rekan, Anda unggah sendiri')
  })

  test('logs that the data were looked at, before they are shown', async () => {
    const { browser, person, id } = await atWork()
    await browser.send(paths.verification)
    const log = await sql`select actor, purpose from archive.access_log where version = ${id}`
    expect(log).toEqual([{ actor: person.id, purpose: 'verification' }])
  })
})

describe('archive.md 4.8 the text of a document', () => {
  const text = 'NOMOR : 821 / 99 / 2011\nterhitung mulai tanggal 1 April 2011'

  test('fills what nobody typed, stands beside what was typed, and decides nothing', async () => {
    const { browser, id } = await atWork({ text, metadata: { effectiveDate: '2010-04-01' } })
    const { body } = await browser.send(paths.verification)
    expect(body).toContain('value="821/99/2011"')
    expect(body).toContain('Diisi dari teks di halaman 1. Cocokkan dengan gambarnya.')
    expect(body).toContain('value="01-04-2010"')
    expect(body).toContain('Pada teks di halaman 1 terbaca: 01-04-2011.')
    const [row] = await sql`select metadata, status from archive.versions where id = ${id}`
    const kept = { metadata: { effectiveDate: '2010-04-01' }, status: 'awaitingVerification' }
    expect(row).toEqual(kept)
  })

  test('is shown to nobody who may not judge it', async () => {
    const { browser, person, id } = await atWork({ text, metadata: {} })
    await sql`update archive.versions set uploaded_by = ${person.id} where id = ${id}`
    expect((await browser.get(paths.verificationOf(id))).body).not.toContain('821/99/2011')
  })
})

describe('T6 a verifier accepts', () => {
  test('what the document bears out, and the next one comes by itself', async () => {
    const { browser, ids, id } = await atWork({ count: 2 })
    await browser.send(paths.verification)
    const answer = await browser.post(paths.verificationOf(id), ACCEPT)
    expect(answer.headers.get('Location')).toBe(paths.verificationOf(ids[1] ?? '', 'diterima'))
    expect(await statusOf(id)).toBe('verified')
    const [row] = await sql`select metadata from archive.versions where id = ${id}`
    expect(row?.['metadata']).toMatchObject({ decreeDate: '2010-03-01', rankGrade: 'III/b' })
  })

  test('not with data that make no sense; what was typed stays', async () => {
    const { browser, id } = await atWork()
    await browser.send(paths.verification)
    const wrong = { ...ACCEPT, isian_decreeDate: '31-02-2010', isian_decreeNumber: 'X-99' }
    const { status, body } = await browser.post(paths.verificationOf(id), wrong)
    expect(status).toBe(422)
    expect(body).toContain('Tanggal SK harus tanggal yang ada')
    expect(body).toContain('value="X-99"')
    expect(body).toContain('value="31-02-2010"')
    expect(await statusOf(id)).toBe('awaitingVerification')
  })

  test('not by Enter where a reason to send it back is marked', async () => {
    const { browser, id } = await atWork()
    await browser.send(paths.verification)
    const both = { ...ACCEPT, alasan_wrongPerson: 'ya' }
    const { status, body } = await browser.post(paths.verificationOf(id), both)
    expect(status).toBe(422)
    expect(body).toContain('Anda menandai alasan pengembalian.')
    expect(await statusOf(id)).toBe('awaitingVerification')
  })

  test('with a copy that was damaged only once it is whole: each is read before, and mended', async () => {
    const { browser, id } = await atWork()
    await browser.send(paths.verification)
    await damage(sql, id, 'copy')
    await browser.post(paths.verificationOf(id), ACCEPT)
    expect(await statusOf(id)).toBe('verified')
    const told = await sql`
      select name from archive.events where body ->> 'version' = '1' and body ->> 'store' = 'copy'
        and record = (select record from archive.versions where id = ${id}) order by n`
    expect(told.map(({ name }) => name)).toEqual(['copyFoundDamaged', 'copyRepaired'])
  })

  test('I6 not while a store is away, however whole its copy was an hour ago', async () => {
    const { browser, id } = await atWork()
    await archiveOf(sql).care(id)
    await browser.send(paths.verification)
    fail.copy('busy')
    onTestFinished(() => fail.copy(undefined))
    const { status, body } = await browser.post(paths.verificationOf(id), ACCEPT)
    fail.copy(undefined)
    expect(status).toBe(422)
    expect(body).toContain('Baru 1 dari 2 salinan')
    expect(await statusOf(id)).toBe('awaitingVerification')
  })

  test('I4 not what they sent themself', async () => {
    const { browser, person, id } = await atWork()
    await sql`update archive.versions set uploaded_by = ${person.id} where id = ${id}`
    const page = await browser.get(paths.verificationOf(id))
    expect(page.body).toContain('Berkas yang Anda unggah harus diverifikasi petugas lain.')
    expect(page.body).not.toContain('halaman/1')
    const { status, body } = await browser.post(paths.verificationOf(id), ACCEPT)
    expect(status).toBe(422)
    expect(body).toContain('Berkas yang Anda unggah harus diverifikasi petugas lain.')
    expect(await statusOf(id)).toBe('awaitingVerification')
  })

  test('not what another agency has: it does not exist', async () => {
    const { id } = await atWork()
    const { browser } = await atWork()
    for (const answer of [
      await browser.get(paths.verificationOf(id)),
      await browser.post(paths.verificationOf(id), ACCEPT),
      await browser.post(paths.verificationOf(id), RETURN),
      await browser.post(paths.verificationOf(id), { keputusan: 'ambil' }),
    ])
      expect(answer.status).toBe(404)
    expect(await statusOf(id)).toBe('awaitingVerification')
  })

  test('R-SE-06 with a code of the last hour, asked for in the form', async () => {
    const { browser, id, at } = await atWork()
    await browser.send(paths.verification)
    for (const seconds of [800, 1600, 2400, 3200]) {
      at(seconds)
      await browser.get(paths.home)
    }
    const now = at(3600)
    const due = await browser.post(paths.verificationOf(id), ACCEPT)
    expect(due.status).toBe(422)
    expect(due.body).toContain('name="otp"')
    expect(due.body).toContain('value="821/17/2010"')
    expect(await statusOf(id)).toBe('awaitingVerification')
    await browser.post(paths.verificationOf(id), { ...ACCEPT, otp: codeAt(now) })
    expect(await statusOf(id)).toBe('verified')
  })
})

describe('a claim that was lost', () => {
  test('is told, and nothing that was typed is lost', async () => {
    const { browser, colleague, id, at } = await atWork()
    await browser.send(paths.verification)
    at(600)
    await browser.get(paths.home)
    const now = at(901)
    const until = new Date(now.getTime() + 900_000)
    await sql`update archive.claims set by_person = ${colleague.id}, until = ${until} where version = ${id}`
    const typed = { ...ACCEPT, isian_issuingOfficial: 'Gubernur Contoh' }
    const { status, body } = await browser.post(paths.verificationOf(id), typed)
    expect(status).toBe(422)
    expect(body).toContain('seorang rekan mengambil berkas ini')
    expect(body).toContain('value="Gubernur Contoh"')
    expect(await statusOf(id)).toBe('awaitingVerification')
  })

  test('says what the colleague decided', async () => {
    const { browser, colleague, id } = await atWork()
    await browser.send(paths.verification)
    await sql`
      update archive.versions set status = 'returned',
        returned_for = ${sql.json({ codes: ['other'], note: 'x', by: colleague.id })} where id = ${id}`
    const { status, body } = await browser.post(paths.verificationOf(id), ACCEPT)
    expect(status).toBe(422)
    expect(body).toContain('Berkas ini sudah dikembalikan. Keputusan Anda tidak disimpan.')
  })
})

describe('the page after a decision', () => {
  test('says what was decided of the file before, and believes no other word', async () => {
    const { browser, id } = await atWork()
    const told = await browser.get(paths.verificationOf(id, 'diterima'))
    expect(told.body).toContain('Berkas sebelumnya diterima.')
    const other = await browser.get(`${paths.verificationOf(id)}?sebelumnya=ditolak`)
    expect(other.body).not.toContain('Berkas sebelumnya')
  })
})

describe('T7 a verifier sends back', () => {
  test('for reasons, with a page and the part of it that is meant', async () => {
    const { browser, person, id } = await atWork()
    await browser.send(paths.verification)
    const marked = { ...RETURN, halaman: '1', kotak: '100 200 300 40' }
    const answer = await browser.post(paths.verificationOf(id), marked)
    expect(answer.headers.get('Location')).toBe(paths.verificationEmpty('dikembalikan'))
    const [row] = await sql`select status, returned_for from archive.versions where id = ${id}`
    expect(row).toEqual({
      status: 'returned',
      returnedFor: {
        codes: ['unreadable'],
        note: 'Halaman 1 buram',
        place: { page: 1, box: { left: 100, top: 200, width: 300, height: 40 } },
        by: person.id,
      },
    })
  })

  test.each([
    [{ alasan_unreadable: '' }, 'Tandai sedikitnya satu alasan.'],
    [{ halaman: '2' }, 'Dokumen ini mempunyai 1 halaman.'],
    [{ alasan_other: 'ya', catatan: '' }, 'Tulis alasannya di catatan.'],
  ])('not with %o', async (wrong, sentence) => {
    const { browser, id } = await atWork()
    await browser.send(paths.verification)
    const { status, body } = await browser.post(paths.verificationOf(id), { ...RETURN, ...wrong })
    expect(status).toBe(422)
    expect(body).toContain(sentence)
    expect(await statusOf(id)).toBe('awaitingVerification')
  })
})

test('what is passed over is a colleague’s, and the next one comes', async () => {
  const { browser, ids, id } = await atWork({ count: 2 })
  await browser.send(paths.verification)
  const skipped = await browser.post(paths.verificationOf(id), { keputusan: 'lewati' })
  expect(skipped.headers.get('Location')).toBe(paths.verificationOf(ids[1] ?? ''))
  expect(await sql`select from archive.claims where version = ${id}`).toHaveLength(0)
})
