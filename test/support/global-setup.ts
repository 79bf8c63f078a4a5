import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '#src/store/database.ts'
import { startEmbedded } from '#src/store/embedded.ts'
import { migrate } from '#src/store/migrate.ts'
import { buildPortal } from './build.ts'
import { inflateChromium } from './chromium.ts'
import { removeFolder } from './leftovers.ts'

declare module 'vitest' {
  interface ProvidedContext {
    server: string
    runFolder: string
    chromium: { executablePath: string; libraries: string }
  }
}

const CARELESS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** One PostgreSQL for the whole run, with a migrated database that each test file copies. */
export default async function (project: TestProject) {
  const runFolder = await mkdtemp(join(tmpdir(), 'asn-test-'))
  await chmod(runFolder, 0o711)
  const server = await startServer(runFolder)
  const end = async () => {
    await server.stop()
    await removeFolder(runFolder)
  }
  try {
    await prepareTemplate(server.url)
    await buildPortal()
    project.provide('server', server.url)
    project.provide('runFolder', runFolder)
    project.provide('chromium', await inflateChromium())
  } catch (problem) {
    await end()
    throw problem
  }
  return end
}

/** TEST_DATABASE_URL names a server of another version; by default the embedded one serves. */
async function startServer(runFolder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const url = process.env['TEST_DATABASE_URL']
  if (url) return { url, stop: async () => {} }
  return await startEmbedded(join(runFolder, 'server'), [...CARELESS, 'max_connections=300'])
}

async function prepareTemplate(url: string): Promise<void> {
  const server = openDatabase(url, { max: 1 })
  await server`drop database if exists migrated`
  await server`create database migrated`
  await server.end()
  const sql = openDatabase(Object.assign(new URL(url), { pathname: 'migrated' }).href)
  await migrate(sql)
  await sql.end()
}
