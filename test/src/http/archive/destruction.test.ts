import { describe, expect, test, vi } from 'vitest'
import type { Role } from '#domain/access/mandate.ts'
import type { BatchId } from '#domain/archive/destruction/batch.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { PersonId } from '#domain/person.ts'
import { destroyRound } from '#src/jobs/destruction.ts'
import { inTransaction } from '#src/store/database.ts'
import { archiveOf, wholeArchiveOf } from '#test/support/archive-deps.ts'
import { NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  AFTER_WAIT,
  addEnded,
  addFiles,
  approved,
  destroying,
  drawnUp,
  hashOf,
  type Office,
  openOffice,
  placesOf,
  recommended,
  stageOf,
  withPanel,
  witnessed,
} from '#test/support/destruction.ts'
import { pdfVector } from '#test/support/pdf.ts'
import { seatedAs } from '#test/support/seated.ts'
import { passwords } from '#test/support/secrets.ts'
import type { Browser } from '#test/support/walk.ts'
import { inOffice, signedIn } from '#test/support/walk.ts'
import { markName } from '#views/archive/destruction/items-part.tsx'
import type { BatchActPath } from '#views/path-names.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 120_000 })

const owner = await testDatabase()
const hash = await passwords.hash('Jeruk-Bali-Manis-71')
let now = NOW
const visit = { deps: { clock: () => now } }
const SOON = new Date(NOW.getTime() + 60_000)
const LONG = 'Masih diperlukan untuk gugatan di pengadilan.'

async function someone(office: Office, role: Role): Promise<Browser> {
  const { browser } = await inOffice(owner, { role, agency: office.agency, hash }, visit)
  return browser
}

/** Opens the form of an act and sends it as it stands there, with these fields. */
async function act(
  browser: Browser,
  id: string,
  place: BatchActPath,
  fields: Record<string, string> = {},
) {
  const { body } = await browser.get(paths.batchAct(id, place))
  const seen = /name="seen" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? ''
  return browser.send(paths.batchAct(id, place), { ...(seen && { seen }), ...fields })
}

/** As `act`, with a PDF beside what is typed. */
async function note(browser: Browser, id: string, paper: string, file = 'valid-1-page.pdf') {
  const place = paths.batchAct(id, 'surat')
  await browser.get(place)
  const sent = { name: 'SK.pdf', text: new Uint8Array(pdfVector(file)) }
  return browser.sendFile(place, 'berkas', sent, { ...PAPER, paper })
}

const PAPER = { number: '045/1', dated: '2026-11-20', issuer: 'Sekretaris Daerah' }

