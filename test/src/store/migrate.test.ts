import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openDatabase, type Sql } from '#src/store/database.ts'
import { migrate, missingMigrations } from '#src/store/migrate.ts'
import { databaseAddress } from '../../support/database.ts'
import { newFolder } from '../../support/processes.ts'

const ONE = 'create table one (n int);'
const TWO = 'create table two (n int);\ninsert into one values (2);'

const opened: Sql[] = []
const addresses = await Promise.all(Array.from({ length: 9 }, () => databaseAddress('template0')))
afterAll(() => Promise.all(opened.map((sql) => sql.end())))

test('four processes that start at once run each file exactly once', async () => {
  const url = nextAddress()
  const folder = await folderOf({ '0001_one.sql': ONE, '0002_two.sql': TWO })
  const processes = [1, 2, 3, 4].map(() => open(url))
  await Promise.all(processes.map((sql) => migrate(sql, folder)))
  const sql = open(url)
  expect(await sql`select n from one`).toEqual([{ n: 2 }])
  expect(await sql`select name from migrations order by name`).toEqual([
    { name: '0001_one.sql' },
    { name: '0002_two.sql' },
  ])
})

test('a second start runs only what is new', async () => {
  const sql = open(nextAddress())
  const folder = await folderOf({ '0001_one.sql': ONE })
  await migrate(sql, folder)
  await writeFile(join(folder, '0002_two.sql'), TWO)
  await migrate(sql, folder)
  expect(await sql`select n from one`).toEqual([{ n: 2 }])
})

test('a file changed after it was applied stops the start and is named', async () => {
  const sql = open(nextAddress())
  const folder = await folderOf({ '0001_one.sql': ONE })
  await migrate(sql, folder)
  await writeFile(join(folder, '0001_one.sql'), `${ONE} -- changed`)
  await writeFile(join(folder, '0002_two.sql'), TWO)
  await expect(migrate(sql, folder)).rejects.toMatchObject({
    name: 'StartRefusal',
    message: expect.stringContaining('migrations/0001_one.sql was changed'),
  })
  expect(await missingMigrations(sql, folder)).toEqual(['0002_two.sql'])
})

test('other line ends do not count as a change', async () => {
  const sql = open(nextAddress())
  const folder = await folderOf({ '0002_two.sql': `${ONE}\n${TWO}` })
  await migrate(sql, folder)
  await writeFile(join(folder, '0002_two.sql'), `${ONE}\n${TWO}`.replaceAll('\n', '\r\n'))
  await expect(migrate(sql, folder)).resolves.toBeUndefined()
})

test.each([true, false])(
  'an applied file that is gone stops the start, others left: %s',
  async (others) => {
    const sql = open(nextAddress())
    const folder = await folderOf({ '0001_one.sql': ONE, '0002_two.sql': TWO })
    await migrate(sql, folder)
    await rm(join(folder, '0002_two.sql'))
    if (!others) await rm(join(folder, '0001_one.sql'))
    await expect(migrate(sql, folder)).rejects.toMatchObject({
      name: 'StartRefusal',
      message: expect.stringContaining('has had migrations/'),
    })
  },
)

test('a new file that sorts before an applied one stops the start', async () => {
  const sql = open(nextAddress())
  const folder = await folderOf({ '0002_one.sql': ONE })
  await migrate(sql, folder)
  await writeFile(join(folder, '0001_late.sql'), 'create table late ();')
  await expect(migrate(sql, folder)).rejects.toMatchObject({
    name: 'StartRefusal',
    message: expect.stringContaining('give it a later number'),
  })
})

test('a file that fails leaves nothing of itself, keeps those before, and is named with its line', async () => {
  const sql = open(nextAddress())
  const broken = 'create table broken ();\nselect 1 from nowhere;'
  const folder = await folderOf({ '0001_one.sql': ONE, '0002_broken.sql': broken })
  await expect(migrate(sql, folder)).rejects.toMatchObject({
    name: 'StartRefusal',
    message: expect.stringContaining('0002_broken.sql failed at line 2'),
  })
  expect(
    await sql`select to_regclass('one') is null as one, to_regclass('broken') is null as b`,
  ).toEqual([{ one: false, b: true }])
  expect(await missingMigrations(sql, folder)).toEqual(['0002_broken.sql'])
})

test('a database that had none lacks all, and the application may ask', async () => {
  const url = nextAddress()
  const files = readdirSync('migrations').sort()
  expect(await missingMigrations(open(url, 'asn_app'))).toEqual(files)
  await migrate(open(url))
  expect(await missingMigrations(open(url, 'asn_app'))).toEqual([])
})

/** As `sha256sum` writes it; whoever lets a file go into service adds its line. */
test('a file that is in service stays as it is: what changes comes in a new one', () => {
  const lines = readFileSync('test/vectors/landed-migrations.txt', 'utf8').trim().split('\n')
  const inService = lines.map((line) => line.split(/\s+/))
  const now = inService.map(([, file = '']) => [sha256Of(readFileSync(file)), file])
  expect(inService.length).toBeGreaterThan(15)
  expect(now).toEqual(inService)
})

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function open(url: string, role?: string): Sql {
  const sql = openDatabase(url, { max: 1, ...(role && { role }) })
  opened.push(sql)
  return sql
}

function nextAddress(): string {
  return addresses.pop() ?? ''
}

async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await newFolder()
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}
