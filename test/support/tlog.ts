import { expect } from 'vitest'
import type { PersonId } from '#domain/person.ts'
import { readBundle } from '#domain/tlog/bundle.ts'
import { readRoot } from '#domain/tlog/read-proof.ts'
import { entriesPath, TILE_WIDTH, type Tile, tilePath } from '#domain/tlog/tile.ts'
import { rootOf } from '#domain/tlog/tree.ts'
import { sha256 } from '#src/secrets/archive/sha256.ts'
import { newLogKey, parseLogKey } from '#src/secrets/log-key.ts'
import type { Sql } from '#src/store/database.ts'
import type { Disk } from '#src/tlog/disk.ts'
import { openLogFiles, openSecondPlace } from '#src/tlog/log-files.ts'
import { openNote } from '#src/tlog/opened-note.ts'
import { type LogRefusal, sequenceRound } from '#src/tlog/sequence.ts'
import { NOW } from './builders.ts'
import { asLogKeeper } from './database.ts'

const logs = new WeakMap<Sql, ReturnType<typeof newLog>>()

/** The log of a test's database, in memory: the same for all who work on it, by whichever connection. */
export function logOf(sql: Sql) {
  const own = asLogKeeper(sql)
  const log = logs.get(own) ?? newLog(own)
  logs.set(own, log)
  return log
}

function newLog(sql: Sql) {
  const stored = new Map<string, Buffer>()
  const disk = memoryDisk(stored)
  const files = openLogFiles('/log', disk)
  const second = openSecondPlace('/second', disk)
  const signer = someSigner()
  const refusals: LogRefusal[] = []
  const refused = (refusal: LogRefusal) => void refusals.push(refusal)
  const place = { sql, files, second, signer, clock: () => NOW, refused }
  return {
    ...place,
    /** What lies in its folders, by path, to be changed behind its back. */
    stored,
    refusals,
    /** What the job does once a second: all that waits is in a signed checkpoint when it answers. */
    sequence: () => sequenceRound(place, () => false),
  }
}

export function someSigner() {
  const signer = parseLogKey(newLogKey('asn.instansi.example/log'))
  if (!signer.ok) throw new Error('a new key does not open')
  return signer.value
}

export function memoryDisk(stored: Map<string, Buffer>): Disk {
  return {
    read: async (path) => stored.get(path),
    makeFolder: async () => {},
    write: async (path, bytes) => void stored.set(path, Buffer.from(bytes)),
    rename: async (from, to) => {
      stored.set(to, stored.get(from) ?? Buffer.alloc(0))
      stored.delete(from)
    },
    syncFolder: async () => {},
    remove: async (path) => {
      for (const name of stored.keys()) if (name.startsWith(`${path}/`)) stored.delete(name)
    },
  }
}

/** As many happenings of one person, in one statement, as an import tells them. */
export async function addAccountEvents(owner: Sql, person: PersonId, count: number): Promise<void> {
  await owner`
    insert into events (at, kind, person, actor, browser, network, detail)
    select ${NOW}, 'imported', ${person}, null, 'asn', '-', jsonb_build_object('run', n::text)
    from generate_series(1, ${count}::int) as n`
}

type Log = Pick<ReturnType<typeof newLog>, 'files' | 'signer'>

/** Every leaf of the tables in its place in the bundles, under a root that was signed. */
export async function expectWholeLog(owner: Sql, { files, signer }: Log): Promise<void> {
  const leaves = await owner<{ index: number; leaf: Buffer }[]>`
    select index, leaf from archive.log_leaves order by index`
  expect(leaves.map(({ index }) => index)).toEqual([...leaves.keys()])
  const [waiting] = await owner`select from archive.log_queue limit 1`
  expect(waiting).toBeUndefined()
  const checkpoint = openNote((await files.checkpoint()) ?? '', signer.key)
  expect(checkpoint?.size).toBe(leaves.length)
  const entries = leaves.map(({ leaf }) => leaf)
  expect(checkpoint && Buffer.from(checkpoint.root)).toEqual(Buffer.from(rootOf(sha256, entries)))
  const published = await readEntries(files, leaves.length)
  expect(published.map(String)).toEqual(entries.map(String))
  const source = { sha256, readTile: (tile: Tile) => files.tile(tilePath(tile)) }
  expect(Buffer.from(await readRoot(source, leaves.length))).toEqual(
    Buffer.from(rootOf(sha256, entries)),
  )
}

async function readEntries(files: Log['files'], size: number): Promise<Buffer[]> {
  const entries: Buffer[] = []
  for (let index = 0; index * TILE_WIDTH < size; index += 1) {
    const width = Math.min(TILE_WIDTH, size - index * TILE_WIDTH)
    const read = readBundle((await files.tile(entriesPath(index, width))) ?? Buffer.of(9))
    if (read.ok) entries.push(...read.value.map((entry) => Buffer.from(entry)))
  }
  return entries
}
