import { describe, expect, test, vi } from 'vitest'
import type { Role } from '#domain/access/mandate.ts'
import type { RecordId } from '#domain/archive/record.ts'
import { destroyRound } from '#src/jobs/destruction.ts'
import { placeHold } from '#src/store/archive/place-hold.ts'
import { inTransaction } from '#src/store/database.ts'
import { archiveOf } from '#test/support/archive-deps.ts'
import { expectDenied, looksOf, underAuditor } from '#test/support/auditor.ts'
import { NOW } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import {
  AFTER_WAIT,
  actAt,
  addEnded,
  addFiles,
  destroying,
  drawnUp,
  hashOf,
  type Office,
  openOffice,
  placesOf,
  recommended,
} from '#test/support/destruction.ts'
import { wantedHold } from '#test/support/holds.ts'
import { passwords } from '#test/support/secrets.ts'
import { inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 120_000 })

const owner = await testDatabase()
const sql = asApplication(owner)
const hash = await passwords.hash('Jeruk-Bali-Manis-71')
let now = NOW
const visit = { deps: { clock: () => now } }
const LONG = 'Masih diperlukan untuk gugatan di pengadilan.'

async function inHat(role: Role, office?: Office) {
  const agency = office ? { agency: office.agency } : {}
  const { person, browser } = await inOffice(owner, { role, hash, ...agency }, visit)
  return { person, browser }
}

/** Everything that has become of a list, with its certificate. */
async function destroyed(count = 2) {
  now = NOW
  const office = await openOffice(owner)
  const { records } = await addEnded(office, count)
  for (const record of records) await addFiles(owner, archiveOf(owner), record)
  const id = await destroying(office)
  await destroyRound(placesOf(owner, () => {}))
  now = AFTER_WAIT
  return { office, id, records }
}

