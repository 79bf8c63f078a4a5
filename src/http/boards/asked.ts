import type { Context } from 'hono'
import { PERIODS, type Period } from '#domain/boards/period.ts'
import { ORDERS, type Order } from '#domain/boards/ranking.ts'
import { isUuid } from '#domain/uuid.ts'
import { ORDER_NAMES, PERIOD_NAMES } from '#views/path-queries.ts'
import type { ForHat } from '../../deps.ts'

/** What the address asks a board for; a month, and the least activated first, if it does not say. */
export function periodOf(c: Context<ForHat>): Period {
  return PERIODS.find((one) => PERIOD_NAMES[one] === c.req.query('kurun')) ?? 'month'
}

export function orderOf(c: Context<ForHat>): Order {
  return ORDERS.find((one) => ORDER_NAMES[one] === c.req.query('urut')) ?? 'percent'
}

export function idIn(text: string | undefined): string | undefined {
  return text !== undefined && isUuid(text) ? text : undefined
}
