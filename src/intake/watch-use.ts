import { readFileSync } from 'node:fs'
import type { Limits } from './limits.ts'

const EVERY_MS = 50
const TICKS_PER_SECOND = 100
const USER_TICKS = 11
const SYSTEM_TICKS = 12

/**
 * Ends a process that uses more than its share. Its time is that of the processor, so that a busy
 * machine refuses no good file; by the clock, where it may sleep, it has several times as long.
 */
export function watchUse(pid: number, limits: Limits, end: () => void) {
  let limitMs = limits.processorMs
  let waitedMs = 0
  let pauses = 0

  function look(): void {
    if (pauses === 0) waitedMs += EVERY_MS
    const { processorMs, residentKib } = useOf(pid)
    const isOver =
      processorMs > limitMs ||
      waitedMs > limitMs * limits.patience ||
      residentKib > limits.residentKib
    if (isOver) end()
  }

  async function pausing<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    pauses += 1
    try {
      return await work()
    } finally {
      pauses -= 1
    }
  }

  const timer = setInterval(look, EVERY_MS)
  return {
    pausing,
    allow: (ms: number) => {
      limitMs += ms
    },
    stop: () => clearInterval(timer),
  }
}

/** Linux alone tells; elsewhere the clock and the heap are the only limits. */
function useOf(pid: number): { processorMs: number; residentKib: number } {
  try {
    // Read at once: the pool of threads for files is shared with hashing and may be busy.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const status = readFileSync(`/proc/${pid}/status`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = Number(fields[USER_TICKS]) + Number(fields[SYSTEM_TICKS])
    const [, resident = '0'] = /^VmRSS:\s+(\d+) kB/m.exec(status) ?? []
    return { processorMs: (ticks * 1000) / TICKS_PER_SECOND, residentKib: Number(resident) }
  } catch {
    return { processorMs: 0, residentKib: 0 }
  }
}