describe('an auditor', () => {
  test('sees the lists of all agencies, or of one, and of a state', async () => {
    now = NOW
    const [one, other] = [await openOffice(owner), await openOffice(owner)]
    await owner`update agencies set name = 'Kota Lain', code = 'lain-1' where id = ${other.agency}`
    for (const office of [one, other]) await addEnded(office)
    const [first, second] = [await drawnUp(one), await recommended(other)]
    const { browser } = await inHat('auditor')
    const all = (await browser.get(paths.auditedBatches)).body
    for (const id of [first, second]) expect(all).toContain(paths.auditedBatch(id))
    const ask = async (query: string) =>
      (await browser.get(`${paths.auditedBatches}${query}`)).body.match(
        /\/nasional\/pemusnahan\/[0-9a-f-]{36}/g,
      )
    expect(await ask('?instansi=lain-1')).toEqual([paths.auditedBatch(second)])
    expect(await ask('?instansi=kota+lain&keadaan=dinilai')).toBeNull()
    expect(await ask(`?instansi=lain-1&setelah=${second}`)).toBeNull()
    const wrong = await browser.get(`${paths.auditedBatches}?instansi=tidak-ada`)
    expect(wrong.body).toContain('Instansi dengan kode atau nama ini tidak ditemukan.')
    expect(wrong.body).not.toContain(paths.auditedBatch(first))
  })

  test('sees of a list every step, seat, paper and place in the log, and can do nothing there', async () => {
    const { office, id } = await destroyed()
    const { browser } = await inHat('auditor')
    const { status, body } = await browser.get(paths.auditedBatch(id))
    expect(status).toBe(200)
    for (const text of ['Surat pertimbangan panitia', 'Persetujuan Kepala ANRI', 'SK penetapan'])
      expect(body).toContain(text)
    expect(body).toContain('Saksi unit hukum')
    expect(body).toContain('dari kunci 1 ke 2')
    expect(body).toContain(await hashOf(office, id))
    expect(body).toMatch(/Nomor catatan penutupan di log<\/dt><dd>\d+</)
    expect(body).toContain(`href="${paths.nationLog}"`)
    expect(body).not.toMatch(/<form[^>]*pemusnahan/)
    expect(body).not.toContain('/instansi/pemusnahan')
  })

  test('gets the very bytes of the certificate that the agency gets, and that is written down', async () => {
    const { office, id } = await destroyed()
    const { browser: archivist } = await inHat('archivist', office)
    const { person, browser } = await inHat('auditor')
    const page = await browser.get(paths.auditedCertificate(id))
    expect(page.body).toContain(`href="${paths.auditedCertificatePdf(id)}"`)
    const own = await archivist.get(paths.batchCertificatePdf(id))
    const file = await browser.get(paths.auditedCertificatePdf(id))
    expect(file.headers.get('Content-Type')).toBe('application/pdf')
    expect(file.body).toBe(own.body)
    const told = await owner`
      select body ->> 'paper' as paper from archive.events
      where name = 'batchPaperRead' and actor = ${person.id} and body ->> 'batch' = ${id}`
    expect(told).toEqual([{ paper: 'certificate' }])
    const looks = await owner`
      select asked ->> 'part' as part from audit_reads
      where reader = ${person.id} and asked ->> 'batch' = ${id} order by id`
    expect(looks).toEqual([{ part: 'certificate' }, { part: 'certificateFile' }])
  })

  test('sees of a record type, year and steps, and neither whose it is nor what stood in it', async () => {
    const { id, records } = await destroyed(1)
    const [record = '' as RecordId] = records
    const [about] = await owner<{ nip: string; four: string }[]>`
      select p.number as nip, right(p.number, 4) as four
      from archive.records r join people p on p.id = r.person where r.id = ${record}`
    await owner`update archive.records set slot = 'Jabatan Rahasia' where id = ${record}`
    await owner`update people set name = 'Nama Pemilik' where number = ${about?.nip ?? ''}`
    const { browser } = await inHat('auditor')
    const list = await browser.get(paths.auditedItems(id))
    expect(list.body).toContain(`NIP …${about?.four}`)
    expect(list.body).toMatch(/Catatan di log: mulai \d+, musnah \d+/)
    const page = await browser.get(paths.auditedItem(id, record))
    for (const text of ['Kunci dimusnahkan', 'Semua salinan dihapus', 'Dimusnahkan.'])
      expect(page.body).toContain(text)
    for (const { body } of [list, page]) {
      expect(body).not.toContain('Jabatan Rahasia')
      expect(body).not.toContain('Nama Pemilik')
      expect(body).not.toContain(about?.nip)
    }
  })

  test('sees what left a list and why, what was objected, and what failed', async () => {
    now = NOW
    const office = await openOffice(owner)
    const { person, records } = await addEnded(office, 3)
    const id = await recommended(office)
    const [left = '', objected = '', failed = ''] = records
    await owner`
      update archive.batch_items set state = 'over', outcome = 'withdrawn', because = 'held', over_at = ${NOW}
      where record = ${left}`
    await owner`
      insert into archive.objections (batch, record, person, reason, filed_at)
      values (${id}, ${objected}, ${person}, ${LONG}, ${NOW})`
    await owner`update archive.batch_items set failures = 2 where record = ${failed}`
    const { browser } = await inHat('auditor')
    const { body } = await browser.get(paths.auditedBatch(id))
    expect(body).toContain('Ditarik: arsip ditahan: 1 arsip')
    expect(body).toContain('1 diajukan: 0 diterima, 0 ditolak, 1 belum dijawab')
    const shown = async (only: 'left' | 'objected' | 'failed') =>
      records.filter((one) => lists[only].includes(paths.auditedItem(id, one)))
    const lists = {
      left: (await browser.get(paths.auditedItems(id, undefined, 'left'))).body,
      objected: (await browser.get(paths.auditedItems(id, undefined, 'objected'))).body,
      failed: (await browser.get(paths.auditedItems(id, undefined, 'failed'))).body,
    }
    expect(await shown('left')).toEqual([left])
    expect(await shown('objected')).toEqual([objected])
    expect(await shown('failed')).toEqual([failed])
    expect((await browser.get(paths.auditedItem(id, objected))).body).toContain(LONG)
  })
})

