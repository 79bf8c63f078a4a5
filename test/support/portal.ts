import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { notedPid } from './leftovers.ts'
import { newFolder, type Signal, startProcess } from './processes.ts'

export type Portal = {
  url: string
  dataDir: string
  pid: number
  output: () => string
  kill: (signal: Signal) => Promise<number | null>
  stop: () => Promise<number | null>
}

/**
 * The real, built program on a free port, in a data folder of its own unless one is given. It and
 * its PostgreSQL end with the test file.
 */
export async function startPortal(
  options: { dataDir?: string; env?: Record<string, string>; node?: string[] } = {},
): Promise<Portal> {
  const dataDir = options.dataDir ?? join(await newFolder(), 'data')
  const env = { PORT: '0', DATA_DIR: dataDir, ...options.env }
  const args = [...(options.node ?? []), '--conditions=dist', 'dist/src/main.js']
  const { pid, line, output, end } = await startProcess(args, { env, ready: /^siap / })
  const url = line.replace(/^siap di /, '').trim()
  return { url, dataDir, pid, output, kill: end, stop: () => end('SIGTERM') }
}

/** The process number of the PostgreSQL that a portal runs on. */
export async function databasePid({ dataDir }: { dataDir: string }): Promise<number> {
  const names = await readdir(dataDir, { recursive: true })
  return await notedPid(join(dataDir, names.find((name) => name.endsWith('postmaster.pid')) ?? ''))
}
