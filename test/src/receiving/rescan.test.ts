import { expect, test } from 'vitest'
import type { ScanAnswer } from '#domain/archive/scan.ts'
import { no, ok } from '#domain/result.ts'
import { type Rescanning, rescanSome } from '#src/receiving/rescan.ts'
import { addPerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { clean, receivingOf, wholeOf } from '#test/support/receiving.ts'

const sql = await testDatabase()
const desk = await receivingOf(sql)
const unscanned: ScanAnswer = { kind: 'notScanned', why: 'absent' }
const newer = { engine: 'ClamAV 1.4.3', signatures: '27801' }
let serial = 0

async function taken(scan: ScanAnswer) {
  serial += 1
  const { id: person } = await addPerson(sql)
  const id = await desk.send(Buffer.from(`berkas ${serial}`), { person })
  await desk.check({ scan: async () => scan, policy: 'optional' })
  return id
}

async function scanOf(id: string) {
  const [row] = await sql`select status, scan, scanned_by from archive.versions where id = ${id}`
  return row
}

function rescan(fields: Partial<Rescanning> = {}) {
  const found: string[] = []
  const place: Rescanning = {
    ...desk.checking,
    scan: async () => ({ kind: 'scanClean', by: newer }),
    engine: async () => ok(newer),
    found: (version) => found.push(version),
    ...fields,
  }
  return rescanSome(place).then((hasMore) => ({ hasMore, found }))
}

test('fault 9: what went on without a scan is scanned once a scanner is there', async () => {
  const id = await taken(unscanned)
  expect(await scanOf(id)).toMatchObject({ status: 'awaitingVerification', scan: 'notScanned' })
  await rescan({ engine: async () => no('absent') })
  expect(await scanOf(id)).toMatchObject({ scan: 'notScanned' })
  const seen: string[] = []
  await rescan({
    scan: async (source) => {
      seen.push(String(await wholeOf(source)))
      return { kind: 'scanClean', by: newer }
    },
  })
  expect(seen).toEqual([`berkas ${serial}`])
  expect(await scanOf(id)).toMatchObject({ scan: 'scanClean', scannedBy: 'ClamAV 1.4.3 27801' })
})

test('fault 9: new signatures look again, once, and what they find is told', async () => {
  const id = await taken(clean)
  const { found } = await rescan({
    scan: async () => ({ kind: 'scanFound', by: newer, name: 'x' }),
  })
  expect(found).toEqual([id])
  expect(await scanOf(id)).toEqual({
    status: 'awaitingVerification',
    scan: 'scanFound',
    scannedBy: 'ClamAV 1.4.3 27801',
  })
  expect(await rescan({ scan: () => Promise.reject(new Error('asked again')) })).toEqual({
    hasMore: false,
    found: [],
  })
})

test('what new signatures find is in the record, told to its person, and taken back by the next ones', async () => {
  const id = await taken(clean)
  const next = { ...newer, signatures: '27802' }
  const all = { ...newer, signatures: '27803' }
  await rescan({ scan: async () => ({ kind: 'scanFound', by: newer, name: 'x' }) })
  await rescan({
    engine: async () => ok(next),
    scan: async () => ({ kind: 'scanFound', by: next, name: 'x' }),
  })
  await rescan({ engine: async () => ok(all), scan: async () => ({ kind: 'scanClean', by: all }) })
  const told = await sql`
    select e.name, e.body from archive.events e join archive.notices n on n.event = e.id
    where e.record = (select record from archive.versions where id = ${id}) order by e.n`
  expect(told).toEqual([
    { name: 'malwareFound', body: { version: id, no: 1 } },
    { name: 'malwareCleared', body: { version: id, no: 1 } },
  ])
})

test('fault 11: is scanned from the other copy; one that no store gives out keeps no other waiting', async () => {
  const [lost, half] = [await taken(clean), await taken(clean)]
  const copies = await sql<{ version: string; store: string; object: string }[]>`
    select version, store, object from archive.copies where version in (${lost}, ${half}) and kind = 'content'`
  for (const { version, store, object } of copies)
    if (version === lost || store === 'main') await desk.blobs.named(store)?.delete(object)
  const last = { ...newer, signatures: '27804' }
  const scan: Rescanning['scan'] = async (source) => {
    await wholeOf(source)
    return { kind: 'scanClean', by: last }
  }
  await rescan({ engine: async () => ok(last), scan })
  expect(await scanOf(half)).toMatchObject({ scannedBy: 'ClamAV 1.4.3 27804' })
  expect(await scanOf(lost)).toMatchObject({ scannedBy: 'ClamAV 1.4.3 27800', scan: 'scanClean' })
})

test('I6 a scanner that goes away meanwhile leaves what was said before', async () => {
  const id = await taken(clean)
  await rescan({ scan: async () => unscanned })
  expect(await scanOf(id)).toMatchObject({ scan: 'scanClean', scannedBy: 'ClamAV 1.4.3 27800' })
})
