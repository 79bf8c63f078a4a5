import type { Report } from './deps.ts'
import type { MailReport } from './jobs/mail-sender.ts'

/** One JSON line an event on standard error; standard output is for the person who starts us. */
export function makeReport(write: (line: string) => void, clock: () => Date): Report & MailReport {
  const line = (fields: Record<string, unknown>) =>
    write(`${JSON.stringify({ at: clock().toISOString(), ...fields })}\n`)
  return {
    request: (request) => line({ kind: 'request', ...request }),
    problem: (problem, reference) => line({ kind: 'problem', reference, ...described(problem) }),
    blocked: (directives, reference) => line({ kind: 'cspReport', reference, directives }),
    mailFailed: (failed) => line({ kind: 'mailFailed', ...failed }),
  }
}

const FLUSH_MS = 50

/** Lines of a moment go out together: a write for each would hold up the one thread there is. */
export function inBatches(write: (text: string) => void) {
  let waiting: string[] = []
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (waiting.length > 0) write(waiting.join(''))
    waiting = []
  }
  const add = (line: string) => {
    waiting.push(line)
    timer ??= setTimeout(flush, FLUSH_MS)
  }
  return { add, flush }
}

/**
 * Where in our code, and of what sort; never the message, which may quote what a person typed or
 * what stands in a row.
 */
function described(problem: unknown): Record<string, unknown> {
  if (!(problem instanceof Error)) return { name: typeof problem }
  const code = 'code' in problem ? String(problem.code) : undefined
  const trace = (problem.stack ?? '').replace(problem.message, '')
  const frames = trace.split('\n').filter((frame) => /^\s+at /.test(frame))
  return { name: problem.name, code, at_code: frames.slice(0, 8).map((frame) => frame.trim()) }
}
