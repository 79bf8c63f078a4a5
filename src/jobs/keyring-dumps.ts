import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { readDump } from '../store/archive/keyring-dump.ts'
import { noteDump, renewMarks } from '../store/archive/restore/marks.ts'
import { findRoot } from '../store/archive/rotation.ts'
import type { Sql } from '../store/database.ts'

const NAME = /^keyring-\d+-(\d{8}T\d{9})Z\.dump$/
const OURS = /^keyring-.*\.dump(\.part)?$/
/** Windows cannot sync a folder. */
const SYNCS_FOLDERS = process.platform !== 'win32'

/**
 * In the first of the folders as it is read, in the others as a copy; answers its name. From here on
 * who loads it is known to be behind.
 */
export async function writeDump(
  sql: Sql,
  folders: readonly [string, ...string[]],
  now: Date,
): Promise<string> {
  const { epoch } = await findRoot(sql)
  const name = `keyring-${epoch}-${now.toISOString().replace(/[-:.]/g, '')}.dump`
  const [first, ...others] = folders.map((folder) => join(folder, name))
  for (const folder of folders) await mkdir(folder, { recursive: true, mode: 0o700 })
  await noteDump(sql, now)
  await whole(first ?? '', (draft) => readDump(sql, (dump) => writeTo(draft, dump)))
  for (const other of others) await whole(other, (draft) => copyFile(first ?? '', draft))
  await renewMarks(sql)
  return name
}

/** When the newest of the dumps was made that lie in all of the folders. */
export async function newestDumpAt(folders: readonly string[]): Promise<Date | undefined> {
  const listed = await Promise.all(folders.map(listNames))
  const everywhere = listed[0]?.filter((name) => listed.every((names) => names.includes(name)))
  const newest = (everywhere ?? []).flatMap(momentOf).sort().at(-1)
  return newest === undefined ? undefined : new Date(newest)
}

/** Of the others nothing opens any more, once the root key that they need is gone. */
export async function keepOnlyDump(folders: readonly string[], kept: string): Promise<void> {
  for (const folder of folders) {
    for (const name of await listNames(folder))
      if (name !== kept && OURS.test(name)) await rm(join(folder, name))
    await syncFolder(folder)
  }
}

async function whole(path: string, write: (draft: string) => Promise<void>): Promise<void> {
  const draft = `${path}.part`
  await write(draft)
  const file = await open(draft, 'r+')
  await file.chmod(0o600)
  await file.sync().finally(() => file.close())
  await rename(draft, path)
  await syncFolder(dirname(path))
}

async function writeTo(path: string, dump: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'w', 0o600)
  await pipeline(dump, file.createWriteStream())
}

async function syncFolder(path: string): Promise<void> {
  if (!SYNCS_FOLDERS) return
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

async function listNames(folder: string): Promise<string[]> {
  return await readdir(folder).catch(() => [])
}

/** 20261126T030500000 as 2026-11-26T03:05:00.000Z. */
function momentOf(name: string): string[] {
  const [, text] = NAME.exec(name) ?? []
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})$/.exec(text ?? '')
  if (!parts) return []
  const [, year, month, day, hour, minute, second, rest] = parts
  return [`${year}-${month}-${day}T${hour}:${minute}:${second}.${rest}Z`]
}
