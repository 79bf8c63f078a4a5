import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { readConfig } from '#src/config.ts'
import { makeRootKeys } from '#src/secrets/archive/root-keys.ts'
import { createKeysFile } from '#src/secrets/keys.ts'
import { createLogKeyFile } from '#src/secrets/log-key.ts'
import { openDatabase } from '#src/store/database.ts'
import { databaseAddress } from '#test/support/database.ts'
import { startPortal } from '#test/support/portal.ts'
import { newFolder } from '#test/support/processes.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 60_000 })

/** What someone might try, and what other programs call it. */
const CONVENIENCES = {
  NODE_ENV: 'development',
  DEV: '1',
  DEBUG: '*',
  DEVELOPMENT: 'true',
  DEMO: 'true',
  SAMPLE: '1',
  SAMPLE_PEOPLE: 'true',
  SAMPLE_DATA: '1',
  SEED: '1',
  MAILBOX: '1',
  LOCAL_MAIL: '1',
}

async function complete(): Promise<Record<string, string>> {
  const folder = await newFolder()
  const keysFile = join(folder, 'keys.json')
  await createKeysFile(keysFile)
  const archiveKeys = join(folder, 'kunci-arsip')
  await mkdir(archiveKeys, { mode: 0o700 })
  await makeRootKeys(archiveKeys).make(1)
  const logKey = join(folder, 'kunci-log')
  await createLogKeyFile(logKey, 'asn.example.go.id/log')
  return {
    DATABASE_URL: await databaseAddress('template0'),
    BASE_URL: 'https://asn.example.go.id',
    KEYS_FILE: keysFile,
    HOST: '127.0.0.1',
    SMTP_URL: 'smtp://127.0.0.1:9',
    BLOB_URL: join(folder, 'arsip'),
    BLOB_COPY_URL: join(folder, 'salinan'),
    ARCHIVE_KEYS_DIR: archiveKeys,
    ARCHIVE_SCRATCH_DIR: join(folder, 'masuk'),
    KEYRING_DUMP_DIRS: join(folder, 'cadangan'),
    LOG_DIR: join(folder, 'log'),
    LOG_SECOND_DIR: join(folder, 'log-kedua'),
    LOG_KEY_FILE: logKey,
  }
}

describe('a production configuration', () => {
  test('that is not complete ends the program with one message that names all it lacks', async () => {
    const { DATABASE_URL = '' } = await complete()
    const env = { DATABASE_URL, BASE_URL: 'http://asn.example.go.id', TRUSTED_PROXIES: 'proxy' }
    const refused = await startPortal({ env }).catch(String)
    expect(refused).toContain('ended with code 1')
    expect(refused).toMatch(/TRUSTED_PROXIES: [\s\S]*KEYS_FILE: [\s\S]*BASE_URL: [\s\S]*SMTP_URL: /)
    expect(String(refused).match(/The configuration is not complete/g)).toHaveLength(1)
  })

  test('without DATABASE_URL is refused and makes no database of its own', async () => {
    const dataDir = join(await newFolder(), 'data')
    const { BASE_URL = '', KEYS_FILE = '', SMTP_URL = '' } = await complete()
    const env = { NODE_ENV: 'production', BASE_URL, KEYS_FILE, SMTP_URL }
    await expect(startPortal({ dataDir, env })).rejects.toThrow(/DATABASE_URL: set it/)
    expect(existsSync(dataDir)).toBe(false)
  })

  test('with a keys file that is not there is refused instead of making one', async () => {
    const KEYS_FILE = join(await newFolder(), 'keys.json')
    const refused = startPortal({ env: { ...(await complete()), KEYS_FILE } })
    await expect(refused).rejects.toThrow(/KEYS_FILE \(.*\) cannot be used: missing\./)
    expect(existsSync(KEYS_FILE)).toBe(false)
  })

  test('with an archive whose root key is not there is refused instead of making one', async () => {
    const ARCHIVE_KEYS_DIR = await newFolder()
    const refused = startPortal({ env: { ...(await complete()), ARCHIVE_KEYS_DIR } })
    await expect(refused).rejects.toThrow(
      /ARCHIVE_KEYS_DIR \(.*\) cannot be used: root-1\.key cannot be used: missing\./,
    )
    expect(await readdir(ARCHIVE_KEYS_DIR)).toEqual([])
  })

  test('that is complete has no sample people, whatever else the environment says', async () => {
    const env: Record<string, string> = { ...(await complete()), ...CONVENIENCES }
    const portal = await startPortal({ env })
    const sql = openDatabase(env['DATABASE_URL'] ?? '', { max: 1 })
    const people = await sql`select from people`.finally(() => sql.end())
    expect(people).toHaveLength(0)
    expect(portal.output()).not.toMatch(/\d{18}/)
    expect(existsSync(portal.dataDir)).toBe(false)
    expect(await portal.stop()).toBe(0)
  })

  test('is served as its https address: cookies with __Host-, and no other page than the routes', async () => {
    const PORT = await freePort()
    const portal = await startPortal({ env: { ...CONVENIENCES, ...(await complete()), PORT } })
    const here = `http://127.0.0.1:${PORT}`
    const { headers } = await fetch(new URL(paths.signIn, here))
    expect(portal.output()).toContain('siap di https://asn.example.go.id')
    expect(headers.get('Strict-Transport-Security')).toContain('max-age=31536000')
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-pre=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ])
    for (const path of [
      paths.mailbox,
      paths.mailboxJson,
      paths.mailHtml('0f8fad5b-d9cb-469f-a165-70867728950e'),
      '/kotak-surat',
      '/mailbox',
      '/dev',
      '/sample-people.json',
      '/pegawai-contoh',
    ])
      expect((await fetch(new URL(path, here))).status).toBe(404)
    await portal.stop()
  })

  test('is never embedded: no further variable turns a set DATABASE_URL back', () => {
    const name = fc.stringMatching(/^[A-Z][A-Z_]{2,15}$/)
    const rest = fc.dictionary(name, fc.constantFrom('1', 'true', 'development', 'embedded'))
    fc.assert(
      fc.property(rest, (environment) => {
        const read = readConfig({ ...environment, DATABASE_URL: 'postgres://u:p@db/asn' })
        expect(read.ok && read.value.kind === 'embedded').toBe(false)
      }),
    )
  })

  test('is read in one place a program: no other file looks at the environment', async () => {
    const files = (await readdir('src', { recursive: true })).filter((name) => /\.tsx?$/.test(name))
    const texts = await Promise.all(files.map((name) => readFile(join('src', name), 'utf8')))
    expect(files.filter((_, at) => /process\.env/.test(texts[at] ?? ''))).toEqual([
      'asn.ts',
      'main.ts',
    ])
  })
})

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return String(typeof address === 'object' && address?.port)
}
