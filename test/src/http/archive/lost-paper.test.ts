import { expect, test } from 'vitest'
import { addPaper } from '#src/store/archive/destruction/papers.ts'
import { archiveOf } from '#test/support/archive-deps.ts'
import { NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { actAt, addEnded, drawnUp, openOffice } from '#test/support/destruction.ts'
import { inParts, pdfVector } from '#test/support/pdf.ts'
import type { Visit } from '#test/support/visitor.ts'
import { inOffice } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const { keyring, blobs, receivePaper } = archiveOf(sql)
const quiet: Visit = {
  deps: { report: { request: () => {}, blocked: () => {}, problem: () => {} } },
}

async function sentPaper() {
  const office = await openOffice(sql)
  await addEnded(office)
  const batch = await drawnUp(office)
  const file = await receivePaper(inParts(pdfVector('valid-1-page.pdf')))
  if (!file.ok) throw new Error(file.problem.kind)
  const act = await actAt(sql, office.acts.archivist, NOW)
  const dated = { year: 2026, month: 11, day: 20 }
  const paper = { kind: 'minutes', number: '1', dated, issuer: 'Bupati' } as const
  await addPaper(keyring, act, batch, { paper, file: file.value })
  return { agency: office.agency, batch, file: file.value.id }
}

test('5.4 a paper of which no copy is whole says so, and what brings it back', async () => {
  const { agency, batch, file } = await sentPaper()
  const { browser } = await inOffice(sql, { role: 'archivist', agency }, quiet)
  const path = paths.batchPaper(batch, 'minutes')
  expect((await browser.get(path)).status).toBe(200)
  const copies = await sql<{ store: string; object: string }[]>`
    select store, object from archive.batch_file_copies where file = ${file}`
  for (const { store, object } of copies) await blobs.named(store)?.delete(object)
  expect((await browser.get(path)).body).toContain('Coba buka kembali beberapa menit lagi.')
  await sql`
    insert into archive.paper_incidents (file, agency, found_at) values (${file}, ${agency}, ${NOW})`
  const { status, body } = await browser.get(path)
  expect(status).toBe(503)
  expect(body).toContain('Tidak ada salinan dokumen ini yang utuh')
  const list = await browser.get(paths.agencyIncidents)
  expect(list.body).toContain('Notulen rapat penilaian')
  expect(list.body).toContain(`href="${paths.batch(batch)}"`)
  expect((await browser.get(paths.batch(batch))).status).toBe(200)
})