describe('the pages of destruction for auditors', () => {
  const places = (id: string, record: string) => [
    paths.auditedBatches,
    paths.auditedBatch(id),
    paths.auditedItems(id),
    paths.auditedItem(id, record),
    paths.auditedPaper(id, 'minutes'),
    paths.auditedCertificate(id),
    paths.auditedCertificatePdf(id),
  ]

  test('are for nobody else, not even for who sits in the list, and take no POST', async () => {
    now = NOW
    const office = await openOffice(owner)
    const { records } = await addEnded(office)
    const id = await drawnUp(office)
    const all = places(id, records[0] ?? '')
    for (const role of ['archivist', 'nationalAdmin'] as const) {
      const { browser } = await inHat(role, role === 'archivist' ? office : undefined)
      for (const path of all) expect((await browser.get(path)).status).toBe(404)
    }
    const { browser } = await inHat('auditor')
    for (const path of all) expect((await browser.post(path, {})).status).toBe(404)
    for (const path of [paths.batch(id), paths.batchItems(id), paths.batchAct(id, 'kursi')])
      expect((await browser.get(path)).status).toBe(404)
  })

  test('R-AU-01 keep who looked at what before it is shown', async () => {
    now = NOW
    const office = await openOffice(owner)
    const { records } = await addEnded(office)
    const id = await drawnUp(office)
    const { person, browser } = await inHat('auditor')
    const [record = ''] = records
    await browser.get(`${paths.auditedBatches}?keadaan=dinilai`)
    await browser.get(paths.auditedBatch(id))
    await browser.get(paths.auditedItem(id, record))
    await browser.get(paths.auditedBatch(crypto.randomUUID()))
    expect(await looksOf(owner, person.id)).toEqual([
      { of: 'destructions', state: 'appraising' },
      { of: 'destruction', batch: id, part: 'standing' },
      { of: 'destruction', batch: id, part: 'item', record },
    ])
  })

  test.each([
    'select slot from archive.records',
    'select person from archive.records',
    'select line from archive.batch_items',
    'select metadata from archive.versions',
    'select object from archive.copies',
    'select salt from archive.events',
    'update archive.batches set state = state',
    'update archive.batch_items set outcome = outcome',
    'delete from archive.batch_parties',
    'update archive.papers set number = number',
    'insert into archive.destruction_steps select * from archive.destruction_steps',
    'update archive.objections set because = because',
  ])('are read by a role that reads no more and changes nothing: %s', async (statement) => {
    await expectDenied(sql, statement)
  })

  test('show that role no event but those of lists', async () => {
    now = NOW
    const office = await openOffice(owner)
    await addEnded(office)
    await drawnUp(office)
    const seen = await underAuditor(
      sql,
      (tx) => tx<{ name: string; ofBatch: boolean }[]>`
        select name, body ? 'batch' as of_batch from archive.events`,
    )
    expect(seen.every(({ ofBatch }) => ofBatch)).toBe(true)
    expect(seen.length).toBeGreaterThan(0)
  })
})

test('R-AD-01 an auditor is not told why a record of their own left a list, nor by whom', async () => {
  now = NOW
  const office = await openOffice(owner)
  const { person, records } = await addEnded(office, 1)
  const [record = '' as RecordId] = records
  const id = await recommended(office)
  const scope = { of: 'record', record } as const
  const hold = wantedHold({ person, agency: office.agency, scope, silent: true })
  const placed = await placeHold(office.sql, hold, await actAt(owner, office.acts.legal, NOW))
  expect(placed.ok).toBe(true)
  const { browser: other } = await inHat('auditor')
  const own = await inHat('auditor')
  await inTransaction(owner, async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update archive.batch_items set subject = ${own.person.id} where record = ${record}`
  })
  for (const place of [paths.auditedItems(id), paths.auditedItem(id, record)]) {
    expect((await other.get(place)).body).toContain('arsip ditahan')
    const { status, body } = await own.browser.get(place)
    expect(status).toBe(200)
    expect(body).toContain('Ditarik dari daftar')
    expect(body).not.toMatch(/ditahan|Unit hukum/i)
  }
  expect((await other.get(paths.auditedBatch(id))).body).toContain('arsip ditahan: 1 arsip')
  const { body } = await own.browser.get(paths.auditedBatch(id))
  expect(body).toContain('Ditarik dari daftar: 1 arsip')
  expect(body).not.toContain('ditahan')
})
