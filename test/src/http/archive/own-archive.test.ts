import { describe, expect, test } from 'vitest'
import type { PersonId } from '#domain/person.ts'
import { recomputeCompleteness } from '#src/store/archive/completeness.ts'
import { addArchiveEvent } from '#src/store/archive/events.ts'
import { inTransaction } from '#src/store/database.ts'
import { addRecord, addVersion, type SomeVersion } from '#test/support/archive.ts'
import { NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { acting } from '#test/support/role-acts.ts'
import { signedIn } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const verifier = await acting(sql, { role: 'verifier', name: 'Dewi Lestari' })
const verified = { verifiedBy: verifier.id, verifiedAs: verifier.hat.id }

async function atArchive(fields: Partial<SomeVersion> = {}, type = 'pns') {
  const { person, browser } = await signedIn(sql)
  const record = await addRecord(sql, { person: person.id, type })
  const version = await addVersion(sql, { ...verified, ...fields, record })
  return { person, browser, record, version }
}

async function accessesOf(person: PersonId) {
  return await sql<{ purpose: string; action: string }[]>`
    select purpose, action from archive.access_log where person = ${person}`
}

describe('the own archive', () => {
  test('tells what is lacking and why, one tap from where it is sent', async () => {
    const { browser } = await signedIn(sql)
    const { status, body } = await browser.get(paths.archive)
    expect(status).toBe(200)
    expect(body).toContain('Kurang 5')
    expect(body).toContain('PNS sejak 2010')
    expect(body).toContain(`href="${paths.uploadTo('pns', '')}"`)
  })

  test('tells what is on its way, and how many wait before it', async () => {
    const { browser, record } = await atArchive()
    const { body } = await browser.get(paths.archive)
    expect(body).toContain('Menunggu verifikasi. Dikirim kurang dari sehari yang lalu.')
    expect(body).toContain('Berkas ini yang berikutnya diperiksa.')
    expect(body).toContain(paths.archiveRecord(record))
  })

  test('tells why something came back, first of all', async () => {
    const { browser } = await atArchive({ status: 'returned' })
    const { body } = await browser.get(paths.archive)
    const gaps = body.slice(body.indexOf('Yang perlu dilakukan'))
    expect(gaps.indexOf('SK PNS')).toBeLessThan(gaps.indexOf('Daftar Riwayat Hidup'))
    expect(gaps).toContain('Halaman kedua buram.')
    expect(gaps).toContain('Perbaiki dan unggah lagi')
  })

  test('asks nothing of whoever left the service', async () => {
    const { person, browser } = await signedIn(sql)
    await sql`update people set legal_position = '99' where id = ${person.id}`
    const { body } = await browser.get(paths.archive)
    expect(body).toContain('Masa dinas Anda sudah berakhir.')
    expect(body).not.toContain('Kurang 5')
    expect(body).not.toContain('/arsip/unggah/')
  })

  test('keeps a long list of gaps on a page of its own', async () => {
    const { person, browser } = await signedIn(sql)
    await sql`
      insert into archive.history (person, type, key, label, source, added_at)
      select ${person.id}, 'diklat', 'd' || n, 'Diklat ' || n, 'national', ${NOW}
      from generate_series(1, 60) n`
    const { body } = await browser.get(paths.archive)
    expect(body).toContain('Tampilkan semua kekurangan (65)')
    expect(body).not.toContain('Diklat 60')
    expect((await browser.get(paths.archiveGaps)).body).toContain('Diklat 60')
    expect((await browser.get(paths.archiveType('diklat'))).body).toContain('Diklat 60')
  })

  test('Beranda says what it lacks', async () => {
    const { person, browser } = await atArchive({ status: 'returned' })
    await inTransaction(asApplication(sql), (tx) => recomputeCompleteness(tx, person.id))
    const { body } = await browser.get(paths.home)
    expect(body).toContain('1 berkas arsip dikembalikan verifikator.')
    expect(body).toContain('4 berkas arsip belum diunggah.')
  })
})

describe('a record of one’s own', () => {
  test('shows data, pages and versions, and is in the log as read by its owner', async () => {
    const metadata = { decreeNumber: '821/17', decreeDate: '2018-03-12' }
    const { person, browser, record, version } = await atArchive({ pages: 3, metadata })
    const { status, body } = await browser.get(paths.archiveRecord(record))
    expect(status).toBe(200)
    expect(body).toContain('821/17')
    expect(body).toContain('12 Maret 2018')
    expect(body).toContain(`src="${paths.versionThumbnail(version, 3)}"`)
    expect(body).toContain(`href="${paths.archivePage(record, 3, 1)}"`)
    expect(await accessesOf(person.id)).toEqual([{ purpose: 'own', action: 'recordViewed' }])
  })

  test('marks the place that the verifier meant', async () => {
    const returned = {
      codes: ['unreadable' as const],
      note: 'Stempel buram.',
      place: { page: 2, box: { left: 100, top: 200, width: 300, height: 50 } },
      by: verifier.id,
    }
    const { browser, record } = await atArchive({ status: 'returned', pages: 3, returned })
    const { body } = await browser.get(paths.archiveRecord(record))
    expect(body).toContain('Catatan verifikator: Stempel buram.')
    expect(body).toContain(`href="${paths.archivePage(record, 2, 1)}"`)
    const marked = await browser.get(paths.archivePage(record, 2))
    expect(marked.body).toContain('<rect x="100" y="200" width="300" height="50"')
    expect((await browser.get(paths.archivePage(record, 1))).body).not.toContain('<rect')
    expect((await browser.get(paths.archivePage(record, 4))).status).toBe(404)
  })

  test('tells what happened to it, and of a hold only where it may', async () => {
    const { person, browser, record } = await atArchive()
    const about = { record, person: person.id, at: NOW, actor: 'system' as const }
    await inTransaction(sql, async (tx) => {
      await addArchiveEvent(tx, { ...about, name: 'recordVerified', body: { no: 1 } })
      await addArchiveEvent(tx, { ...about, name: 'holdPlaced', body: { silent: true } })
    })
    const { body } = await browser.get(paths.archiveRecord(record))
    expect(body).toContain('Versi 1 diverifikasi dan berlaku.')
    expect(body).not.toContain('Penahanan')
  })

  test('shows no page of what was not checked, or was found to be harmful', async () => {
    const { person, browser, record } = await atArchive({ status: 'quarantined' })
    const { body } = await browser.get(paths.archiveRecord(record))
    expect(body).not.toContain('<img')
    expect(await accessesOf(person.id)).toEqual([])
    expect((await browser.get(paths.archiveCover(record))).status).toBe(404)
  })

  test('keeps what remains of it once it is destroyed', async () => {
    const { browser, record } = await atArchive({ status: 'verified' })
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update archive.records set stage = 'destroyed', destroyed_at = ${NOW} where id = ${record}`
      await tx`update archive.versions set metadata = null, key_gone_at = ${NOW} where record = ${record}`
    })
    const { body } = await browser.get(paths.archiveRecord(record))
    expect(body).toContain('Isi berkas ini sudah dimusnahkan menurut jadwal')
    expect(body).not.toContain('<img')
    expect(body).not.toContain('terenkripsi')
    expect(body).not.toContain('Terverifikasi')
    expect((await browser.get(paths.archive)).body).toContain('Musnah')
  })

  test('does not exist for anybody else', async () => {
    const { record } = await atArchive()
    const { browser } = await signedIn(sql)
    for (const path of [
      paths.archiveRecord(record),
      paths.archivePage(record, 1),
      paths.archiveCover(record),
    ])
      expect((await browser.get(path)).status).toBe(404)
  })

  test('has a cover to print', async () => {
    const { browser, record, person } = await atArchive({ status: 'verified' })
    const { body } = await browser.get(paths.archiveCover(record))
    expect(body).toContain(person.name)
    expect(body).toContain(record)
  })
})

test('the own archive is searched by words, and by nobody else’s', async () => {
  const { browser, version } = await atArchive({ metadata: { decreeNumber: '821.2/045/BKD' } })
  await sql`update archive.versions set metadata = metadata where id = ${version}`
  const find = (text: string) =>
    browser.get(`${paths.archiveSearch}?kata=${encodeURIComponent(text)}`)
  expect((await find('821.2/045')).body).toContain('SK PNS')
  expect((await find('999')).body).toContain('Tidak ada berkas yang cocok.')
  expect((await browser.get(paths.archiveSearch)).body).toContain('Ketik kata')
  const then = await browser.get(`${paths.archiveSearch}?tanggal=2009-03-02`)
  expect(then.body).toContain('belum digantikan pada 2 Maret 2009:')
  expect(then.body).toContain('Tidak ada berkas yang cocok.')
  const { browser: other } = await signedIn(sql)
  expect((await other.get(`${paths.archiveSearch}?kata=821`)).body).toContain('Tidak ada berkas')
})
