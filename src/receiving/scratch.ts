import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { parseVersionId, type VersionId } from '#domain/archive/version.ts'

/**
 * What of a file no table needs to know: what its owner calls it and, where they said so beforehand,
 * its hash.
 */
export type ScratchNote = { name: string; sha256: string | undefined }

export type Digest = { bytes: number; sha256: Buffer }

/** Where files lie that are on their way, in clear, for seven days at most (archive.md 5.3). */
export type Scratch = ReturnType<typeof makeScratch>

/** What has arrived, the note about it, and the PDF that is being made of pictures. */
const SUFFIXES = ['.part', '.note', '.made'] as const
type Suffix = (typeof SUFFIXES)[number]

const PIECE = 256 * 1024
const HAS_MODES = process.platform !== 'win32'

/** For its owner alone; all processes of one portal share the folder. */
export function makeScratch(folder: string) {
  const pathOf = (id: VersionId, suffix: Suffix) => join(folder, `${id}${suffix}`)
  return {
    begin: async (id: VersionId, note: ScratchNote): Promise<void> => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeSynced(pathOf(id, '.note'), JSON.stringify(note))
      await writeSynced(pathOf(id, '.part'), '')
      if (HAS_MODES) await syncFolder(folder)
    },
    note: async (id: VersionId): Promise<ScratchNote | undefined> => {
      const text = await readFile(pathOf(id, '.note'), 'utf8').catch(unlessMissing)
      return text === undefined ? undefined : JSON.parse(text)
    },
    /** How much has come and will stay, whatever happens to the machine. */
    length: (id: VersionId) => syncedLength(pathOf(id, '.part')),
    /** From `offset` on; what had come before somebody left is kept. */
    append: (id: VersionId, offset: number, chunks: AsyncIterable<Uint8Array>) =>
      writeFrom(pathOf(id, '.part'), offset, chunks),
    read: (id: VersionId, start = 0, end?: number): Readable =>
      createReadStream(pathOf(id, '.part'), { start, ...(end && { end: end - 1 }) }),
    /** All of it, for whoever uses each piece up before asking for the next. */
    readOnce: (id: VersionId) => readOnce(pathOf(id, '.part')),
    digest: (id: VersionId) => digestOf(readOnce(pathOf(id, '.part'))),
    write: (id: VersionId, offset: number, bytes: Uint8Array) =>
      writeFrom(pathOf(id, '.part'), offset, [bytes]),
    beginMade: async (id: VersionId): Promise<void> => {
      await rm(pathOf(id, '.made'), { force: true })
      await writeSynced(pathOf(id, '.made'), '')
    },
    appendMade: (id: VersionId, offset: number, part: Uint8Array) =>
      writeFrom(pathOf(id, '.made'), offset, [part]),
    readMade: (id: VersionId) => readOnce(pathOf(id, '.made')),
    remove: async (id: VersionId): Promise<void> => {
      for (const suffix of SUFFIXES) await rm(pathOf(id, suffix), { force: true })
    },
    /** Whose files have all lain there untouched since `before`. */
    listOld: (before: Date) => listOld(folder, before),
  }
}

export async function digestOf(chunks: AsyncIterable<Uint8Array>): Promise<Digest> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of chunks) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: hash.digest() }
}

/** Every piece lies where the one before lay. */
async function* readOnce(path: string): AsyncGenerator<Buffer> {
  const file = await open(path, 'r')
  try {
    const piece = Buffer.allocUnsafe(PIECE)
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, PIECE, null)
      if (bytesRead === 0) return
      yield piece.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

async function writeFrom(
  path: string,
  offset: number,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<number> {
  const file = await open(path, 'r+')
  let at = offset
  try {
    for await (const chunk of chunks)
      for (let from = 0; from < chunk.length; ) {
        const { bytesWritten } = await file.write(chunk, from, chunk.length - from, at)
        from += bytesWritten
        at += bytesWritten
      }
  } finally {
    await file.datasync().finally(() => file.close())
  }
  return at
}

async function syncedLength(path: string): Promise<number | undefined> {
  const file = await open(path, 'r+').catch(unlessMissing)
  if (!file) return undefined
  try {
    await file.datasync()
    return (await file.stat()).size
  } finally {
    await file.close()
  }
}

async function listOld(folder: string, before: Date): Promise<VersionId[]> {
  const names = await readdir(folder).catch(() => [])
  const old = new Map<VersionId, boolean>()
  for (const name of names) {
    const suffix = SUFFIXES.find((one) => name.endsWith(one))
    const id = suffix && parseVersionId(name.slice(0, -suffix.length))
    const found = id && (await stat(join(folder, name)).catch(() => undefined))
    if (id && found) old.set(id, (old.get(id) ?? true) && found.mtime < before)
  }
  return [...old].flatMap(([id, isOld]) => (isOld ? [id] : []))
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  await file
    .writeFile(text)
    .then(() => file.sync())
    .finally(() => file.close())
}

async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r')
  await opened.sync().finally(() => opened.close())
}

function unlessMissing(problem: unknown): undefined {
  if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return undefined
  throw problem
}
