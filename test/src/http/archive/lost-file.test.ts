import { describe, expect, test } from 'vitest'
import type { Stage } from '#domain/archive/record.ts'
import type { VersionId } from '#domain/archive/version.ts'
import { archiveOf } from '#test/support/archive-deps.ts'
import { testDatabase } from '#test/support/database.ts'
import { addParts, WHOLE_FILE } from '#test/support/incidents.ts'
import { addFile, change, damage, lose, PDF } from '#test/support/record-files.ts'
import { atUpload, DATA, idIn, sha256Of } from '#test/support/sending.ts'
import { addVerifiers, addWaiting } from '#test/support/verifying.ts'
import type { Visit } from '#test/support/visitor.ts'
import { inOffice, signedIn } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const quiet: Visit = {
  deps: { report: { request: () => {}, blocked: () => {}, problem: () => {} } },
}

async function owned(stage: Stage = 'active') {
  const { agency } = await addVerifiers(sql)
  const { person, browser } = await signedIn(sql, quiet, { agency })
  const { id, record } = await addWaiting(sql, { employee: person, agency, pages: 2 })
  await addFile(sql, { id, person: person.id }, { pages: 2 })
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update archive.records set stage = ${stage} where id = ${record}`
  })
  return { agency, person: person.id, browser, id, record }
}

async function loseAll(id: VersionId) {
  await damage(sql, id, 'main')
  await lose(sql, id, 'copy')
}

describe('5.4 an owner whose file has no whole copy', () => {
  test('is told so on its page and where it is asked for, with the next step, and keeps all else', async () => {
    const { browser, id, record } = await owned()
    const before = await browser.get(paths.archiveRecord(record))
    expect(before.body).toContain(paths.versionFile(id))
    expect((await browser.get(paths.archive)).body).not.toContain('sedang tidak dapat dibuka')
    await loseAll(id)
    const file = await browser.get(paths.versionFile(id))
    expect(file.status).toBe(503)
    expect(file.body).toContain('Tidak ada salinan berkas ini yang utuh')
    expect(file.body).toContain(`href="${paths.archiveRecord(record, 1)}"`)
    const { body: overview } = await browser.get(paths.archive)
    expect(overview).toContain('Berkas berikut sedang tidak dapat dibuka')
    expect(overview).toContain(`href="${paths.archiveRecord(record, 1)}"`)
    const { status, body } = await browser.get(paths.archiveRecord(record))
    expect(status).toBe(200)
    expect(body).toContain('tidak ada salinannya yang utuh')
    expect(body).toContain('kirim lagi sebagai versi baru')
    expect(body).toContain(`href="${paths.uploadTo('pns', '')}"`)
    expect(body).not.toContain(paths.versionFile(id))
    expect(body).toContain(paths.versionThumbnail(id, 1))
  })

  test('is asked to send nothing where the record takes no version any more', async () => {
    const { browser, id, record } = await owned('waitingPeriod')
    await loseAll(id)
    await browser.get(paths.versionFile(id))
    const { body } = await browser.get(paths.archiveRecord(record))
    expect(body).toContain('Tidak ada yang perlu Anda kirim.')
    expect(body).not.toContain('kirim lagi sebagai versi baru')
  })

  test('reads a page whose picture is lost from the file, which is whole', async () => {
    const { browser, id, record } = await owned()
    await addParts(sql, id, [{ kind: 'preview', page: 2 }])
    await sql`update archive.copies set checked_at = now() + interval '9 years' where version = ${id}`
    const { body } = await browser.get(paths.archiveRecord(record))
    expect(body).toContain('Gambar halaman 2 sedang tidak dapat ditampilkan.')
    expect(body).toContain(paths.versionFile(id))
    const page = await browser.get(paths.archivePage(record, 2, 1))
    expect(page.status).toBe(200)
    expect(page.body).toContain('Gambar halaman ini sedang tidak dapat ditampilkan')
    expect(page.body).not.toContain('<img')
    expect((await browser.get(paths.archivePage(record, 1, 1))).body).toContain('<img')
    const picture = await browser.get(paths.versionPage(id, 2))
    expect(picture.status).toBe(503)
    expect(picture.body).toContain('Halaman ini sedang tidak dapat ditampilkan')
    expect((await browser.get(paths.versionFile(id))).body).toBe(PDF.toString())
  })

  test('gets nothing rather than the half of a file that is bad in its middle everywhere', async () => {
    const { browser, id } = await owned()
    for (const store of ['main', 'copy'] as const) await change(sql, id, store, withBadMiddle)
    await expect(browser.get(paths.versionFile(id))).rejects.toThrow('opens to its end')
    await archiveOf(sql).care(id)
    const { status, body } = await browser.get(paths.versionFile(id))
    expect(status).toBe(503)
    expect(body).toContain('Tidak ada salinan berkas ini yang utuh')
  })

  test('has it back at once when its bytes are, and nothing says otherwise', async () => {
    const { browser, id, record } = await owned()
    let kept = Buffer.alloc(0)
    await change(sql, id, 'main', (bytes) => {
      kept = Buffer.from(bytes)
      return Buffer.alloc(bytes.length, 7)
    })
    await lose(sql, id, 'copy')
    expect((await browser.get(paths.versionFile(id))).status).toBe(503)
    await change(sql, id, 'main', () => kept)
    await sql`update archive.copies set checked_at = checked_at - interval '2 minutes' where version = ${id}`
    expect((await browser.get(paths.versionFile(id))).body).toBe(PDF.toString())
    const { body } = await browser.get(paths.archiveRecord(record))
    expect(body).not.toContain('tidak ada salinannya yang utuh')
  })
})

test('4.1 the very same bytes are taken again while no copy of them is whole, and only then', async () => {
  const { browser } = await atUpload(sql, quiet)
  const text = '%PDF-1.7 dikirim lagi %%EOF'
  const send = () =>
    browser.sendFile(paths.uploadTo('pns', ''), 'berkas', { name: 'SK.pdf', text }, DATA)
  const ask = () => browser.post(paths.uploadTwins, { sha256: sha256Of(Buffer.from(text)) })
  const id = idIn((await send()).path)
  await browser.get(paths.uploadTo('pns', ''))
  expect((await ask()).body).toContain('Berkas yang sama sudah ada di arsip ini')
  expect((await send()).status).toBe(422)
  await addParts(sql, id, [{ kind: 'preview', page: 1 }])
  expect((await ask()).body).toContain('Berkas yang sama sudah ada di arsip ini')
  await addParts(sql, id, WHOLE_FILE)
  expect((await ask()).body).not.toContain('sudah ada')
  const again = await send()
  expect(again.status).toBe(200)
  expect(idIn(again.path)).not.toBe(id)
})

test('an officer of the same agency reads that it can be sent again for its person', async () => {
  const { agency, id, record, person } = await owned()
  await loseAll(id)
  const { browser } = await inOffice(sql, { role: 'officer', agency }, quiet)
  const file = await browser.get(paths.versionFile(id, 'service'))
  expect(file.status).toBe(503)
  expect(file.body).toContain('masuk daftar arsiparis')
  expect(file.body).not.toContain(paths.archiveRecord(record))
  const { body } = await browser.get(paths.employeeRecord(person, record, 'service'))
  expect(body).toContain('Bila pegawai atau unit masih menyimpan berkasnya')
  expect(body).toContain(paths.employeeUploadTo(person, 'pns', ''))
})

test('a verifier reads why it cannot be accepted, and how it comes to be sent again', async () => {
  const { agency, id } = await owned()
  await loseAll(id)
  const { browser } = await inOffice(sql, { role: 'verifier', agency }, quiet)
  expect((await browser.get(paths.verificationOf(id))).body).not.toContain('belum dapat diterima')
  await archiveOf(sql).care(id)
  const { body } = await browser.get(paths.verificationOf(id))
  expect(body).toContain('Tidak ada salinan berkas ini yang utuh, jadi belum dapat diterima.')
})

function withBadMiddle(sealed: Buffer): Buffer {
  const other = Buffer.from(sealed)
  const at = 56 + 16 * 1024 + 21
  other.writeUInt8(other.readUInt8(at) ^ 1, at)
  return other
}
