import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, test, vi } from 'vitest'
import type { VersionId } from '#domain/archive/version.ts'
import { makeBlobs } from '#src/blobs/blobs.ts'
import { makeFolderStore } from '#src/blobs/folder-store.ts'
import { makeScratch } from '#src/receiving/scratch.ts'
import { tidy } from '#src/receiving/tidy.ts'
import { addPerson, PASSWORD } from '#test/support/builders.ts'
import type { Caller } from '#test/support/caller.ts'
import { openDesk, presentPasswords } from '#test/support/desk.ts'
import { callSignedIn } from '#test/support/office-callers.ts'
import { pdfVector } from '#test/support/pdf.ts'
import { beginByTus, idIn, offsetOf, patch } from '#test/support/sending.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 180_000 })

const desk = await openDesk()
let portal = await desk.start()
const owner = await desk.owner()
const hash = await presentPasswords.hash(PASSWORD)
const scratch = makeScratch(join(desk.dataDir, 'naskah-masuk'))
const blobs = makeBlobs(
  [
    makeFolderStore('main', join(desk.dataDir, 'arsip')),
    makeFolderStore('copy', join(desk.dataDir, 'arsip-salinan')),
  ],
  2,
)

afterAll(() => portal.stop())

/** Each is another file, for nobody has the same twice. */
let serial = 0
function somePdf(): Uint8Array<ArrayBuffer> {
  serial += 1
  return new Uint8Array(
    Buffer.concat([pdfVector('valid-1-page.pdf'), Buffer.from(' '.repeat(serial))]),
  )
}

async function begun() {
  const person = await addPerson(owner, { hash })
  const browser = await callSignedIn(portal.url, person)
  await browser.get(paths.uploadTo('pns', ''))
  const file = somePdf()
  const created = await beginByTus(browser, file)
  expect(created.status).toBe(201)
  const path = created.headers.get('Location') ?? ''
  return { person, browser, file, path, id: idIn(path) }
}

/** What there is of a version: all of it, or nothing. */
async function partsOf(id: VersionId) {
  const [row] = await owner<Record<string, number>[]>`
    select (select count(*) from archive.versions where id = ${id}) as versions,
      (select count(*) from archive.copies where version = ${id} and kind = 'content' and store = 'main') as contents,
      (select count(*) from keyring.version_keys where version = ${id}) as keys,
      (select count(*) from archive.events where name = 'uploadCompleted' and body ->> 'version' = ${id}) as events`
  return row
}

async function statusOf(id: VersionId) {
  const [row] = await owner<
    { status: string }[]
  >`select status from archive.versions where id = ${id}`
  return row?.status
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let rest = 1500; rest > 0; rest -= 1) {
    if (await isTrue()) return
    await setTimeout(20)
  }
  throw new Error('it never came to that')
}

async function waiters(): Promise<number> {
  const rows = await owner`
    select from pg_stat_activity where application_name like 'asn%' and wait_event_type = 'Lock'`
  return rows.length
}

/** Kills the portal while a statement of its waits for the table, begun by `act`. */
async function killAt(table: string, act: () => Promise<unknown>): Promise<void> {
  const { sent } = await owner.begin(async (tx) => {
    await tx.unsafe(`lock table ${table} in share row exclusive mode`)
    const sent = act().catch(() => undefined)
    await until(async () => (await waiters()) > 0)
    await portal.kill('SIGKILL')
    return { sent }
  })
  await sent
  await until(async () => (await others()) === 0)
}

async function others(): Promise<number> {
  const rows = await owner`select from pg_stat_activity where application_name like 'asn-%'`
  return rows.length
}

async function startAgain(browser: Caller): Promise<void> {
  portal = await desk.start()
  browser.goTo(portal.url)
}