describe('a destruction by hand, from the proposal to the certificate', () => {
  test('takes six persons and says at each step what is missing', async () => {
    now = NOW
    const office = await openOffice(owner)
    const { records } = await addEnded(office, 2)
    for (const record of records) await addFiles(owner, archiveOf(owner), record)
    const archivist = await someone(office, 'archivist')
    const proposals = await archivist.get(paths.proposals)
    expect(proposals.body).toContain('Susun daftar dari semua yang cocok')
    const drawn = await archivist.send(paths.proposals, { type: '', until: '', ...PAPER })
    expect(drawn.body).toContain('Daftar tersusun dan menunggu panitia penilai.')
    const id = /pemusnahan\/([0-9a-f-]{36})/.exec(drawn.path)?.[1] ?? ''

    const chair = await someone(office, 'appraiser')
    const head = await someone(office, 'appraiser')
    await act(chair, id, 'kursi', { seat: 'chair' })
    const taken = await act(head, id, 'kursi', { seat: 'chair' })
    expect(taken.body).toContain('Kursi itu sudah diambil orang lain.')
    await act(head, id, 'kursi', { seat: 'originatingHead' })
    const early = await act(chair, id, 'tanda-tangan')
    expect(early.body).toContain('2 arsip belum dinilai.')
    const [one = '', two = ''] = records
    await chair.get(paths.batchItem(id, one))
    const listed = await chair.send(paths.batchItem(id, one), { verdict: 'destroy' })
    expect(listed.body).not.toContain(markName(one))
    expect(listed.body).toContain(markName(two))
    const judged = await chair.send(paths.batchItems(id), { [markName(two)]: 'ya' })
    expect(judged.body).toContain('Tanda tangani')
    for (const paper of ['panelDecree', 'minutes', 'recommendation'])
      await note(archivist, id, paper)
    const bare = await act(chair, id, 'tanda-tangan')
    expect(bare.body).toContain('PDF surat ini belum dilampirkan: Daftar arsip usul musnah.')
    expect(bare.body).toContain(`href="${paths.batchPaperForm(id, 'proposalList')}"`)
    await note(archivist, id, 'proposalList')
    for (const browser of [archivist, chair, head]) await act(browser, id, 'tanda-tangan')
    expect(await stageOf(owner, records[0] as RecordId)).toBe('proposedForDestruction')

    const approver = await someone(office, 'approver')
    const unready = await act(approver, id, 'persetujuan')
    expect(unready.body).toContain('Surat ini belum dicatat: Persetujuan pimpinan instansi')
    for (const paper of ['agencyApproval', 'destructionOrder']) await note(approver, id, paper)
    const approved = await act(approver, id, 'persetujuan')
    expect(approved.body).toContain('Masa tunggu dimulai dan pegawai diberi tahu.')

    now = AFTER_WAIT
    const again = await someone(office, 'archivist')
    expect((await again.get(paths.batch(id))).body).not.toContain('Mulai pelaksanaan')
    const witness = await someone(office, 'legalOfficer')
    const other = await someone(office, 'inspector')
    await act(witness, id, 'kehadiran')
    expect((await act(other, id, 'kehadiran')).body).toContain('Kehadiran Anda tercatat')
  })

  test('T21 begins once each file was read since the approval, and not while a store is away', async () => {
    now = NOW
    const office = await openOffice(owner)
    const { records } = await addEnded(office)
    const [filed] = await addFiles(owner, archiveOf(owner), records[0] as RecordId)
    await owner`update archive.copies set checked_at = ${new Date(NOW.getTime() - 1)}`
    const id = await recommended(office)
    await approved(office, id)
    const due =
      await owner`select next_check_at as at from archive.copies where version = ${filed?.version ?? ''}`
    expect(due).toEqual([{ at: NOW }, { at: NOW }])
    await witnessed(office, id)
    now = AFTER_WAIT
    const chair = await seatedAs(owner, { office, now, visit }, 'chair')
    const { fail } = wholeArchiveOf(owner)
    fail.copy('busy')
    const waits = await act(chair, id, 'pelaksanaan')
    fail.copy(undefined)
    expect(waits.status).toBe(422)
    expect(waits.body).toContain('1 salinan belum diperiksa keutuhannya.')
    expect(await stageOf(owner, records[0] as RecordId)).toBe('waitingPeriod')
    await act(chair, id, 'pelaksanaan')
    expect(await stageOf(owner, records[0] as RecordId)).toBe('destroying')
  })

  test('6.1 asks of each record whether an exception of the JRA is so of it', async () => {
    now = NOW
    const exception = { text: 'yang berakibat hukum', disposition: 'permanent' } as const
    const office = await openOffice(owner, { exception })
    const { records } = await addEnded(office)
    const [record = ''] = records
    const id = await withPanel(office)
    const chair = await seatedAs(owner, { office, now, visit }, 'chair')
    const place = paths.batchItem(id, record)
    const page = await chair.get(place)
    expect(page.body).toContain('yang berakibat hukum (Permanen)')
    const unanswered = await chair.send(place, { verdict: 'destroy' })
    expect(unanswered.status).toBe(422)
    expect(unanswered.body).toContain('Jawab lebih dahulu apakah pengecualian JRA berlaku')
    const kept = await chair.send(place, { verdict: 'destroy', exception: 'applies' })
    expect(kept.body).toContain('sehingga arsip ini tidak dapat dimusnahkan')
    await chair.send(place, { verdict: 'destroy', exception: 'appliesNot' })
    expect((await chair.get(place)).body).toContain('tidak berlaku untuk arsip ini')
  })

  test('shows its certificate on a page and as a tagged file with every record of it', async () => {
    now = NOW
    const office = await openOffice(owner)
    const { records } = await addEnded(office, 3)
    for (const record of records) await addFiles(owner, archiveOf(owner), record)
    const id = await destroying(office)
    await destroyRound(placesOf(owner, () => {}))
    now = AFTER_WAIT
    const archivist = await someone(office, 'archivist')
    const page = await archivist.get(paths.batchCertificate(id))
    expect(page.status).toBe(200)
    expect(page.body).toContain('penghapusan semua salinan')
    expect(page.body).toContain('<dd>main, copy</dd>')
    const seats = ['Ketua panitia', 'unit pengolah)', 'arsiparis penyusun', 'Pejabat penyetuju']
    const at = seats.map((seat) => page.body.lastIndexOf(seat))
    expect(at).toEqual(at.toSorted((one, other) => one - other))
    expect(page.body).toContain(await hashOf(office, id))
    const file = await archivist.get(paths.batchCertificatePdf(id))
    expect(file.headers.get('Content-Type')).toBe('application/pdf')
    expect(file.body.startsWith('%PDF-1.7')).toBe(true)
    expect(file.body).toContain('/StructTreeRoot')
    expect(file.body).toMatch(/\/Lang \(id-ID\)/)
    expect(file.body.match(/\/S \/TR\b/g)).toHaveLength(4)
    const elsewhere = await someone(await openOffice(owner), 'archivist')
    expect((await elsewhere.get(paths.batchCertificate(id))).status).toBe(404)
    expect((await elsewhere.get(paths.batchCertificatePdf(id))).status).toBe(404)
  })
})

