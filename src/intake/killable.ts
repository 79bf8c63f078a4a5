import { spawn } from 'node:child_process'
import { platform, setPriority } from 'node:os'
import type { Readable, Writable } from 'node:stream'
import { type Frame, readFrames } from './frames.ts'
import { LIMITS } from './limits.ts'
import { commandFor } from './program.ts'
import { watchUse } from './watch-use.ts'

/** A process that may crash, hang or lie: it knows no secret, and it can be killed. */
export type Child = {
  input: Writable
  frames: AsyncIterable<Frame>
  /** While we work, its time stands still. */
  pausing: <Answer>(work: () => Promise<Answer>) => Promise<Answer>
  /** Gives it time beside what each child has. */
  allow: (ms: number) => void
  /** Kills it and whatever it started, and waits until that is over. */
  end: () => Promise<void>
}

const FRAMES = 3
const NICE = 10

/** Undefined where the machine starts no process: that says nothing about any file. */
export function startChild(
  program: string,
  task: readonly string[],
  limits = LIMITS,
): Child | undefined {
  const child = spawned(program, task)
  const pid = child?.pid
  if (!child || pid === undefined) return undefined
  const gone = new Promise((resolve) => child.once('close', resolve))
  const frames = child.stdio[FRAMES] as Readable
  const kill = () => killGroup(pid)
  const { pausing, allow, stop } = watchUse(pid, limits, kill)

  async function end(): Promise<void> {
    stop()
    kill()
    frames.destroy()
    await gone
  }

  return { input: child.stdin as Writable, frames: readFrames(frames), pausing, allow, end }
}

function spawned(program: string, task: readonly string[]) {
  const [file, ...args] = commandFor(program, task)
  try {
    const stdio = ['pipe', 'ignore', 'ignore', 'pipe'] as const
    const child = spawn(file, args, { env: {}, detached: true, stdio: [...stdio] })
    // What a dead child does to its pipes is told by its silence.
    child.on('error', ignore)
    for (const pipe of [child.stdin, child.stdio[FRAMES]]) pipe?.on('error', ignore)
    if (child.pid !== undefined) giveWay(child.pid)
    return child
  } catch {
    return undefined
  }
}

/** Pages are asked for by people who wait; a file is looked into while nobody does. */
function giveWay(pid: number): void {
  try {
    setPriority(pid, NICE)
  } catch {
    // It is gone already, which its silence will tell.
  }
}

function killGroup(pid: number): void {
  try {
    // Windows has no groups of processes, and a child starts none.
    process.kill(platform() === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // Nothing is left of it.
  }
}

function ignore(): void {}
