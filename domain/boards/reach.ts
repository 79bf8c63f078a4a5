import type { Mandate } from '../access/mandate.ts'
import { type Scope, scopeOf } from '../access/scope.ts'

/** Whose numbers a hat reads: those of its agency or unit, or each agency as a whole. */
export type BoardReach = Extract<Scope, { reach: 'agency' }> | { reach: 'nation' }

export function boardReachOf(hat: Pick<Mandate, 'agency' | 'unit'>): BoardReach {
  const scope = scopeOf(hat)
  return scope.reach === 'agency' ? scope : { reach: 'nation' }
}
