import { expect, test, vi } from 'vitest'
import type { RecordId } from '#domain/archive/record.ts'
import { after } from '#domain/instant.ts'
import { careRound } from '#src/care/round.ts'
import { destroyRound } from '#src/jobs/destruction.ts'
import { readCareBoard } from '#src/store/archive/care-board.ts'
import { addPaper } from '#src/store/archive/destruction/papers.ts'
import { hastenCopy, listAllCopies } from '#src/store/tlog/all-copies.ts'
import { archiveOf, wholeArchiveOf } from '#test/support/archive-deps.ts'
import { NOW } from '#test/support/builders.ts'
import { allOf, inPieces } from '#test/support/bytes.ts'
import { careOfStores } from '#test/support/caring.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  AFTER_WAIT,
  actAt,
  addEnded,
  addFiles,
  destroying,
  drawnUp,
  type Office,
  openOffice,
  placesOf,
} from '#test/support/destruction.ts'
import { inParts, pdfVector } from '#test/support/pdf.ts'

vi.setConfig({ testTimeout: 60_000 })

const DAY = 24 * 3600
const owner = await testDatabase()
const { blobs, fail } = wholeArchiveOf(owner)
const stores = [blobs.first, ...blobs.others]
let now = AFTER_WAIT
const { place, reported } = careOfStores(owner, stores, () => now)

async function certified(at?: Office) {
  const office = at ?? (await openOffice(owner))
  const { records } = await addEnded(office)
  await addFiles(owner, wholeArchiveOf(owner), records[0] as RecordId)
  const id = await destroying(office)
  await destroyRound(placesOf(owner, () => {}))
  return id
}

async function copiesOf(batch: string) {
  return await owner<{ store: string; object: string; health: string }[]>`
    select c.store, c.object, c.health from archive.batch_file_copies c
    join archive.batch_files f on f.id = c.file where f.batch = ${batch} order by c.store desc`
}

/** As its archivist sees it. */
async function boardOf({ sql, agency }: Office) {
  const reach = { reach: 'agency', agency, unit: undefined } as const
  const { papers, stores: all, incidents } = await readCareBoard(sql, reach, now)
  return { papers, all, incidents }
}

async function toldOf(batch: string) {
  const rows = await owner<{ name: string; store: string }[]>`
    select name, body ->> 'store' as store from archive.events
    where body ->> 'batch' = ${batch} and body ->> 'kind' = 'certificate' order by at, id`
  return rows.map(({ name, store }) => `${name} ${store}`).sort()
}

test('a certificate is read within a day in each store, and mended from the other', async () => {
  const id = await certified()
  const [main] = await copiesOf(id)
  await blobs.first.delete(main?.object ?? '')
  now = after(now, DAY)
  await careRound(place)
  const mended = await copiesOf(id)
  expect(mended).toMatchObject([{ health: 'healthy' }, { health: 'healthy' }])
  expect(await blobs.first.head(mended[0]?.object ?? '')).toBeDefined()
  expect(await toldOf(id)).toEqual(['copyFoundMissing main', 'copyRepaired main'])
})

test('one that somebody finds bad who reads every copy is mended next, not in ninety days', async () => {
  const id = await certified()
  now = after(now, DAY)
  await careRound(place)
  const [main] = await copiesOf(id)
  await blobs.first.delete(main?.object ?? '')
  await careRound(place)
  expect(await blobs.first.head(main?.object ?? '')).toBeUndefined()
  for await (const copy of listAllCopies(owner))
    if (copy.object === main?.object) await hastenCopy(owner, copy, now)
  await careRound(place)
  const [mended] = await copiesOf(id)
  expect(await blobs.first.head(mended?.object ?? '')).toBeDefined()
})

