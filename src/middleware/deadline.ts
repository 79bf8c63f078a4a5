import { setTimeout as pause } from 'node:timers/promises'
import type { MiddlewareHandler } from 'hono'
import type { ForAnyone } from '../deps.ts'

/**
 * R-EN-01: an answer leaves at T0 + `period` milliseconds, a late one at the next multiple, so that
 * its time tells nothing of what was found. Zero, in tests alone, answers at once.
 */
export function atDeadline(period: number): MiddlewareHandler<ForAnyone> {
  return async (_, next) => {
    const start = performance.now()
    await next()
    const spent = performance.now() - start
    if (period > 0) await pause(period * Math.ceil(spent / period) - spent)
  }
}
