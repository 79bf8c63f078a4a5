import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'

/** Every step by which files of the log come about, so that a test can end the process at each. */
export type Disk = {
  read: (path: string) => Promise<Buffer | undefined>
  makeFolder: (path: string) => Promise<void>
  /** With its bytes on the disk when it answers; a file that is there is written over. */
  write: (path: string, bytes: Uint8Array) => Promise<void>
  rename: (from: string, to: string) => Promise<void>
  syncFolder: (path: string) => Promise<void>
  remove: (path: string) => Promise<void>
}

/** Windows cannot sync a folder. */
const SYNCS_FOLDERS = process.platform !== 'win32'
/** Whatever web server there is may serve them. */
const FOR_ALL_TO_READ = 0o644

export const disk: Disk = {
  read: async (path) => {
    try {
      return await readFile(path)
    } catch (problem) {
      if (isMissing(problem)) return undefined
      throw problem
    }
  },
  makeFolder: async (path) => void (await mkdir(path, { recursive: true, mode: 0o755 })),
  write: async (path, bytes) => {
    const file = await open(path, 'w', FOR_ALL_TO_READ)
    await file
      .writeFile(bytes)
      .then(() => file.sync())
      .finally(() => file.close())
  },
  rename: (from, to) => rename(from, to),
  syncFolder: async (path) => {
    if (!SYNCS_FOLDERS) return
    const folder = await open(path, 'r')
    await folder.sync().finally(() => folder.close())
  },
  remove: (path) => rm(path, { recursive: true, force: true }),
}

function isMissing(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && problem.code === 'ENOENT'
}