describe('6.3 a paper with its file', () => {
  async function atPanel() {
    now = NOW
    const office = await openOffice(owner)
    await addEnded(office)
    const id = await drawnUp(office)
    return { office, id, archivist: await seatedAs(owner, { office, now, visit }, 'archivist') }
  }

  test('lies sealed in both stores, is read as it was sent, and each reading is an event', async () => {
    const { office, id, archivist } = await atPanel()
    const noted = await note(archivist, id, 'minutes')
    expect(noted.body).toContain('Surat tercatat.')
    expect(noted.body).toContain(`href="${paths.batchPaper(id, 'minutes')}"`)
    const file = await archivist.get(paths.batchPaper(id, 'minutes'))
    expect(file.body).toBe(pdfVector('valid-1-page.pdf').toString())
    expect(file.headers.get('Content-Security-Policy')).toContain('sandbox')
    const copies = await owner<{ store: string; object: string }[]>`
      select c.store, c.object from archive.batch_file_copies c
      join archive.batch_files f on f.id = c.file where f.batch = ${id} order by c.store`
    expect(copies.map(({ store }) => store)).toEqual(['copy', 'main'])
    expect(await owner`select from archive.loose_objects`).toEqual([])
    const sha256 = '3245f9138f41b4464916873324ad108fd02df5990d5a67ea58e6f51dfb234800'
    const told = await owner`
      select name, body ->> 'sha256' as sha256 from archive.events
      where body ->> 'batch' = ${id} and name like 'batchPaper%' order by at, name`
    expect(told).toEqual([
      { name: 'batchPaperAdded', sha256 },
      { name: 'batchPaperRead', sha256: null },
    ])
    const elsewhere = await someone(await openOffice(owner), 'archivist')
    expect((await elsewhere.get(paths.batchPaper(id, 'minutes'))).status).toBe(404)
    const witness = await someone(office, 'inspector')
    expect((await witness.get(paths.batchPaper(id, 'minutes'))).status).toBe(200)
  })

  test.each([
    ['javascript-openaction.pdf', 'PDF memuat skrip atau perintah.'],
    ['text-named-pdf.pdf', 'Ini bukan berkas PDF.'],
    ['empty.pdf', 'Berkas kosong.'],
  ])('%s is refused as every upload, keeps nothing and loses nothing typed', async (file, why) => {
    const { id, archivist } = await atPanel()
    const refused = await note(archivist, id, 'minutes', file)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain(why)
    expect(refused.body).toContain('value="Sekretaris Daerah"')
    expect(
      await owner`select from archive.papers where batch = ${id} and kind = 'minutes'`,
    ).toEqual([])
    expect(await owner`select from archive.batch_files where batch = ${id}`).toEqual([])
    expect(await owner`select from archive.loose_objects`).toEqual([])
  })

  test('of more than 10 MB is refused, and so is one that cannot be looked into now', async () => {
    const { id, archivist } = await atPanel()
    await archivist.get(paths.batchAct(id, 'surat'))
    const large = { name: 'SK.pdf', text: new Uint8Array(10_000_001) }
    const fields = { ...PAPER, paper: 'minutes' }
    const place = paths.batchAct(id, 'surat')
    const refused = await archivist.sendFile(place, 'berkas', large, fields)
    expect(refused.body).toContain('Ukuran berkas melebihi batas.')
    const { fail } = wholeArchiveOf(owner)
    fail.main('busy')
    const later = await note(archivist, id, 'minutes')
    fail.main(undefined)
    expect(later.status).toBe(503)
    expect(later.body).toContain('Berkas belum dapat diperiksa')
    await owner`delete from archive.loose_objects`
    expect(await owner`select from archive.batch_files where batch = ${id}`).toEqual([])
  })

  test('is taken from nobody who may not note it, and noting its number anew keeps it', async () => {
    const { office, id, archivist } = await atPanel()
    const stranger = await someone(office, 'inspector')
    expect((await note(stranger, id, 'minutes')).body).toContain('Surat dicatat oleh panitia')
    expect(await owner`select from archive.batch_files where batch = ${id}`).toEqual([])
    await note(archivist, id, 'minutes')
    const again = await archivist.get(paths.batchPaperForm(id, 'minutes'))
    expect(again.body).toContain('value="045/1"')
    await act(archivist, id, 'surat', { ...PAPER, number: '045/2', paper: 'minutes' })
    const kept = await archivist.get(paths.batch(id))
    expect(kept.body).toContain('045/2')
    expect(kept.body).toContain(`href="${paths.batchPaper(id, 'minutes')}"`)
  })
})

