import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFolderStore, markFolder, objectSteps } from '#src/blobs/folder-store.ts'
import { careRound } from '#src/care/round.ts'
import { listLostObjects } from '#src/store/archive/known-objects.ts'
import { archiveOf } from '#test/support/archive-deps.ts'
import { NOW } from '#test/support/builders.ts'
import { addFiled, careOfStores, lose, openFiled, spoil } from '#test/support/caring.ts'
import { testDatabase } from '#test/support/database.ts'
import { shellBlocks } from '#test/support/shell-blocks.ts'

const HOUR = 3600_000
const owner = await testDatabase()
const { keyring } = archiveOf(owner)
let folder = ''
let now = NOW

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'asn-lost-'))
  for (const name of ['main', 'copy']) await markFolder(name, join(folder, name))
})
afterAll(() => rm(folder, { recursive: true }))

async function namesIn(store: string): Promise<string[]> {
  const names: string[] = []
  for await (const object of listLostObjects(owner, store))
    names.push(objectSteps(object).join('/'))
  return names
}

/** The command that the guide gives for it, after the one that lists what is lost. */
function restoreCommand(): string {
  const block = shellBlocks('docs/operations.md').find((one) => one.includes('tar -C'))
  return block?.split('\n').find((line) => line.startsWith('tar ')) ?? ''
}

test('5.4 what is lost everywhere is whole again after the commands of the guide, and nothing else is touched', async () => {
  const [main, copy] = ['main', 'copy'].map((name) => makeFolderStore(name, join(folder, name)))
  if (!main || !copy) throw new Error('no stores')
  const { place } = careOfStores(owner, [main, copy], () => now)
  const stores = [main, copy]
  const lost = await addFiled(owner, { keyring, stores })
  const gone = await addFiled(owner, { keyring, stores })
  const well = await addFiled(owner, { keyring, stores })
  await cp(join(folder, 'main'), join(folder, 'backup'), { recursive: true })
  const late = await addFiled(owner, { keyring, stores })
  await spoil(owner, main, lost)
  await lose(owner, copy, lost)
  for (const store of stores) await lose(owner, store, gone)
  for (const store of stores) await lose(owner, store, late)
  now = new Date(now.getTime() + 24 * HOUR)
  await careRound(place)
  expect(await namesIn('main')).toHaveLength(3)
  expect(await namesIn('copy')).toHaveLength(3)

  await writeFile(join(folder, 'lost.txt'), (await namesIn('main')).join('\n'))
  const env = { ...process.env, BACKUP: join(folder, 'backup'), STORE: join(folder, 'main') }
  await promisify(execFile)('sh', ['-c', restoreCommand()], { cwd: folder, env })
  now = new Date(now.getTime() + HOUR)
  await careRound(place)

  for (const filed of [lost, gone, well])
    for (const store of stores) expect(await openFiled(owner, store, filed)).toEqual(filed.plain)
  const open = await owner`select version from archive.incidents where over_at is null`
  expect(open).toEqual([{ version: late.version }])
})