/** Everything that a store has, or a row says, has the other beside it an hour later. */
async function orphans(): Promise<string[]> {
  const clock = () => new Date(Date.now() + 3_700_000)
  await tidy({ sql: owner, blobs, scratch, clock })
  const named = new Set(
    (await owner<{ object: string }[]>`select object from archive.copies`).map(
      ({ object }) => object,
    ),
  )
  const found: string[] = []
  for (const store of [blobs.first, ...blobs.others])
    for await (const { object } of store.listSince(undefined))
      if (!named.delete(object)) found.push(`no row: ${object}`)
  return [...found, ...[...named].map((object) => `no object: ${object}`)]
}

const LAST_BYTE = [
  'archive.uploads',
  'archive.loose_objects',
  'archive.records',
  'archive.versions',
  'archive.copies',
  'keyring.version_keys',
  'archive.intake_work',
  'archive.events',
  'archive.log_queue',
]

describe('fault 1: kill -9 while the last byte is received and waits for', () => {
  test.each(LAST_BYTE)('%s leaves all or nothing, and one version in the end', async (table) => {
    const { browser, file, path, id } = await begun()
    await patch(browser, path, 0, file.subarray(0, 100))
    await killAt(table, () => patch(browser, path, 100, file.subarray(100)))
    const parts = Object.values((await partsOf(id)) ?? {})
    expect(new Set(parts).size).toBe(1)
    await startAgain(browser)
    await until(async () => (await statusOf(id)) === 'awaitingVerification')
    expect(await partsOf(id)).toEqual({ versions: 1, contents: 1, keys: 1, events: 1 })
    expect(await offsetOf(browser, path)).toEqual({ status: 200, offset: file.length })
    expect(await scratch.length(id)).toBeUndefined()
    expect(await orphans()).toEqual([])
  })
})

const CHECKS = ['archive.loose_objects', 'archive.versions', 'archive.copies', 'archive.log_queue']

test('fault 1: kill -9 while it is checked and waits for any table leaves it in quarantine, and it is checked again', async () => {
  await portal.kill('SIGKILL')
  portal = await desk.start({ JOBS: 'off' })
  const { browser, file, path, id } = await begun()
  await patch(browser, path, 0, file)
  expect(await statusOf(id)).toBe('quarantined')
  await portal.kill('SIGKILL')
  // Each program goes on from what the one before it left.
  for (const table of CHECKS) {
    await killAt(table, async () => {
      portal = await desk.start()
    })
    expect([table, await statusOf(id)]).toEqual([table, 'quarantined'])
    const derived = await owner`
      select from archive.copies where version = ${id} and (kind <> 'content' or store <> 'main')`
    expect(derived).toEqual([])
    await owner`update archive.intake_work set lease_until = null`
  }
  await startAgain(browser)
  await until(async () => (await statusOf(id)) === 'awaitingVerification')
  const copies = await owner`
    select kind, count(*) from archive.copies where version = ${id} group by kind order by kind`
  expect(copies).toEqual([
    { kind: 'content', count: 2 },
    { kind: 'preview', count: 2 },
    { kind: 'text', count: 2 },
    { kind: 'thumbnail', count: 2 },
  ])
  expect(await orphans()).toEqual([])
})

test('fault 18: pieces survive three kills, each going on where the last byte was', async () => {
  const { browser, file, path, id } = await begun()
  for (const at of [50, 100, 150]) {
    await patch(browser, path, at - 50, file.subarray(at - 50, at))
    await portal.kill('SIGKILL')
    await startAgain(browser)
    expect(await offsetOf(browser, path)).toEqual({ status: 200, offset: at })
  }
  await patch(browser, path, 150, file.subarray(150))
  expect((await partsOf(id))?.['versions']).toBe(1)
})

test('what lies on its way is for its owner alone', async () => {
  const { id } = await begun()
  expect((await stat(join(desk.dataDir, 'naskah-masuk'))).mode & 0o777).toBe(0o700)
  const names = (await readdir(join(desk.dataDir, 'naskah-masuk'))).filter((name) =>
    name.startsWith(id),
  )
  for (const name of names)
    expect((await stat(join(desk.dataDir, 'naskah-masuk', name))).mode & 0o777).toBe(0o600)
})