test('one that no store has whole is told once; one that is away is not checked', async () => {
  const id = await certified()
  fail.copy('busy')
  now = after(now, DAY)
  await careRound(place)
  expect(await copiesOf(id)).toMatchObject([{ health: 'healthy' }, { health: 'unchecked' }])
  fail.copy(undefined)
  for (const { store, object } of await copiesOf(id)) await blobs.named(store)?.delete(object)
  reported.length = 0
  for (const days of [91, 92]) {
    now = after(AFTER_WAIT, days * DAY)
    await careRound(place)
  }
  expect(await toldOf(id)).toEqual(['copyFoundMissing copy', 'copyFoundMissing main'])
  expect(reported.filter((code) => code === 'NO_WHOLE_COPY').length).toBeGreaterThan(0)
})

test('6.4 a paper that was sent is cared for like the certificate', async () => {
  const office = await openOffice(owner)
  await addEnded(office)
  const id = await drawnUp(office)
  const { keyring, receivePaper } = archiveOf(owner)
  const file = await receivePaper(inParts(pdfVector('valid-1-page.pdf')))
  if (!file.ok) throw new Error(file.problem.kind)
  const act = await actAt(owner, office.acts.archivist, NOW)
  const dated = { year: 2026, month: 11, day: 20 }
  const paper = { kind: 'minutes', number: '1', dated, issuer: 'Bupati' } as const
  expect(await addPaper(keyring, act, id, { paper, file: file.value })).toMatchObject({ ok: true })
  const [main] = await copiesOf(id)
  await blobs.first.delete(main?.object ?? '')
  now = after(AFTER_WAIT, 200 * DAY)
  await careRound(place)
  expect(await copiesOf(id)).toMatchObject([{ health: 'healthy' }, { health: 'healthy' }])
  const told = await owner`
    select name from archive.events where body ->> 'batch' = ${id} and body ->> 'kind' = 'minutes'
    order by name`
  expect(told).toEqual([{ name: 'copyFoundMissing' }, { name: 'copyRepaired' }])
})

test('a store that came later gets it too', async () => {
  const id = await certified()
  const [, copy] = await copiesOf(id)
  await owner`delete from archive.batch_file_copies where object = ${copy?.object ?? ''}`
  await careRound(place)
  expect(await copiesOf(id)).toMatchObject([
    { store: 'main' },
    { store: 'copy', health: 'healthy' },
  ])
})

test('its copies count in the figures of its agency, and by themselves', async () => {
  const office = await openOffice(owner)
  const id = await certified(office)
  now = after(now, DAY)
  await careRound(place)
  const [main] = await copiesOf(id)
  const { papers, all, incidents } = await boardOf(office)
  // Of the papers those steps only note that they came, so that no store has them.
  const well = { copies: 1, covered: 1, damaged: 0, missing: 0, lacking: 7 }
  expect(papers).toMatchObject([
    { store: 'main', ...well },
    { store: 'copy', ...well },
  ])
  expect(all).toEqual(papers)
  expect(incidents).toBe(0)
  await owner`
    update archive.batch_file_copies set checked_at = ${after(now, -100 * DAY)} where object = ${main?.object ?? ''}`
  now = after(now, DAY)
  await careRound(place)
  expect((await boardOf(office)).papers).toMatchObject([{ covered: 0 }, { covered: 1 }])
})

test('one that no store has whole stands among what is lost, until one is whole again', async () => {
  const office = await openOffice(owner)
  const id = await certified(office)
  const [main, copy] = await copiesOf(id)
  const bytes = await allOf(await blobs.first.getRange(main?.object ?? '', 0))
  await blobs.first.delete(main?.object ?? '')
  await blobs.named('copy')?.delete(copy?.object ?? '')
  reported.length = 0
  for (const days of [1, 2]) {
    now = after(now, days * DAY)
    await careRound(place)
  }
  expect((await boardOf(office)).incidents).toBe(1)
  expect(reported.filter((code) => code === 'NO_WHOLE_COPY')).toHaveLength(1)
  await blobs.first.putIfAbsent(main?.object ?? '', inPieces(bytes))
  now = after(now, DAY)
  await careRound(place)
  expect((await boardOf(office)).incidents).toBe(0)
  expect(await copiesOf(id)).toMatchObject([{ health: 'healthy' }, { health: 'healthy' }])
})
