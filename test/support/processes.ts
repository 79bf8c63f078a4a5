import { spawn } from 'node:child_process'
import { chmod, mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { inject } from 'vitest'
import { removeFolder } from './leftovers.ts'

export type Signal = 'SIGTERM' | 'SIGINT' | 'SIGKILL'

/** `line`: the one that said it is ready; `end` answers its exit code once the process is gone. */
export type Started = {
  pid: number
  line: string
  output: () => string
  end: (signal: Signal) => Promise<number | null>
}

const ROOT = join(import.meta.dirname, '../..')
const started: Started[] = []
const folders: string[] = []

/** Whatever was started here, and the folders it was started in. */
export async function endProcesses(): Promise<void> {
  await Promise.all(started.splice(0).map(({ end }) => end('SIGKILL')))
  await Promise.all(folders.splice(0).map(removeFolder))
}

/** What the first program of a run compiled, those after it need not. */
function compiledOnce(): Record<string, string> {
  return { NODE_COMPILE_CACHE: join(inject('runFolder'), 'compiled') }
}

/** Runs Node from the project's folder until it prints a line that matches `ready`. */
export async function startProcess(
  args: string[],
  { ready, env = {}, cwd = ROOT }: { ready: RegExp; env?: Record<string, string>; cwd?: string },
): Promise<Started> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...compiledOnce(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => {
      output += part
    })
  const end = async (signal: Signal) => {
    child.kill(signal)
    return await gone
  }
  const handle = { pid: child.pid ?? 0, line: '', output: () => output, end }
  started.push(handle)
  await writeFile(join(inject('runFolder'), `${handle.pid}.started`), String(handle.pid))
  const lines = createInterface(child.stdout)
  for await (const line of lines)
    if (ready.test(line)) {
      // Reading lines no more pauses the stream, and a full pipe would hold the process up.
      child.stdout.resume()
      return Object.assign(handle, { line })
    }
  throw new Error(`the process ended with code ${await gone} before it was ready:\n${output}`)
}

/** An empty folder that other users may pass through, removed with its PostgreSQL afterwards. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(inject('runFolder'), 'f-'))
  await chmod(folder, 0o711)
  folders.push(folder)
  return folder
}
