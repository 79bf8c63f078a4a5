import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { appendFile, chmod, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import { openDatabase } from '#src/store/database.ts'
import { someKeys } from './keys.ts'
import { startPortal } from './portal.ts'
import { newFolder } from './processes.ts'

/** Of the run's server: whoever holds it makes the folder, the others find it made. */
const LOCK = 4_112_030

/**
 * A data folder as the program leaves it when it ends after its first start, with the keys of the
 * builders: copied, because the first start takes as long as ten others. What a killed process had
 * written is there also without fsync, which only a failing machine would miss.
 */
export async function preparedData({ fsync = false } = {}): Promise<string> {
  const made = await madeOnce()
  const dataDir = join(await newFolder(), 'data')
  // Node's own copy would not leave the files to the user that PostgreSQL runs as.
  await promisify(execFile)('cp', ['-a', made, dataDir])
  if (!fsync)
    await appendFile(join(dataDir, 'postgres', 'data', 'postgresql.conf'), '\nfsync = off\n')
  return dataDir
}

async function madeOnce(): Promise<string> {
  const made = join(inject('runFolder'), 'prepared')
  const server = openDatabase(inject('server'), { max: 1 })
  try {
    await server`select pg_advisory_lock(${LOCK})`
    if (!existsSync(made)) await rename(await firstStarted(), made)
  } finally {
    await server.end()
  }
  return made
}

async function firstStarted(): Promise<string> {
  const dataDir = join(await newFolder(), 'data')
  await mkdir(dataDir)
  await chmod(dataDir, 0o755)
  await writeKeys(join(dataDir, 'keys.json'))
  const portal = await startPortal({ dataDir, env: { JOBS: 'off' } })
  await portal.stop()
  return dataDir
}

async function writeKeys(path: string): Promise<void> {
  const { pepper, seeds, tokens } = someKeys()
  const text = JSON.stringify({ pepper, seeds, tokens }, (_, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString('base64') : value,
  )
  await writeFile(path, text, { mode: 0o600 })
}
