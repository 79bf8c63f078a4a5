import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import type { MandateId } from '#domain/access/mandate.ts'
import type { UploadId } from '#domain/import/upload.ts'
import { makeSpool } from '#src/import/spool.ts'
import { addUpload, changeUpload, findUpload } from '#src/store/import/uploads.ts'
import { writeSyntheticFiles } from '#src/synthetic/write-files.ts'
import { addPerson } from '#test/support/builders.ts'
import { openDesk } from '#test/support/desk.ts'
import { importPath } from '#test/support/importing.ts'
import { newFolder } from '#test/support/processes.ts'

vi.setConfig({ testTimeout: 180_000 })

const PEOPLE = 40_000
const desk = await openDesk()
const portal = await desk.start()
const owner = await desk.owner()
const files = await writeSyntheticFiles(join(await newFolder(), 'files'), {
  people: PEOPLE,
  seed: 7,
})
await importPath(owner, files.agencies)
await importPath(owner, files.units)
const before = await countOf('people')
const admin = await addPerson(owner, { role: 'nationalAdmin' })
const [mandate] = await owner<
  { id: MandateId }[]
>`select id from mandates where person = ${admin.id}`
if (!mandate) throw new Error('an admin without a mandate')
const event = {
  at: new Date(),
  person: admin.id,
  actor: admin.id,
  hat: mandate.id,
  browser: 'x',
  network: 'x',
}

test('T-CRASH R-AK-02 kill -9 of the portal while it reads and while it applies loses and doubles nobody', async () => {
  const id = await send(files.people)
  let running = portal
  const killDuring = async (table: string) => {
    await owner.begin(async (tx) => {
      await tx.unsafe(`lock table ${table} in share row exclusive mode`)
      await until(() => importers('Lock'))
      await running.kill('SIGKILL')
    })
    await until(async () => !(await importers()))
    running = await desk.start()
  }
  await killDuring('import_people')
  await until(async () => (await stateOf(id)) === 'read')
  expect(await countOf('people')).toBe(before + 1)
  await changeUpload(owner, id, 'apply', event)
  for (const table of ['accounts', 'events']) await killDuring(table)
  await until(async () => (await stateOf(id)) === 'applied')
  expect(await countOf('people')).toBe(before + 1 + PEOPLE)
  const [doubled] = await owner`
    select count(*) as events, count(distinct person) as people from events where kind = 'imported'`
  expect(doubled).toEqual({ events: PEOPLE, people: PEOPLE })
  expect(await findUpload(owner, id)).toMatchObject({ taken: { new: PEOPLE, refused: 0 } })
})

/** As the handler does, without signing in for it. */
async function send(path: string): Promise<UploadId> {
  const id = crypto.randomUUID() as UploadId
  const spool = makeSpool(join(desk.dataDir, 'impor'))
  const kept = await spool.keep(`${id}.csv`, createReadStream(path))
  await addUpload(owner, { id, name: 'people.csv', kind: '.csv', ...kept, event })
  return id
}

async function stateOf(id: UploadId) {
  return (await findUpload(owner, id))?.state
}

async function importers(waitingFor?: string): Promise<boolean> {
  const rows = await owner`
    select from pg_stat_activity
    where application_name = 'asn-import' and state <> 'idle'
      and (${waitingFor ?? null}::text is null or wait_event_type = ${waitingFor ?? null})`
  return rows.length > 0
}

async function countOf(table: string): Promise<number> {
  const [row] = await owner<{ count: number }[]>`select count(*) from ${owner(table)}`
  return row?.count ?? 0
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let rest = 6000; rest > 0; rest -= 1) {
    if (await condition()) return
    await setTimeout(10)
  }
  throw new Error('it did not come to that')
}
