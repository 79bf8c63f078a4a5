import { randomBytes } from 'node:crypto'
import { type FileHandle, link, open, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { no, ok, type Result } from '#domain/result.ts'

export type ClosedFileProblem = 'missing' | 'unreadable' | 'openToOthers'

/** Windows reports every file as open to all and cannot sync a folder. */
const HAS_MODES = process.platform !== 'win32'

/**
 * A synced file that its owner alone reads; one that is there stays as it is, also when two
 * processes make it at once.
 */
export async function makeClosedFile(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomBytes(8).toString('hex')}`
  await writeSynced(draft, text)
  // A link, unlike a rename, fails where another process was first.
  await link(draft, path)
    .catch(unlessThere)
    .finally(() => unlink(draft))
  await syncFolder(dirname(path))
}

export async function readClosedFile(path: string): Promise<Result<string, ClosedFileProblem>> {
  try {
    return await withFile(path, 'r', async (file) => {
      const { mode } = await file.stat()
      if (HAS_MODES && (mode & 0o077) !== 0) return no('openToOthers')
      return ok(await file.readFile('utf8'))
    })
  } catch (error) {
    return no(hasCode(error, 'ENOENT') ? 'missing' : 'unreadable')
  }
}

/** Overwritten first: a copy that the file system keeps elsewhere is beyond reach from here. */
export async function destroyClosedFile(path: string): Promise<void> {
  try {
    await withFile(path, 'r+', async (file) => {
      const { size } = await file.stat()
      await file.write(Buffer.alloc(size), 0, size, 0)
      await file.sync()
    })
    await unlink(path)
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
  }
  await syncFolder(dirname(path))
}

async function writeSynced(path: string, text: string): Promise<void> {
  await withFile(path, 'wx', async (file) => {
    await file.writeFile(text)
    await file.sync()
  })
}

async function syncFolder(path: string): Promise<void> {
  if (HAS_MODES) await withFile(path, 'r', (folder) => folder.sync())
}

async function withFile<Answer>(
  path: string,
  flags: 'r' | 'r+' | 'wx',
  work: (file: FileHandle) => Promise<Answer>,
): Promise<Answer> {
  const file = await open(path, flags, 0o600)
  return work(file).finally(() => file.close())
}

function unlessThere(error: unknown): void {
  if (!hasCode(error, 'EEXIST')) throw error
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