describe('R-AD-01 a batch of another agency', () => {
  test('does not exist, by GET and POST', async () => {
    now = NOW
    const office = await openOffice(owner)
    const { records } = await addEnded(office)
    const id = await recommended(office)
    const stranger = await someone(await openOffice(owner), 'approver')
    const record = records[0] ?? ''
    const seen = await hashOf(office, id as BatchId)
    for (const path of [
      paths.batch(id),
      paths.batchItems(id),
      paths.batchItem(id, record),
      paths.batchObjection(id, record),
      paths.batchAct(id, 'persetujuan'),
    ])
      expect((await stranger.get(path)).status).toBe(404)
    await stranger.get(paths.batches)
    const posted = await stranger.post(paths.batchAct(id, 'persetujuan'), { seen })
    expect(posted.status).toBe(404)
    expect(await stageOf(owner, record as RecordId)).toBe('proposedForDestruction')
  })
})

describe('an objection', () => {
  test('is filed by whose record it is, read by the legal unit, and takes the record out', async () => {
    now = SOON
    const office = await openOffice(owner)
    const { person, browser } = await signedIn(owner, visit, { agency: office.agency, hash })
    const { records } = await addEnded(office, 2)
    const [record = '' as RecordId] = records
    await give(record, person.id)
    const id = await recommended(office)
    expect((await browser.get(paths.home)).body).toContain('1 berkas arsip Anda diusulkan musnah.')
    expect((await browser.get(paths.ownObjections)).body).toContain('Ajukan keberatan')
    const short = await browser.send(paths.ownObjection(record), { reason: 'jangan' })
    expect(short.body).toContain('Alasan sedikitnya 20 huruf')
    await browser.get(paths.ownObjection(record))
    const filed = await browser.send(paths.ownObjection(record), { reason: LONG })
    expect(filed.body).toContain('Keberatan Anda terkirim.')
    expect((await browser.get(paths.home)).body).not.toContain('diusulkan musnah.')
    const twice = await browser.post(paths.ownObjection(record), { reason: LONG })
    expect(twice.status).toBe(422)

    const legal = await someone(office, 'legalOfficer')
    const hint = '1 keberatan pegawai atas usul musnah menunggu jawaban unit hukum.'
    expect((await legal.get(paths.home)).body).toContain(hint)
    const elsewhere = await someone(await openOffice(owner), 'legalOfficer')
    expect((await elsewhere.get(paths.home)).body).not.toContain(hint)
    const { body } = await legal.get(paths.batch(id))
    expect(body).toContain('Jawab keberatan pegawai (1 menunggu)')
    expect(body).toContain(`href="${paths.batchItem(id, record)}"`)
    const chair = await someone(office, 'appraiser')
    expect((await chair.get(paths.batch(id))).body).not.toContain('Jawab keberatan')
    expect((await chair.get(paths.home)).body).not.toContain(hint)
    expect((await legal.get(paths.batchItem(id, record))).body).toContain(LONG)
    await legal.send(paths.batchObjection(id, record), { verdict: 'accept', reason: LONG })
    expect((await legal.get(paths.home)).body).not.toContain(hint)
    expect(await stageOf(owner, record)).toBe('inactive')
    expect(await stageOf(owner, records[1] as RecordId)).toBe('proposedForDestruction')
  })

  test('about the record of somebody else is about none', async () => {
    now = SOON
    const office = await openOffice(owner)
    const { records } = await addEnded(office)
    await recommended(office)
    const { browser } = await signedIn(owner, visit, { agency: office.agency, hash })
    await browser.get(paths.ownObjections)
    const posted = await browser.post(paths.ownObjection(records[0] ?? ''), { reason: LONG })
    expect(posted.status).toBe(404)
    expect(await owner`select from archive.objections where record = ${records[0] ?? ''}`).toEqual(
      [],
    )
  })
})

