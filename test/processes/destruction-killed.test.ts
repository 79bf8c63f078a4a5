import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, expect, inject, test, vi } from 'vitest'
import type { BatchId } from '#domain/archive/destruction/batch.ts'
import type { RecordId } from '#domain/archive/record.ts'
import { after } from '#domain/instant.ts'
import { makeBlobs } from '#src/blobs/blobs.ts'
import { makeFolderStore, markFolder } from '#src/blobs/folder-store.ts'
import { testDatabase } from '#test/support/database.ts'
import {
  AFTER_WAIT,
  addEnded,
  addFiles,
  destroying,
  eventsOf,
  type Filed,
  openOffice,
  stageOf,
  stateOf,
} from '#test/support/destruction.ts'
import { someKeyring } from '#test/support/rotating.ts'

vi.setConfig({ testTimeout: 600_000 })

const owner = await testDatabase()
const { places, keyring, folder } = await someKeyring(owner, () => new Date())
const [{ database } = { database: '' }] = await owner<{ database: string }[]>`
  select current_database() as database`
const home = await mkdtemp(join(tmpdir(), 'asn-destruction-'))
afterAll(() => rm(home, { recursive: true }))
const stores = ['main', 'copy'].map((name) => ({ name, root: join(home, name) }))
for (const { name, root } of stores) await markFolder(name, root)
const blobs = makeBlobs(
  [makeFolderStore('main', join(home, 'main')), makeFolderStore('copy', join(home, 'copy'))],
  2,
)
const office = await openOffice(owner)
let now = AFTER_WAIT

test('fault 2: kill -9 between any two steps of a destruction, and the next run comes to the same end', async () => {
  let killed = true
  let kills = 0
  for (let steps = 1; killed; steps += 1) {
    const { records } = await addEnded(office, 1)
    const filed: Filed[] = []
    for (const record of records) filed.push(...(await addFiles(owner, { keyring, blobs }, record)))
    const id = await destroying(office)
    killed = (await destroy(steps)) === 'SIGKILL'
    if (killed) kills += 1
    // What the killed one claimed is free again an hour later.
    if (killed) await destroy(0)
    await expectGone(id, records, filed)
  }
  expect(kills).toBeGreaterThan(15)
})

async function expectGone(id: BatchId, records: RecordId[], filed: Filed[]): Promise<void> {
  expect(await stateOf(office, id)).toBe('closed')
  for (const record of records) {
    expect(await stageOf(owner, record)).toBe('destroyed')
    const events = await eventsOf(owner, record)
    expect(events.filter((name) => name === 'recordDestroyed')).toHaveLength(1)
    expect(events).not.toContain('destructionStepFailed')
    const steps = await owner`
      select step from archive.destruction_steps where record = ${record} order by step`
    expect(steps).toHaveLength(4)
  }
  for (const { version, objects } of filed) {
    expect(await keyring.openVersionKey(keyring.sql, version)).toBeUndefined()
    for (const { store, object } of objects)
      expect(await blobs.named(store)?.head(object)).toBeUndefined()
  }
}

/** Answers how the process ended: by the signal that it sent itself, or by coming to the end. */
async function destroy(steps: number): Promise<string> {
  now = after(now, 3600)
  const url = Object.assign(new URL(inject('server')), { pathname: database }).href
  const given = { url, keys: folder, dumps: places.dumps, stores, now, steps }
  const args = ['--conditions=dist', 'test/support/destroy-alone.ts', JSON.stringify(given)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const [complaint, [code, signal]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  if (signal === 'SIGKILL') return signal
  if (code !== 0) throw new Error(complaint)
  return 'ended'
}
