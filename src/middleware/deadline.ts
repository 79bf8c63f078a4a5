import { setTimeout as pause } from 'node:timers/promises'
import type { MiddlewareHandler } from 'hono'
import type { ForAnyone } from '../deps.ts'

/** Milliseconds between two answers that are due at the same instant. */
const APART = 4

/**
 * R-EN-01: an answer leaves at T0 + `period` milliseconds, a late one at the next multiple, so that
 * its time tells nothing of what was found. Many that are due together leave one after the other,
 * whatever was found: each is followed by the next page of its person, and all of those at once
 * would hold up everybody else. Zero, in tests alone, answers at once.
 */
export function atDeadline(period: number): MiddlewareHandler<ForAnyone> {
  let nextTurn = 0

  async function takeTurn(): Promise<void> {
    const now = performance.now()
    const turn = Math.max(now, nextTurn)
    nextTurn = turn + APART
    if (turn > now) await pause(turn - now)
  }

  return async (_, next) => {
    const start = performance.now()
    await next()
    const spent = performance.now() - start
    if (period === 0) return
    await pause(period * Math.ceil(spent / period) - spent)
    await takeTurn()
  }
}
