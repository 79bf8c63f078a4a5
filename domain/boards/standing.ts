import type { UnitId } from '../agency.ts'

/** Accounts as they stand; `total` without the disabled. */
export type Standing = {
  total: number
  activated: number
  frozen: number
  disabled: number
  bounced: number
}

/** Of a unit; people without one stand under `undefined`. */
export type UnitStanding = Standing & { unit: { id: UnitId; name: string } | undefined }

/** Tenths of a percent are cut off, not rounded: 100 % is said of all alone. */
export function percentOf(part: number, whole: number): number {
  return whole > 0 ? Math.floor((part / whole) * 1000) / 10 : 0
}

export function standingOf(all: readonly Standing[]): Standing {
  const sum = { total: 0, activated: 0, frozen: 0, disabled: 0, bounced: 0 }
  for (const one of all) {
    sum.total += one.total
    sum.activated += one.activated
    sum.frozen += one.frozen
    sum.disabled += one.disabled
    sum.bounced += one.bounced
  }
  return sum
}

/** The least activated first, of those the one with most people left; empty ones are left out. */
export function worstFirst(units: readonly UnitStanding[]): UnitStanding[] {
  return units
    .filter(({ total }) => total > 0)
    .sort(
      (one, other) =>
        one.activated / one.total - other.activated / other.total ||
        other.total - one.total ||
        nameOf(one).localeCompare(nameOf(other)),
    )
}

function nameOf({ unit }: UnitStanding): string {
  return unit?.name ?? ''
}

/** The first `limit`, and what all others come to together; a rest of one is no rest. */
export function withRest(
  units: readonly UnitStanding[],
  limit: number,
): { shown: readonly UnitStanding[]; rest: (Standing & { units: number }) | undefined } {
  if (units.length <= limit + 1) return { shown: units, rest: undefined }
  const others = units.slice(limit)
  return {
    shown: units.slice(0, limit),
    rest: { ...standingOf(others), units: others.length },
  }
}
