import { dirname, join, relative, sep } from 'node:path'
import { readBundle, writeBundle } from '#domain/tlog/bundle.ts'
import { parseTilePath } from '#domain/tlog/tile.ts'
import { type Disk, disk as realDisk } from './disk.ts'

/** What lies in the folder that is served as it is (c2sp.org/tlog-tiles). */
export type LogReader = {
  /** The signed note, byte for byte. */
  checkpoint: () => Promise<string | undefined>
  /** Under which name and key the log signs, as one line; missing before the first start of its jobs. */
  vkey: () => Promise<string | undefined>
  /** By its path, as `tile/0/x001/234.p/12`; a partial one is cut from the full one where that is there. */
  tile: (path: string) => Promise<Uint8Array | undefined>
}

const CHECKPOINT = 'checkpoint'
const VKEY = 'vkey'
const HASH_BYTES = 32
/** Beside the tiles, for a rename does not leave its disk. */
const SCRATCH = '.scratch'

export function openLogReader(folder: string, disk: Disk = realDisk): LogReader {
  const text = async (name: string) => (await disk.read(join(folder, name)))?.toString()
  return {
    checkpoint: () => text(CHECKPOINT),
    vkey: async () => (await text(VKEY))?.trim(),
    tile: async (path) => {
      if (!parseTilePath(path).ok) return undefined
      return (await disk.read(join(folder, path))) ?? (await cutFromFull(folder, disk, path))
    },
  }
}

/** c2sp.org/tlog-tiles lets a partial tile go once the full one is there. */
async function cutFromFull(folder: string, disk: Disk, path: string) {
  const [full, width] = path.split('.p/')
  if (!full || !width) return undefined
  const bytes = await disk.read(join(folder, full))
  if (!bytes) return undefined
  if (!full.startsWith('tile/entries/')) return bytes.subarray(0, Number(width) * HASH_BYTES)
  const entries = readBundle(bytes)
  return entries.ok ? writeBundle(entries.value.slice(0, Number(width))) : undefined
}

/** A file of the log is there already and holds something else. */
export type FileDiffers = { kind: 'fileDiffers'; path: string }

export type NewFile = { path: string; bytes: Uint8Array }

export type LogFiles = LogReader & {
  /** All on the disk when it answers; the same files again change nothing. */
  add: (files: readonly NewFile[]) => Promise<FileDiffers | undefined>
  keepCheckpoint: (note: string) => Promise<void>
  keepVkey: (vkey: string) => Promise<void>
  /** The narrower tiles of one that is full now. */
  removePartials: (path: string) => Promise<void>
}

/** For the one who adds to it. */
export function openLogFiles(folder: string, disk: Disk = realDisk): LogFiles {
  return {
    ...openLogReader(folder, disk),
    add: async (files) => {
      const missing: NewFile[] = []
      for (const file of files) {
        const there = await disk.read(join(folder, file.path))
        if (there && !there.equals(file.bytes)) return { kind: 'fileDiffers', path: file.path }
        if (!there) missing.push(file)
      }
      await placeAll(folder, disk, missing)
      return undefined
    },
    keepCheckpoint: (note) => replace(folder, disk, CHECKPOINT, note),
    keepVkey: (vkey) => replace(folder, disk, VKEY, `${vkey}\n`),
    removePartials: (path) => disk.remove(join(folder, `${path}.p`)),
  }
}

/** Where the newest checkpoint is kept besides, so that no one place can be set back unseen. */
export type SecondPlace = Pick<LogFiles, 'checkpoint' | 'keepCheckpoint'>

export function openSecondPlace(folder: string, disk: Disk = realDisk): SecondPlace {
  const { checkpoint, keepCheckpoint } = openLogFiles(folder, disk)
  return { checkpoint, keepCheckpoint }
}

async function replace(folder: string, disk: Disk, path: string, text: string): Promise<void> {
  await placeAll(folder, disk, [{ path, bytes: Buffer.from(text) }])
}

/**
 * Each is whole under its name or not there: written beside, synced, renamed, and the folder synced. Beside
 * under a name of its own, for whoever has lost the lock unawares may be at the same file.
 */
async function placeAll(folder: string, disk: Disk, files: readonly NewFile[]): Promise<void> {
  if (files.length === 0) return
  const scratch = join(folder, SCRATCH)
  await disk.makeFolder(scratch)
  const touched = new Set<string>()
  for (const { path, bytes } of files) {
    const target = join(folder, path)
    const fresh = join(scratch, `${path.replaceAll('/', '-')}.${crypto.randomUUID()}`)
    await disk.makeFolder(dirname(target))
    await disk.write(fresh, bytes)
    await disk.rename(fresh, target)
    for (const one of foldersUpTo(folder, dirname(target))) touched.add(one)
  }
  for (const one of touched) await disk.syncFolder(one)
}

function foldersUpTo(root: string, folder: string): string[] {
  const steps = relative(root, folder).split(sep).filter(Boolean)
  return [...steps.keys(), steps.length].map((depth) => join(root, ...steps.slice(0, depth)))
}
