import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { link, mkdir, open, readdir, readFile, stat, unlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type BlobStore, checkedName, type StoredObject, storeAway } from './blob-store.ts'

const SCRATCH = 'scratch'
const PAIR = /^[0-9a-f]{2}$/
const PIECE = 256 * 1024
/** Windows cannot sync a folder. */
const SYNCS_FOLDERS = process.platform !== 'win32'

/** At the root of every store, with its name in it: an empty mount point has none, nor has another store. */
const MARKER = 'asn-store'

/**
 * Objects as files of a folder for its owner alone, spread by the first two bytes of their names. Where
 * its marker is missing the store is away: nothing is said of what lies there, and nothing is written.
 */
export function makeFolderStore(name: string, root: string): BlobStore {
  const pathOf = async (object: string) => {
    const path = objectPath(root, object)
    await checkMarker(name, root)
    return path
  }
  return {
    name,
    putIfAbsent: async (object, bytes) => {
      const path = await pathOf(object)
      if (await sizeOf(path)) return 'present'
      const scratch = join(root, SCRATCH, randomUUID())
      await mkdir(dirname(scratch), { recursive: true, mode: 0o700 })
      try {
        await writeSynced(scratch, bytes)
        return await place(root, scratch, path)
      } finally {
        await unlink(scratch).catch(unlessCode('ENOENT'))
      }
    },
    getRange: async (object, from, to) => {
      const path = await pathOf(object)
      return (await sizeOf(path)) && readRange(path, from, to)
    },
    head: async (object) => sizeOf(await pathOf(object)),
    delete: async (object) => {
      const path = await pathOf(object)
      await unlink(path).then(() => syncFolder(dirname(path)), unlessCode('ENOENT'))
    },
    listSince: async function* (after) {
      await checkMarker(name, root)
      yield* listSince(root, after)
    },
  }
}

/** Once, when the store begins; by hand where a new disk takes the place of a lost one. */
export async function markFolder(name: string, root: string): Promise<void> {
  await mkdir(root, { recursive: true, mode: 0o700 })
  await writeFile(join(root, MARKER), name, { mode: 0o600, flush: true })
  await syncFolder(root)
}

/** What a process left that was killed while it wrote; nobody can have been writing for so long. */
export async function clearScratch(root: string, before: Date): Promise<void> {
  const folder = join(root, SCRATCH)
  for (const name of await namesIn(folder, /./)) {
    const file = await stat(join(folder, name)).catch(unlessCode('ENOENT'))
    if (file && file.mtime < before) await unlink(join(folder, name)).catch(unlessCode('ENOENT'))
  }
}

async function checkMarker(name: string, root: string): Promise<void> {
  const marker = await readFile(join(root, MARKER), 'utf8').catch(unlessCode('ENOENT'))
  if (marker?.trim() !== name) throw storeAway(name)
}

function objectPath(root: string, object: string): string {
  return join(root, ...objectSteps(object))
}

/** Where in the folder of a store an object lies. */
export function objectSteps(object: string): string[] {
  const name = checkedName(object)
  return [name.slice(0, 2), name.slice(2, 4), name]
}

async function sizeOf(path: string): Promise<{ bytes: number } | undefined> {
  const file = await stat(path).catch(unlessCode('ENOENT'))
  return file && { bytes: file.size }
}

async function writeSynced(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  await pipeline(bytes, file.createWriteStream({ flush: true, highWaterMark: PIECE }))
}

/** A link, unlike a rename, never takes the place of a file that is there. */
async function place(root: string, scratch: string, path: string): Promise<'put' | 'present'> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    await link(scratch, path)
  } catch (problem) {
    unlessCode('EEXIST')(problem)
    return 'present'
  }
  for (const one of foldersUpTo(root, folder)) await syncFolder(one)
  return 'put'
}

/** Another process may have made one of them a moment ago and not have synced it yet. */
function foldersUpTo(root: string, folder: string): string[] {
  const steps = relative(root, folder).split(sep)
  return [...steps.keys(), steps.length].map((depth) => join(root, ...steps.slice(0, depth)))
}

async function syncFolder(path: string): Promise<void> {
  if (!SYNCS_FOLDERS) return
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

async function* readRange(path: string, from: number, to?: number): AsyncIterable<Uint8Array> {
  if (to !== undefined && to <= from) return
  const end = to === undefined ? {} : { end: to - 1 }
  yield* createReadStream(path, { start: from, highWaterMark: PIECE, ...end })
}

async function* listSince(root: string, after = ''): AsyncIterable<StoredObject> {
  for (const one of await namesIn(root, PAIR))
    if (one >= after.slice(0, 2))
      for (const two of await namesIn(join(root, one), PAIR))
        if (one + two >= after.slice(0, 4)) yield* sizesIn(join(root, one, two), after)
}

async function* sizesIn(folder: string, after: string): AsyncIterable<StoredObject> {
  for (const object of await namesIn(folder, /^[0-9a-f-]{36}$/)) {
    if (object <= after) continue
    const size = await sizeOf(join(folder, object))
    if (size) yield { object, ...size }
  }
}

async function namesIn(folder: string, shape: RegExp): Promise<string[]> {
  const names = await readdir(folder).catch(unlessCode('ENOENT'))
  return (names ?? []).filter((name) => shape.test(name)).sort()
}

function unlessCode(code: string): (problem: unknown) => undefined {
  return (problem) => {
    if (problem instanceof Error && 'code' in problem && problem.code === code) return undefined
    throw problem
  }
}
