import type { AgencyId } from '../agency.ts'
import { type Counts, clockCodes, failedCodes } from './counts.ts'
import type { Standing } from './standing.ts'

export type AgencyRow = Standing & { id: AgencyId; name: string; counts: Counts }

/** What the agencies of the nation can be put in order by; worst or greatest first. */
export const ORDERS = ['percent', 'total', 'activations', 'lockOuts', 'clock', 'name'] as const
export type Order = (typeof ORDERS)[number]

const RANK: Record<Exclude<Order, 'name'>, (row: AgencyRow) => number> = {
  percent: ({ activated, total }) => (total > 0 ? activated / total : 2),
  total: ({ total }) => -total,
  activations: ({ counts }) => -counts.activations,
  lockOuts: ({ counts }) => -counts.lockOuts,
  clock: ({ counts }) => -clockCodes(counts) / Math.max(failedCodes(counts), 1),
}

/** Those alike stand by name, and those of one name by id, so that each has one place. */
export function rankAgencies(rows: readonly AgencyRow[], order: Order): AgencyRow[] {
  const rank = order === 'name' ? () => 0 : RANK[order]
  return rows.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
      one.name.localeCompare(other.name) ||
      (one.id < other.id ? -1 : Number(one.id > other.id)),
  )
}

/** The page after an agency, by its place and not by a count that shifts; the first otherwise. */
export function pageAfter(
  ranked: readonly AgencyRow[],
  after: string | undefined,
  limit: number,
): { shown: readonly AgencyRow[]; next: AgencyId | undefined } {
  const from = ranked.findIndex(({ id }) => id === after) + 1
  const shown = ranked.slice(from, from + limit)
  return { shown, next: from + limit < ranked.length ? shown.at(-1)?.id : undefined }
}
