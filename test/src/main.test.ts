import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { isRunning } from '../support/leftovers.ts'
import { databasePid, type Portal, startPortal } from '../support/portal.ts'
import { preparedData } from '../support/prepared.ts'
import { newFolder } from '../support/processes.ts'

vi.setConfig({ testTimeout: 60_000 })

test('the built program says where it is ready, answers there, and ends with its database', async () => {
  const portal = await startPortal({ dataDir: await preparedData() })
  const database = await databasePid(portal)
  expect(await statusOf(portal, '/readyz')).toBe(200)
  await portal.stop()
  expect(await isRunning(portal.pid)).toBe(false)
  expect(await isRunning(database)).toBe(false)
})

test('the program killed with kill -9 goes on with the same database when started again', async () => {
  const killed = await startPortal({ dataDir: await preparedData() })
  const database = await databasePid(killed)
  await killed.kill('SIGKILL')
  const again = await startPortal({ dataDir: killed.dataDir })
  expect(await statusOf(again, '/readyz')).toBe(200)
  expect(await databasePid(again)).toBe(database)
})

test('two processes of one data folder answer at once', async () => {
  const dataDir = join(await newFolder(), 'data')
  const both = await Promise.all([startPortal({ dataDir }), startPortal({ dataDir })])
  expect(await Promise.all(both.map((portal) => statusOf(portal, '/readyz')))).toEqual([200, 200])
})

test.each([
  ['a configuration that is not complete', { NODE_ENV: 'production' }, /^ {2}KEYS_FILE: set it/m],
  [
    'a data folder that is a file',
    { DATA_DIR: 'package.json' },
    /^There is a file in the way of .*: set DATA_DIR to a folder\.$/m,
  ],
])('%s ends the program with a sentence and no stack', async (_, env, told) => {
  const refused = startPortal({ env })
  await expect(refused).rejects.toThrow(told)
  await expect(refused).rejects.not.toThrow(/\n +at /)
})

async function statusOf({ url }: Portal, path: string): Promise<number> {
  return (await fetch(new URL(path, url))).status
}