async function give(record: RecordId, person: PersonId): Promise<void> {
  await owner`update archive.records set person = ${person} where id = ${record}`
  await owner`update people set legal_position = '99', end_of_service = '1' where id = ${person}`
  await owner`
    insert into archive.retention_facts (person, kind, on_date, how)
    values (${person}, 'serviceEnded', '2010-05-01', 'retired') on conflict do nothing`
}

test('R-AD-01 why a record of their own left a list is told to nobody in an office, whatever it was', async () => {
  now = NOW
  const office = await openOffice(owner)
  const { records } = await addEnded(office, 2)
  const id = await drawnUp(office)
  const role = { role: 'appraiser', agency: office.agency, hash } as const
  const { browser, person } = await inOffice(owner, role, visit)
  await inTransaction(owner, async (tx) => {
    await tx`set local session_replication_role = replica`
    for (const [at, because] of (['held', 'noLongerOver'] as const).entries())
      await tx`
        update archive.batch_items
        set state = 'over', outcome = 'withdrawn', because = ${because}, over_at = ${NOW}, subject = ${person.id}
        where record = ${records[at] ?? ''}`
  })
  const { body } = await browser.get(paths.batchItems(id))
  expect(body.match(/Ditarik[^<]*/g)).toEqual(['Ditarik dari daftar', 'Ditarik dari daftar'])
})
