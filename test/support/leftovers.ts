import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** Removes a folder after ending every program of ours and every PostgreSQL noted in it. */
export async function removeFolder(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const noted = (ending: string) => names.filter((name) => name.endsWith(ending))
  for (const note of noted('.started')) await end(join(folder, note), 'SIGKILL', /node/)
  for (const lock of noted('postmaster.pid')) await end(join(folder, lock), 'SIGINT', /postgres/)
  await rm(folder, { recursive: true, force: true })
}

/** The process number that stands in the first line of a file. */
export async function notedPid(file: string): Promise<number> {
  return Number((await readFile(file, 'utf8')).split('\n')[0])
}

export async function untilGone(pid: number): Promise<void> {
  while (await isRunning(pid)) await setTimeout(20)
}

export async function isRunning(pid: number): Promise<boolean> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return text !== '' && !/\) [ZX] /.test(text)
}

/** The number may be another's by now, so the command line is asked first. */
async function end(note: string, signal: NodeJS.Signals, expected: RegExp): Promise<void> {
  const pid = await notedPid(note).catch(() => 0)
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  if (!expected.test(command)) return
  process.kill(pid, signal)
  await untilGone(pid)
}
